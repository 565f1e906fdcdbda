package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.PaymentFrame;
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
  private final Pages pages;
  private final MemorialService memorials;
  private final BookingService bookings;
  private final PaymentFrame frame;

  PaymentPages(
      Pages pages, MemorialService memorials, BookingService bookings, PaymentFrame frame) {
    this.pages = pages;
    this.memorials = memorials;
    this.bookings = bookings;
    this.frame = frame;
  }

  @Get("/payment")
  HttpResponse<String> payment(Shell shell, @PathVariable UUID id) {
    Actor actor = shell.signedIn();
    MemorialId memorial = new MemorialId(id);
    PaymentPage page =
        new PaymentPage(
            memorials.get(actor, memorial), bookings.schedule(actor, memorial), frame.forms());
    return frame.around(pages.show(shell, "memorials/payment", page));
  }
}
