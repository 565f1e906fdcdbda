package dev.stagedoor.web.pages.accounts;

import dev.stagedoor.application.notifications.PreferenceService;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import dev.stagedoor.web.security.NoProof;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;

/**
 * Where a mail leads whoever wants no more of its kind. Reading changes nothing, since mail
 * programs follow links by themselves; the button does, and so do programs that offer one click: <a
 * href="https://www.rfc-editor.org/rfc/rfc8058">RFC 8058</a>. Nobody is asked who they are.
 */
@Hidden
@Controller("/unsubscribe")
@Produces(MediaType.TEXT_HTML)
@NoProof
class UnsubscribePages {
  private final Pages pages;
  private final PreferenceService preferences;

  UnsubscribePages(Pages pages, PreferenceService preferences) {
    this.pages = pages;
    this.preferences = preferences;
  }

  @Get
  HttpResponse<String> ask(Shell shell, @QueryValue(defaultValue = "") String token) {
    return show(shell, new UnsubscribePage(token, preferences.named(token), false));
  }

  /** Takes any body: programs send one of several forms, and the link says everything. */
  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<String> unsubscribe(Shell shell, @QueryValue(defaultValue = "") String token) {
    return show(shell, new UnsubscribePage(token, preferences.unsubscribe(token), true));
  }

  /** Takes that back; not everybody who gets mails has a page where they choose. */
  @Post("/again")
  @Consumes(MediaType.ALL)
  HttpResponse<String> resubscribe(Shell shell, @QueryValue(defaultValue = "") String token) {
    return show(shell, new UnsubscribePage(token, preferences.resubscribe(token), true));
  }

  private HttpResponse<String> show(Shell shell, UnsubscribePage page) {
    return Pages.unkept(pages.show(shell, "accounts/unsubscribe", page))
        .header("Referrer-Policy", "no-referrer");
  }
}
