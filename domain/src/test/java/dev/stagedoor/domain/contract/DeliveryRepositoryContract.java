package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aMessage;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aReply;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.byHand;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Delivery;
import dev.stagedoor.domain.liveselling.SendReason;
import dev.stagedoor.domain.liveselling.port.DeliveryRepository;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of deliveries must do. */
public interface DeliveryRepositoryContract extends LiveSellingContract {
  private DeliveryRepository deliveries() {
    return stores().deliveries();
  }

  @Test
  default void anUnknownInvoiceHasNoDeliveries() {
    InvoiceId invoice = anInvoiceOnFile(aShowOnFile());

    assertThat(of(invoice)).isEmpty();
    assertThat(write(() -> deliveries().privateReplies(aRef(), NOW))).isZero();
    assertThat(write(() -> deliveries().answered(List.of(aRef())))).isEmpty();
    assertThat(write(() -> deliveries().answered(List.of()))).isEmpty();
  }

  @Test
  default void deliveriesComeBackAsSavedTheNewestFirst() {
    InvoiceId invoice = anInvoiceOnFile(aShowOnFile());
    Delivery second = onFile(aMessage(invoice, aRef(), aRef(), NOW.plusSeconds(1)));
    Delivery first = onFile(aReply(invoice, aRef(), aRef(), NOW));
    Delivery third = onFile(byHand(invoice, SendReason.NO_PAGE, NOW.plusSeconds(2)));
    Delivery fourth = onFile(byHand(invoice, SendReason.RATE_CAP, NOW.plusSeconds(2)));
    onFile(byHand(anInvoiceOnFile(aShowOnFile()), SendReason.NO_PAGE, NOW));

    assertThat(of(invoice)).containsExactly(fourth, third, second, first);
  }

  @Test
  default void whatCameOfATryReplacesWhatWasStored() {
    InvoiceId invoice = anInvoiceOnFile(aShowOnFile());
    Delivery begun = onFile(aReply(invoice, aRef(), aRef(), NOW));
    Delivery later = onFile(byHand(invoice, SendReason.NO_PAGE, NOW));
    for (Delivery.Status status : Delivery.Status.values()) {
      Delivery ended = onFile(begun.ended(status, SendReason.REFUSED, "code \"10\""));

      assertThat(of(invoice)).containsExactly(later, ended);
    }
  }

  @Test
  default void thePrivateRepliesOfAPageAreCountedFromAMomentOn() {
    InvoiceId invoice = anInvoiceOnFile(aShowOnFile());
    ProviderRef page = aRef();
    for (Delivery.Status status : Delivery.Status.values()) {
      onFile(aReply(invoice, page, aRef(), NOW).ended(status, SendReason.REFUSED, ""));
    }
    onFile(aReply(invoice, page, aRef(), NOW.minusMillis(1)));
    onFile(aMessage(invoice, page, aRef(), NOW));
    onFile(aReply(invoice, aRef(), aRef(), NOW));
    onFile(aReply(invoice, ProviderRef.of("elsewhere", page.value()), aRef(), NOW));

    int allButTheDeferredOne = Delivery.Status.values().length - 1;
    assertThat(write(() -> deliveries().privateReplies(page, NOW))).isEqualTo(allButTheDeferredOne);
    assertThat(write(() -> deliveries().privateReplies(page, NOW.minusMillis(1))))
        .isEqualTo(allButTheDeferredOne + 1);
    assertThat(write(() -> deliveries().privateReplies(page, NOW.plusMillis(1)))).isZero();
  }

  @Test
  default void aCommentIsAnsweredOnceAReplyMayHaveBeenSent() {
    InvoiceId invoice = anInvoiceOnFile(aShowOnFile());
    ProviderRef answered = aRef();
    ProviderRef underWay = aRef();
    ProviderRef deferred = aRef();
    ProviderRef written = aRef();
    onFile(
        aReply(invoice, aRef(), answered, NOW)
            .ended(Delivery.Status.DELIVERED, SendReason.REPLY_TO_COMMENT, ""));
    onFile(aReply(invoice, aRef(), underWay, NOW));
    onFile(
        aReply(invoice, aRef(), deferred, NOW)
            .ended(Delivery.Status.DEFERRED, SendReason.PLATFORM_AWAY, ""));
    onFile(aMessage(invoice, aRef(), written, NOW));

    assertThat(
            write(
                () ->
                    deliveries()
                        .answered(
                            Set.of(
                                answered,
                                underWay,
                                deferred,
                                written,
                                aRef(),
                                ProviderRef.of("elsewhere", answered.value())))))
        .containsExactlyInAnyOrder(answered, underWay);
    assertThat(write(() -> deliveries().answered(Set.of(underWay)))).containsExactly(underWay);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    InvoiceId invoice = anInvoiceOnFile(aShowOnFile());

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      deliveries().save(byHand(invoice, SendReason.NO_PAGE, NOW));
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(of(invoice)).isEmpty();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    InvoiceId invoice = anInvoiceOnFile(aShowOnFile());

    assertNeedsUnitOfWork(() -> deliveries().save(byHand(invoice, SendReason.NO_PAGE, NOW)));
    assertNeedsUnitOfWork(() -> deliveries().of(invoice));
    assertNeedsUnitOfWork(() -> deliveries().privateReplies(aRef(), NOW));
    assertNeedsUnitOfWork(() -> deliveries().answered(List.of(aRef())));
  }

  private Delivery onFile(Delivery delivery) {
    run(() -> deliveries().save(delivery));
    return delivery;
  }

  private List<Delivery> of(InvoiceId invoice) {
    return write(() -> deliveries().of(invoice));
  }
}
