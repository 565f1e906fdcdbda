package dev.stagedoor.web.accounts;

import dev.stagedoor.application.auth.SessionService;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.limits.SignInLimits;
import dev.stagedoor.web.security.Caller;
import dev.stagedoor.web.security.NoProof;
import dev.stagedoor.web.security.SessionCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The cookie session of a browser. */
@Controller("/api/session")
@Tag(name = "Accounts")
class SessionController {
  private final SessionService sessions;
  private final SignInLimits limits;
  private final SessionEnd sessionEnd;

  SessionController(SessionService sessions, SignInLimits limits, SessionEnd sessionEnd) {
    this.sessions = sessions;
    this.limits = limits;
    this.sessionEnd = sessionEnd;
  }

  /** Opens a session for the holder of a token, and gives the browser its cookie. */
  @NoProof
  @Post
  HttpResponse<SuccessResponse> open(HttpRequest<?> http, @Body OpenSessionRequest request) {
    Secret session = limits.attempt(http, () -> sessions.openCookie(request.idToken()));
    return HttpResponse.ok(SuccessResponse.yes())
        .cookie(SessionCookie.of(session, sessions.cookieLife(), http));
  }

  /** Ends the session, and takes the cookie back. */
  @Status(HttpStatus.NO_CONTENT)
  @Delete
  HttpResponse<?> close(HttpRequest<?> http, Caller caller) {
    return sessionEnd.of(caller, http);
  }
}
