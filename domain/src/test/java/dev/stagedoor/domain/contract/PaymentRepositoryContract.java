package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.PaymentBuilder.aPayment;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aPaymentId;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aRefundId;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.fixture.PaymentBuilder;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.Attention;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentStatus;
import dev.stagedoor.domain.payments.ProviderRefund;
import dev.stagedoor.domain.payments.RefundId;
import dev.stagedoor.domain.payments.RefundOutcome;
import dev.stagedoor.domain.payments.RefundStatus;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every store of payments must do. */
public interface PaymentRepositoryContract extends RepositoryContract {
  PaymentRepository payments();

  @Test
  default void anUnknownPaymentIsAbsent() {
    PaymentId unknown = aPaymentId();

    assertThat(write(() -> payments().find(unknown))).isEmpty();
    assertThat(write(() -> payments().lock(unknown))).isEmpty();
    assertThat(write(() -> payments().findByRef(aRef()))).isEmpty();
  }

  @Test
  default void aNewPaymentComesBackAsItWasSaved() {
    Payment saved = onFile(aPaymentOnFile());

    assertSame(stored(saved.id()), saved);
    assertThat(stored(saved.id()).snapshot().version()).isEqualTo(1);
  }

  @Test
  default void aDeclinedPaymentComesBackAsItWasSaved() {
    Payment saved =
        onFile(aPaymentOnFile().awaitingPayer().declined(DeclineReason.INSUFFICIENT_FUNDS));

    assertSame(stored(saved.id()), saved);
  }

  @Test
  default void aRefundedPaymentComesBackWithItsRefundsInOrder() {
    Payment saved =
        onFile(
            aPaymentOnFile()
                .paid()
                .refund(aRefundId(), usd(5_000), new RefundOutcome.Failed("expired"))
                .refund(aRefundId(), usd(4_000), new RefundOutcome.Succeeded(aRef()))
                .refund(aRefundId(), usd(3_000), new RefundOutcome.Pending(aRef()))
                .refund(aRefundId(), usd(2_000), new RefundOutcome.Unknown("lost")));

    assertSame(stored(saved.id()), saved);
  }

  @Test
  default void whatWasTakenInsteadAndWhoWantedWhichRefundComesBackAsItWasSaved() {
    Payment saved =
        onFile(
            aPaymentOnFile()
                .of(usd(10_000))
                .awaitingPayer()
                .then(
                    payment ->
                        payment.learn(
                            new ChargeOutcome.Succeeded(
                                Money.of(9_000, "EUR"),
                                List.of(
                                    new ProviderRefund(
                                        aRef(),
                                        Money.of(500, "EUR"),
                                        RefundStatus.FAILED,
                                        Optional.empty()))),
                            NOW))
                .then(payment -> payment.returnSurplus(Money.of(100, "EUR"), NOW)));

    assertSame(stored(saved.id()), saved);
    assertThat(stored(saved.id()).captured()).isEqualTo(Money.of(9_000, "EUR"));
    assertThat(stored(saved.id()).attention()).contains(Attention.REFUND_FAILED);
  }

  @Test
  default void anyCurrencyAndAmountIsKeptExactly() {
    Payment yen = onFile(aPaymentOnFile().of(Money.of(1, "JPY")));
    Payment much = onFile(aPaymentOnFile().of(Money.of(9_007_199_254_740_993L, "INR")));

    assertThat(stored(yen.id()).amount()).isEqualTo(Money.of(1, "JPY"));
    assertThat(stored(much.id()).amount()).isEqualTo(Money.of(9_007_199_254_740_993L, "INR"));
  }

  @Test
  default void aLockedPaymentIsTheStoredOne() {
    Payment saved = onFile(aPaymentOnFile().paid());

    assertSame(write(() -> payments().lock(saved.id()).orElseThrow()), saved);
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Payment saved = onFile(aPaymentOnFile().awaitingPayer());
    saved.cancel();
    run(
        () -> {
          payments().find(saved.id()).orElseThrow().cancel();
          payments().lock(saved.id()).orElseThrow().cancel();
        });

    assertThat(stored(saved.id()).status()).isEqualTo(PaymentStatus.AWAITING_PAYER);
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    Payment saved = onFile(aPaymentOnFile().paid());
    RefundId refund = aRefundId();
    change(saved.id(), payment -> payment.requestRefund(refund, usd(100), "asked", NOW));
    change(saved.id(), payment -> payment.learn(refund, new RefundOutcome.Succeeded(aRef()), NOW));

    Payment stored = stored(saved.id());
    assertThat(stored.status()).isEqualTo(PaymentStatus.PARTIALLY_REFUNDED);
    assertThat(stored.refunds()).singleElement().extracting("id").isEqualTo(refund);
    assertThat(stored.snapshot().version()).isEqualTo(3);
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Payment saved = onFile(aPaymentOnFile());
    Payment mine = stored(saved.id());
    change(saved.id(), Payment::cancel);
    mine.told(aRef(), new ChargeOutcome.Pending(false), NOW);

    assertStale(() -> run(() -> payments().save(mine)));

    assertThat(stored(saved.id()).ref()).isEmpty();
    assertThat(stored(saved.id()).status()).isEqualTo(PaymentStatus.CANCELLED);
  }

  @Test
  default void aSecondNewPaymentUnderOneIdIsRefused() {
    Payment saved = onFile(aPaymentOnFile());

    assertStale(
        () -> run(() -> payments().save(aPaymentOnFile().withId(saved.id()).paid().build())));

    assertThat(stored(saved.id()).status()).isEqualTo(PaymentStatus.OPENING);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Payment changed = onFile(aPaymentOnFile());
    Payment added = aPaymentOnFile().build();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      payments().save(added);
                      Payment payment = payments().lock(changed.id()).orElseThrow();
                      payment.cancel();
                      payments().save(payment);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> payments().find(added.id()))).isEmpty();
    assertThat(stored(changed.id()).status()).isEqualTo(PaymentStatus.OPENING);
  }

  @Test
  default void aPaymentIsFoundByItsChargeAndByNoOther() {
    ProviderRef charge = aRef();
    Payment saved = onFile(aPaymentOnFile().charged(charge));
    onFile(aPaymentOnFile().awaitingPayer());

    assertSame(write(() -> payments().findByRef(charge).orElseThrow()), saved);
  }

  @Test
  default void theSameReferenceAtAnotherProviderIsAnotherCharge() {
    ProviderRef charge = aRef();
    onFile(aPaymentOnFile().charged(charge));

    ProviderRef elsewhere = ProviderRef.of("elsewhere", charge.value());
    assertThat(write(() -> payments().findByRef(elsewhere))).isEmpty();
  }

  @Test
  default void paymentsDueForACheckComeLongestOverdueFirst() {
    Payment later = onFile(aPaymentOnFile().openedAt(NOW.minusSeconds(60)));
    Payment sooner = onFile(aPaymentOnFile().openedAt(NOW.minusSeconds(120)));
    Payment notYet = onFile(aPaymentOnFile().openedAt(NOW));
    Payment never = onFile(aPaymentOnFile().openedAt(NOW.minusSeconds(180)).paid());

    assertThat(due(NOW))
        .containsSubsequence(sooner.id(), later.id())
        .doesNotContain(notYet.id(), never.id());
  }

  @Test
  default void aPaymentIsDueFromTheVeryInstantOfItsNextCheck() {
    Payment saved = onFile(aPaymentOnFile());
    Instant check = saved.snapshot().nextCheckAt();

    assertThat(due(check.minus(Duration.ofMillis(1)))).doesNotContain(saved.id());
    assertThat(due(check)).contains(saved.id());
  }

  @Test
  default void noMorePaymentsAreDueThanAskedFor() {
    onFile(aPaymentOnFile());
    onFile(aPaymentOnFile());

    assertThat(write(() -> payments().dueForCheck(NOW.plusSeconds(3600), 1))).hasSize(1);
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    Payment saved = onFile(aPaymentOnFile());

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            change(saved.id(), payment -> payment.notLearned(NOW));
          }
          return true;
        });

    assertThat(stored(saved.id()).snapshot().checks()).isEqualTo(20);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Payment payment = aPaymentOnFile().build();

    assertNeedsUnitOfWork(() -> payments().find(payment.id()));
    assertNeedsUnitOfWork(() -> payments().lock(payment.id()));
    assertNeedsUnitOfWork(() -> payments().findByRef(aRef()));
    assertNeedsUnitOfWork(() -> payments().dueForCheck(NOW, 1));
    assertNeedsUnitOfWork(() -> payments().save(payment));
  }

  private PaymentBuilder aPaymentOnFile() {
    return aPayment().by(anAccountOnFile());
  }

  private Payment onFile(PaymentBuilder wanted) {
    Payment payment = wanted.build();
    run(() -> payments().save(payment));
    return payment;
  }

  private Payment stored(PaymentId id) {
    return write(() -> payments().find(id).orElseThrow());
  }

  private List<PaymentId> due(Instant now) {
    return write(() -> payments().dueForCheck(now, 100_000));
  }

  private void change(PaymentId id, Consumer<Payment> change) {
    run(
        () -> {
          Payment payment = payments().lock(id).orElseThrow();
          change.accept(payment);
          payments().save(payment);
        });
  }

  private static void assertSame(Payment actual, Payment expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
