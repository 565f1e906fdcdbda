package dev.stagedoor.application.memorials;

import static dev.stagedoor.domain.fixture.BookingBuilder.choosing;
import static dev.stagedoor.domain.fixture.Samples.usd;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.memorials.Booking;
import dev.stagedoor.domain.memorials.Selection;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A family that chooses what it books, and pays. */
abstract class BookingScene {
  static final Money LIVE = usd(129_900);
  static final Money LEGACY = usd(249_900);
  InMemoryStagedoor house = new InMemoryStagedoor();
  InMemoryStagedoor.Family family = house.aFamily("Grace Hopper");

  BookingService bookings() {
    return house.stagedoor().bookings();
  }

  ScheduleView schedule() {
    return bookings().schedule(family.actor(), family.memorial());
  }

  ScheduleView choose(Tier tier) {
    return save(choosing(tier), schedule().version());
  }

  ScheduleView save(Selection selection, long version) {
    return bookings()
        .save(
            family.actor(),
            family.memorial(),
            new BookingService.Edit(Optional.empty(), Optional.of(selection), version));
  }

  BookingService.Checkout pay(Money... claimed) {
    return bookings()
        .pay(
            family.actor(),
            family.memorial(),
            claimed.length == 0 ? Optional.empty() : Optional.of(claimed[0]));
  }

  OpenedCheckout open() {
    return pay().opened().orElseThrow();
  }

  Booking booking() {
    return house.booking(family.memorial());
  }

  RawWebhook news(OpenedCheckout checkout) {
    return house
        .webhooks()
        .delivery(
            new PaymentEvent.ChargeChanged(checkout.charge(), Optional.of(checkout.payment())));
  }

  /** The payer pays in the browser, and the provider tells. */
  void payerPays(OpenedCheckout checkout) {
    house.payments().pay(checkout.charge());
    house.deliver(news(checkout));
  }

  List<Object> toldStatuses() {
    return house.updates().all().stream()
        .filter(update -> update.channel().equals(Booking.subject(family.memorial())))
        .map(LiveUpdate::data)
        .map(data -> data.get("status"))
        .toList();
  }

  void settleEverything() {
    for (int i = 0; i < 8; i++) {
      house.later(Duration.ofMinutes(11));
      house.runJobs();
    }
  }
}
