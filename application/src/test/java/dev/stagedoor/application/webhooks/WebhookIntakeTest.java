package dev.stagedoor.application.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.video.VideoEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What is taken in, and counts once. */
class WebhookIntakeTest extends WebhookIntakeScene {
  private static final ProviderId FAKE = new ProviderId("fake");
  private static final ProviderRef INPUT = ProviderRef.of("fake", "input");

  @Test
  void aDeliveryIsAppliedAndKept() {
    assertThat(house.deliver(paid())).isEqualTo(taken("applied"));

    assertThat(status()).isEqualTo(BookingStatus.PAID);
    assertThat(kept())
        .singleElement()
        .satisfies(
            webhook -> {
              assertThat(webhook.status()).isEqualTo("applied");
              assertThat(webhook.attempts()).isEqualTo(1);
              assertThat(webhook.provider()).isEqualTo("fake");
            });
  }

  @Test
  void aRepeatedDeliveryIsAcknowledgedAndDoesNothing() {
    RawWebhook delivery = paid();
    house.deliver(delivery);
    long looks = house.wire().count("PaymentLookup.find");

    assertThat(house.deliver(delivery)).isEqualTo(taken("duplicate"));

    assertThat(kept()).hasSize(1);
    assertThat(house.wire().count("PaymentLookup.find")).isEqualTo(looks);
  }

  @Test
  void ofOneDeliveryThatComesManyTimesAtOnceOneIsApplied() {
    RawWebhook delivery = paid();

    List<WebhookResult> results = Race.of(6, () -> house.deliver(delivery));

    assertThat(results).containsOnlyOnce(taken("applied"));
    assertThat(results).filteredOn(taken("duplicate")::equals).hasSize(5);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void whatIsNotSignedIsRefusedAndNothingOfItIsKept() {
    assertThat(house.deliver(house.webhooks().forged())).isEqualTo(new WebhookResult.Untrusted());
    assertThat(house.deliver(house.webhooks().signedBefore(Duration.ofHours(1))))
        .isEqualTo(new WebhookResult.Untrusted());

    assertThat(kept()).isEmpty();
  }

  @Test
  void aTypeThatMeansNothingHereIsKeptAndIgnored() {
    assertThat(house.deliver(house.webhooks().ofUnknownType())).isEqualTo(taken("ignored"));

    assertThat(kept()).singleElement().extracting(WebhookView::status).isEqualTo("ignored");
  }

  @Test
  void whatCannotBeReadIsAnErrorSoThatTheProviderRepeatsIt() {
    assertThatThrownBy(() -> house.deliver(house.webhooks().unreadable()))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(kept()).isEmpty();
  }

  @Test
  void aChargeThatIsNotOursIsAcknowledged() {
    RawWebhook foreign =
        house
            .webhooks()
            .delivery(
                new PaymentEvent.ChargeChanged(
                    ProviderRef.of("fake", "somebody-elses"), Optional.empty()));

    assertThat(house.deliver(foreign)).isEqualTo(taken("applied"));
  }

  @Test
  void aDeliveryThatNamesOurPaymentBesideAnotherChargeChangesNothing() {
    paid();
    RawWebhook mixedUp =
        house
            .webhooks()
            .delivery(
                new PaymentEvent.ChargeChanged(
                    ProviderRef.of("fake", "somebody-elses"), Optional.of(checkout.payment())));

    house.deliver(mixedUp);

    assertThat(status()).isEqualTo(BookingStatus.PENDING_PAYMENT);
  }

  @Test
  void theStandInTakesDeliveriesToRoutesOfProvidersThatAreNotOn() {
    RawWebhook delivery = paid();

    WebhookResult result =
        house
            .stagedoor()
            .webhooks()
            .receive(new ProviderId("stripe"), "", delivery.headers(), delivery.body());

    assertThat(result).isEqualTo(taken("applied"));
  }

  @Test
  void withoutAStandInNobodyUnderstandsThem() {
    WebhookTranslators translators = new WebhookTranslators(List.of(), Optional.empty());
    WebhookIntake alone =
        new WebhookIntake(
            house.unitOfWork(),
            house.webhookInbox(),
            house.jobs(),
            translators,
            WebhookSecrets.none(),
            List.of(),
            house.clock(),
            UUID::randomUUID);

    assertThat(alone.receive(new ProviderId("stripe"), "", Map.of(), new byte[0]))
        .isEqualTo(new WebhookResult.UnknownProvider());
  }

  @Test
  void whatNeedsNoQuestionIsTakenInOneUnitOfWork() {
    CountingUnitOfWork work = new CountingUnitOfWork(house.unitOfWork());
    List<VideoEvent> seen = new ArrayList<>();
    WebhookIntake intake = intake(work, EventHandler.telling(VideoEvent.class, seen::add));
    VideoEvent event = new VideoEvent.EncoderConnected(INPUT, house.clock().instant());
    RawWebhook delivery = house.webhooks().delivery(event);

    assertThat(receive(intake, delivery)).isEqualTo(taken("applied"));
    assertThat(receive(intake, delivery)).isEqualTo(taken("duplicate"));

    assertThat(seen).containsExactly(event);
    assertThat(work.count()).isEqualTo(2);
    assertThat(kept()).hasSize(1);
  }

  @Test
  void ofOneDeliveryThatNeedsNoQuestionAndComesManyTimesAtOnceOneIsApplied() {
    AtomicInteger changes = new AtomicInteger();
    WebhookIntake intake =
        intake(
            house.unitOfWork(),
            EventHandler.telling(VideoEvent.class, event -> changes.incrementAndGet()));
    RawWebhook delivery =
        house.webhooks().delivery(new VideoEvent.EncoderConnected(INPUT, house.clock().instant()));

    List<WebhookResult> results = Race.of(6, () -> receive(intake, delivery));

    assertThat(results).containsOnlyOnce(taken("applied"));
    assertThat(results).filteredOn(taken("duplicate")::equals).hasSize(5);
    assertThat(changes).hasValue(1);
  }

  @Test
  void aKnownDeliveryIsNotAskedAboutEvenWhenAnotherHandlerNeedsNoQuestion() {
    List<String> done = new ArrayList<>();
    WebhookIntake intake =
        intake(
            house.unitOfWork(),
            EventHandler.telling(VideoEvent.class, event -> done.add("told")),
            new EventHandler<>(
                VideoEvent.class,
                event -> {
                  done.add("asked");
                  return () -> done.add("changed");
                }));
    RawWebhook delivery =
        house.webhooks().delivery(new VideoEvent.EncoderConnected(INPUT, house.clock().instant()));

    receive(intake, delivery);
    receive(intake, delivery);

    assertThat(done).containsExactly("asked", "told", "changed");
  }

  private WebhookIntake intake(UnitOfWork work, EventHandler<?>... handlers) {
    return new WebhookIntake(
        work,
        house.webhookInbox(),
        house.jobs(),
        WebhookTranslators.only(new WebhookProvider(FAKE, house.webhooks())),
        WebhookSecrets.none(),
        List.of(handlers),
        house.clock(),
        UUID::randomUUID);
  }

  private static WebhookResult receive(WebhookIntake intake, RawWebhook delivery) {
    return intake.receive(FAKE, "", delivery.headers(), delivery.body());
  }

  /** Counts the units of work that were opened. */
  private static final class CountingUnitOfWork implements UnitOfWork {
    private final UnitOfWork work;
    private int count;

    CountingUnitOfWork(UnitOfWork work) {
      this.work = work;
    }

    int count() {
      return count;
    }

    @Override
    public <T> T write(Supplier<T> todo) {
      count++;
      return work.write(todo);
    }

    @Override
    public <T> T writeShared(Supplier<T> todo) {
      count++;
      return work.writeShared(todo);
    }

    @Override
    public <A, R> Function<A, R> together(Function<List<A>, List<R>> write) {
      count++;
      return work.together(write);
    }

    @Override
    public <A, R> Function<A, R> lookTogether(Function<List<A>, List<R>> statement) {
      count++;
      return work.lookTogether(statement);
    }

    @Override
    public <T> T look(Supplier<T> todo) {
      count++;
      return work.look(todo);
    }

    @Override
    public void run(Runnable todo) {
      count++;
      work.run(todo);
    }

    @Override
    public <T> T read(Supplier<T> todo) {
      count++;
      return work.read(todo);
    }

    @Override
    public void afterCommit(Runnable hook) {
      work.afterCommit(hook);
    }

    @Override
    public boolean isOpen() {
      return work.isOpen();
    }
  }
}
