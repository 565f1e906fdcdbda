package dev.stagedoor.web.pages.accounts;

import dev.stagedoor.application.auth.SessionService;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.security.SessionCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Lets somebody who proved who they are in: with a session cookie, to the page they want. */
@Singleton
public final class Entrance {
  private final SessionService sessions;

  Entrance(SessionService sessions) {
    this.sessions = sessions;
  }

  public MutableHttpResponse<String> letIn(SignedIn signedIn, String page, HttpRequest<?> request) {
    return Pages.leadTo(page)
        .cookie(
            SessionCookie.of(
                sessions.openCookie(signedIn.tokens().accessToken()),
                sessions.cookieLife(),
                request));
  }

  /** Returns where a role's own work begins. */
  public static String homeOf(String role) {
    if (role.equals(Role.ADMIN.code())) {
      return "/admin";
    }
    return role.equals(Role.FUNERAL_DIRECTOR.code()) ? "/director" : "/profile";
  }
}
