package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;

/** The page where a booking is paid. */
@Hidden
@Controller("/memorial/{id}")
@Produces(MediaType.TEXT_HTML)
class PaymentPages {
  // Stripe's card form is a script of theirs that opens frames of theirs; it cannot be copied.
  private static final String WITH_STRIPE =
      "default-src 'self'; script-src 'self' https://js.stripe.com; style-src 'self';"
          + " img-src 'self' data: https:; connect-src 'self' https://api.stripe.com;"
          + " frame-src https://js.stripe.com https://hooks.stripe.com; object-src 'none';"
          + " base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

  private final Pages pages;
  private final MemorialService memorials;
  private final BookingService bookings;

  PaymentPages(Pages pages, MemorialService memorials, BookingService bookings) {
    this.pages = pages;
    this.memorials = memorials;
    this.bookings = bookings;
  }

  @Get("/payment")
  HttpResponse<String> payment(Shell shell, @PathVariable UUID id) {
    Actor actor = shell.signedIn();
    MemorialId memorial = new MemorialId(id);
    PaymentPage page =
        new PaymentPage(memorials.get(actor, memorial), bookings.schedule(actor, memorial));
    return pages
        .show(shell, "memorials/payment", page)
        .header("Content-Security-Policy", WITH_STRIPE);
  }
}
