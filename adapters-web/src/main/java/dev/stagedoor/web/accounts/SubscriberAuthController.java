package dev.stagedoor.web.accounts;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.auth.RegistrationService;
import dev.stagedoor.application.auth.SessionService;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.application.tv.SubscriberService;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.limits.SignInLimits;
import dev.stagedoor.web.security.Caller;
import dev.stagedoor.web.security.NoProof;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The same accounts for clients of {@code /api/v1}. */
@Controller("/api/v1/auth")
@Tag(name = "Accounts")
class SubscriberAuthController {
  private final RegistrationService registrations;
  private final SubscriberService subscribers;
  private final Settings settings;
  private final SessionService sessions;
  private final SignInLimits limits;
  private final SessionEnd sessionEnd;

  SubscriberAuthController(
      RegistrationService registrations,
      SubscriberService subscribers,
      Settings settings,
      SessionService sessions,
      SignInLimits limits,
      SessionEnd sessionEnd) {
    this.registrations = registrations;
    this.subscribers = subscribers;
    this.settings = settings;
    this.sessions = sessions;
    this.limits = limits;
    this.sessionEnd = sessionEnd;
  }

  /** Makes an account, with a trial where the person had none, and signs its holder in. */
  @NoProof
  @Status(HttpStatus.CREATED)
  @Post("/signup")
  SubscriberResponse signup(HttpRequest<?> http, Language language, @Body SignupRequest request) {
    limits.countAddress(http);
    NewAccount wanted = request.toCommand(language);
    if (!settings.areas().contains(Settings.Area.TV)) {
      return SubscriberResponse.from(registrations.register(wanted));
    }
    SignedIn signedIn = subscribers.signUp(wanted);
    return SubscriberResponse.from(signedIn, subscribers.me(signedIn.actor()));
  }

  /** Signs in by password; a wrong one and an unknown address get the same answer. */
  @NoProof
  @Post("/login")
  SubscriberResponse login(HttpRequest<?> http, @Body SignInRequest request) {
    return SubscriberResponse.from(
        limits.attempt(
            http, request.address(), () -> sessions.signIn(request.address(), request.password())));
  }

  /** Exchanges a refresh token; using one twice ends the session it belongs to. */
  @NoProof
  @Post("/refresh")
  SubscriberResponse.Tokens refresh(HttpRequest<?> http, @Body RenewRequest request) {
    return SubscriberResponse.Tokens.from(
        limits.attempt(http, () -> sessions.refresh(request.refreshToken())).tokens());
  }

  /** Ends the session that sends this. */
  @Status(HttpStatus.NO_CONTENT)
  @Post("/logout")
  HttpResponse<?> logout(HttpRequest<?> http, Caller caller) {
    return sessionEnd.of(caller, http);
  }
}
