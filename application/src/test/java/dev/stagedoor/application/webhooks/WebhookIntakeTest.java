package dev.stagedoor.application.webhooks;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.domain.fixture.BookingBuilder.choosing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.Tier;
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
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookIntakeTest {
  private static final ProviderId FAKE = new ProviderId("fake");
  private static final ProviderRef INPUT = ProviderRef.of("fake", "input");

  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final InMemoryStagedoor.Family family = house.aFamily();
  private final Actor admin = house.admin().actor();
  private OpenedCheckout checkout;

  @BeforeEach
  void aBookingIsAboutToBePaid() {
    BookingService bookings = house.stagedoor().bookings();
    long version = bookings.schedule(family.actor(), family.memorial()).version();
    bookings.save(
        family.actor(),
        family.memorial(),
        new BookingService.Edit(Optional.empty(), Optional.of(choosing(Tier.LIVE)), version));
    checkout =
        bookings.pay(family.actor(), family.memorial(), Optional.empty()).opened().orElseThrow();
  }

  private RawWebhook paid() {
    house.payments().pay(checkout.charge());
    return house
        .webhooks()
        .delivery(
            new PaymentEvent.ChargeChanged(checkout.charge(), Optional.of(checkout.payment())));
  }

  private BookingStatus status() {
    return house.booking(family.memorial()).status();
  }

  private List<WebhookView> kept() {
    return house.stagedoor().webhooks().list(admin, Optional.empty(), PageRequest.first()).items();
  }

  private static WebhookResult taken(String outcome) {
    return new WebhookResult.Taken(outcome);
  }

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
  void aDeliveryThatCannotBeAppliedIsAcknowledgedKeptAndRetried() {
    RawWebhook delivery = paid();
    fails("PaymentLookup.find");

    assertThat(house.deliver(delivery)).isEqualTo(taken("kept"));

    assertThat(status()).isEqualTo(BookingStatus.PENDING_PAYMENT);
    assertThat(kept())
        .singleElement()
        .satisfies(
            webhook -> {
              assertThat(webhook.status()).isEqualTo("failed");
              assertThat(webhook.error()).hasValue("IllegalStateException: made to fail");
            });
    house.clock().advance(Duration.ofHours(1));
    assertThat(house.runJobs()).isEmpty();
    assertThat(status()).isEqualTo(BookingStatus.PAID);
    assertThat(kept())
        .singleElement()
        .satisfies(
            webhook -> {
              assertThat(webhook.status()).isEqualTo("applied");
              assertThat(webhook.attempts()).isEqualTo(2);
              assertThat(webhook.error()).isEmpty();
            });
  }

  @Test
  void aRetryThatFailsTooIsTriedOnceMore() {
    RawWebhook delivery = paid();
    fails("PaymentLookup.find");
    house.deliver(delivery);
    house.clock().advance(Duration.ofHours(1));
    fails("PaymentLookup.find");
    assertThat(house.runJobs()).hasSize(1);
    assertThat(kept()).singleElement().extracting(WebhookView::attempts).isEqualTo(2);

    house.clock().advance(Duration.ofHours(1));

    assertThat(house.runJobs()).isEmpty();
    assertThat(status()).isEqualTo(BookingStatus.PAID);
  }

  @Test
  void aDeliveryThatFailedAndComesAgainIsADuplicateBecauseItIsOursToRetry() {
    RawWebhook delivery = paid();
    fails("PaymentLookup.find");
    house.deliver(delivery);

    assertThat(house.deliver(delivery)).isEqualTo(taken("duplicate"));
  }

  @Test
  void aCrashBeforeTheDeliveryIsKeptLeavesNothingAndTheProviderDeliversAgain() {
    RawWebhook delivery = paid();
    house.wire().after("PaymentLookup.find", house::crash);
    assertThatThrownBy(() -> house.deliver(delivery)).isInstanceOf(Error.class);
    house.restart();
    assertThat(kept()).isEmpty();

    assertThat(house.deliver(delivery)).isEqualTo(taken("applied"));
    assertThat(status()).isEqualTo(BookingStatus.PAID);
  }

  @Test
  void anAdminMayReplayADeliveryAndNothingHappensTwice() {
    house.deliver(paid());
    UUID id = kept().get(0).id();

    house.stagedoor().webhooks().replay(admin, id);

    assertThat(kept()).singleElement().extracting(WebhookView::attempts).isEqualTo(2);
    assertThat(house.booking(family.memorial()).paid()).isEqualTo(checkout.amount());
    assertThat(
            house.mailsTo(family.person().email()).stream()
                .filter(mail -> mail.content().text().contains("/livestream")))
        .hasSize(1);
  }

  @Test
  void aFailedDeliveryThatAnAdminReplaysIsNotAppliedAgainByItsRetry() {
    RawWebhook delivery = paid();
    fails("PaymentLookup.find");
    house.deliver(delivery);
    house.stagedoor().webhooks().replay(admin, kept().get(0).id());
    assertThat(status()).isEqualTo(BookingStatus.PAID);

    house.clock().advance(Duration.ofHours(1));
    house.runJobs();

    assertThat(kept()).singleElement().extracting(WebhookView::attempts).isEqualTo(2);
  }

  @Test
  void onlyAdminsListAndReplay() {
    house.deliver(paid());
    UUID id = kept().get(0).id();
    WebhookIntake webhooks = house.stagedoor().webhooks();

    assertRefused(
        CommonError.NOT_ALLOWED,
        () -> webhooks.list(family.actor(), Optional.empty(), PageRequest.first()));
    assertRefused(CommonError.NOT_ALLOWED, () -> webhooks.replay(family.actor(), id));
    assertRefused(CommonError.NOT_SIGNED_IN, () -> webhooks.replay(Actor.visitor(), id));
    assertRefused(CommonError.NOT_FOUND, () -> webhooks.replay(admin, UUID.randomUUID()));
  }

  @Test
  void deliveriesAreListedByWhatBecameOfThem() {
    house.deliver(paid());
    house.deliver(house.webhooks().ofUnknownType());

    assertThat(
            house
                .stagedoor()
                .webhooks()
                .list(admin, Optional.of(ReceivedWebhook.Status.IGNORED), PageRequest.first())
                .items())
        .singleElement()
        .extracting(WebhookView::status)
        .isEqualTo("ignored");
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

  private void fails(String call) {
    house
        .wire()
        .before(
            call,
            () -> {
              throw new IllegalStateException("made to fail");
            });
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
