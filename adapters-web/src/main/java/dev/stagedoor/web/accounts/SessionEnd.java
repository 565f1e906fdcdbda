package dev.stagedoor.web.accounts;

import dev.stagedoor.application.auth.SessionService;
import dev.stagedoor.web.security.Caller;
import dev.stagedoor.web.security.Proof;
import dev.stagedoor.web.security.SessionCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** Ends the session a request was sent with, whichever kind it is. */
@Singleton
final class SessionEnd {
  private final SessionService sessions;

  SessionEnd(SessionService sessions) {
    this.sessions = sessions;
  }

  HttpResponse<?> of(Caller caller, HttpRequest<?> request) {
    caller.actor().userId();
    MutableHttpResponse<?> response = HttpResponse.noContent();
    caller
        .proof()
        .ifPresent(
            proof -> {
              if (proof.kind() == Proof.Kind.COOKIE) {
                sessions.closeCookie(proof.secret());
                response.cookie(SessionCookie.cleared(request));
              } else {
                sessions.signOut(proof.secret());
              }
            });
    return response;
  }
}
