package dev.stagedoor.web.pages.memorials;

import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.application.payments.PaymentForms;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.payments.PaymentForm;
import dev.stagedoor.web.pages.PagePolicy;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import dev.stagedoor.web.request.HttpSettings;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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

  private final PaymentForms forms;
  private final String policy;

  PaymentPages(
      Pages pages,
      MemorialService memorials,
      BookingService bookings,
      PaymentForms forms,
      HttpSettings settings) {
    this.pages = pages;
    this.memorials = memorials;
    this.bookings = bookings;
    this.forms = forms;
    this.policy = policy(PagePolicy.of(settings.pagePolicy()), forms);
  }

  /** Lets in what the forms of the providers need that are on, and nothing else. */
  private static String policy(PagePolicy pages, PaymentForms forms) {
    PagePolicy policy = pages;
    for (PaymentForm form : forms.byProvider().values()) {
      policy =
          policy
              .with("script-src", form.scripts())
              .with("frame-src", form.frames())
              .with("connect-src", form.connections());
      if (form.stylesItself()) {
        policy = policy.with("style-src", "'unsafe-inline'");
      }
    }
    return policy.toString();
  }

  @Get("/payment")
  HttpResponse<String> payment(Shell shell, @PathVariable UUID id) {
    Actor actor = shell.signedIn();
    MemorialId memorial = new MemorialId(id);
    PaymentPage page =
        new PaymentPage(memorials.get(actor, memorial), bookings.schedule(actor, memorial), forms);
    MutableHttpResponse<String> shown = pages.show(shell, "memorials/payment", page);
    if (!forms.byProvider().isEmpty()) {
      shown.header("Content-Security-Policy", policy);
      // Banks ask payers in windows that must find their way back.
      shown.header("Cross-Origin-Opener-Policy", "same-origin-allow-popups");
    }
    return shown;
  }
}
