package dev.stagedoor.web.pages.accounts;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.auth.AccountView;
import dev.stagedoor.application.auth.SessionService;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.domain.auth.Actor;
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
  private final Settings settings;

  Entrance(SessionService sessions, Settings settings) {
    this.sessions = sessions;
    this.settings = settings;
  }

  public MutableHttpResponse<String> letIn(SignedIn signedIn, String page, HttpRequest<?> request) {
    return Pages.leadTo(page)
        .cookie(
            SessionCookie.of(
                sessions.openCookie(signedIn.tokens().accessToken()),
                sessions.cookieLife(),
                request));
  }

  /** Returns where somebody's own work begins. */
  public String homeOf(AccountView account) {
    return home(account.isAdmin(), account.role().equals(Role.FUNERAL_DIRECTOR.code()));
  }

  String homeOf(Actor actor) {
    return home(actor.isAdmin(), actor.has(Role.FUNERAL_DIRECTOR));
  }

  private String home(boolean admin, boolean director) {
    if (admin) {
      return "/admin";
    }
    if (!settings.areas().contains(Settings.Area.MEMORIALS)) {
      return settings.areas().contains(Settings.Area.LIVESELLING)
          ? "/shows"
          : settings.areas().contains(Settings.Area.COURSES) ? "/learn" : "/";
    }
    return director ? "/director" : "/profile";
  }
}
