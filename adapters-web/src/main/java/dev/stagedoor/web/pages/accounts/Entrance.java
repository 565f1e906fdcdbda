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
    return home(
        account.isAdmin(),
        account.role().equals(Role.FUNERAL_DIRECTOR.code()),
        account.role().equals(Role.RESELLER.code()));
  }

  String homeOf(Actor actor) {
    return home(actor.isAdmin(), actor.has(Role.FUNERAL_DIRECTOR), actor.has(Role.RESELLER));
  }

  private String home(boolean admin, boolean director, boolean reseller) {
    if (admin) {
      return "/admin";
    }
    if (reseller && isOn(Settings.Area.TV)) {
      return "/reseller";
    }
    if (isOn(Settings.Area.MEMORIALS)) {
      return director ? "/director" : "/profile";
    }
    if (isOn(Settings.Area.LIVESELLING)) {
      return "/shows";
    }
    if (isOn(Settings.Area.COURSES)) {
      return "/learn";
    }
    return isOn(Settings.Area.TV) ? "/tv" : "/";
  }

  private boolean isOn(Settings.Area area) {
    return settings.areas().contains(area);
  }
}
