package dev.stagedoor.application.payments;

import static dev.stagedoor.domain.fixture.BookingBuilder.choosing;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.payments.Payment;
import java.util.Optional;

/** Bookings whose payments nobody tells us of. */
abstract class ReconciliationScene {
  final InMemoryStagedoor house = new InMemoryStagedoor();

  record Bought(InMemoryStagedoor.Family by, OpenedCheckout checkout) {}

  Bought aBooking() {
    InMemoryStagedoor.Family family = house.aFamily();
    BookingService bookings = house.stagedoor().bookings();
    long version = bookings.schedule(family.actor(), family.memorial()).version();
    bookings.save(
        family.actor(),
        family.memorial(),
        new BookingService.Edit(Optional.empty(), Optional.of(choosing(Tier.LIVE)), version));
    return new Bought(
        family,
        bookings.pay(family.actor(), family.memorial(), Optional.empty()).opened().orElseThrow());
  }

  Bought aPaidBooking() {
    Bought bought = aBooking();
    house.payments().pay(bought.checkout().charge());
    house.stagedoor().reconciler().reconcile(bought.checkout().payment());
    return bought;
  }

  Payment payment(Bought bought) {
    return house.payment(bought.checkout().payment());
  }

  BookingStatus status(Bought bought) {
    return house.booking(bought.by().memorial()).status();
  }
}
