package dev.stagedoor.web.memorials;

import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.web.json.Sent;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Currency;
import java.util.Optional;

/** Prepares the payment of a memorial's booking. */
@Controller("/api/create-payment-intent")
@Tag(name = "Memorials")
class BookingPaymentController {
  private final BookingService bookings;

  BookingPaymentController(BookingService bookings) {
    this.bookings = bookings;
  }

  /**
   * Prepares the payment of what is owed. Asking again gives the same charge as long as the amount
   * is the same.
   */
  @Post
  PaymentIntentResponse prepare(Actor actor, @Body PaymentIntentRequest request) {
    actor.mustBeSignedIn();
    MemorialId memorial = new MemorialId(Sent.required(request.memorialId(), "memorialId"));
    Currency currency = bookings.schedule(actor, memorial).total().currency();
    Optional<Money> claimed = Sent.amount(request.amount(), currency);
    return PaymentIntentResponse.from(bookings.pay(actor, memorial, claimed));
  }
}
