package dev.stagedoor.application.webhooks;

import static dev.stagedoor.domain.fixture.BookingBuilder.choosing;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/** A booking that is about to be paid, and what its provider delivers. */
abstract class WebhookIntakeScene {
  final InMemoryStagedoor house = new InMemoryStagedoor();
  final InMemoryStagedoor.Family family = house.aFamily();
  final Actor admin = house.admin().actor();
  OpenedCheckout checkout;

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

  RawWebhook paid() {
    house.payments().pay(checkout.charge());
    return house
        .webhooks()
        .delivery(
            new PaymentEvent.ChargeChanged(checkout.charge(), Optional.of(checkout.payment())));
  }

  BookingStatus status() {
    return house.booking(family.memorial()).status();
  }

  List<WebhookView> kept() {
    return house.stagedoor().webhooks().list(admin, Optional.empty(), PageRequest.first()).items();
  }

  static WebhookResult taken(String outcome) {
    return new WebhookResult.Taken(outcome);
  }
}
