package dev.stagedoor.web.accounts;

import dev.stagedoor.application.auth.RegistrationService;
import dev.stagedoor.application.auth.SessionService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.limits.SignInLimits;
import dev.stagedoor.web.security.Caller;
import dev.stagedoor.web.security.NoProof;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Accounts for all areas. Each path is also served without the prefix that a gateway strips. */
@Controller
@Tag(name = "Accounts")
class AuthController {
  private final RegistrationService registrations;
  private final SessionService sessions;
  private final SignInLimits limits;
  private final SessionEnd sessionEnd;

  AuthController(
      RegistrationService registrations,
      SessionService sessions,
      SignInLimits limits,
      SessionEnd sessionEnd) {
    this.registrations = registrations;
    this.sessions = sessions;
    this.limits = limits;
    this.sessionEnd = sessionEnd;
  }

  /** Makes an account and signs its holder in. */
  @NoProof
  @Status(HttpStatus.CREATED)
  @Post(uris = {"/api/user/auth/register", "/auth/register"})
  RegisteredResponse register(
      HttpRequest<?> http, Language language, @Body RegisterRequest request) {
    limits.countAddress(http);
    return RegisteredResponse.from(registrations.register(request.toCommand(language)));
  }

  /** Signs in by password; a wrong one and an unknown address get the same answer. */
  @NoProof
  @Post(uris = {"/api/user/auth/login", "/auth/login"})
  SignedInResponse login(HttpRequest<?> http, @Body SignInRequest request) {
    return SignedInResponse.from(
        limits.attempt(
            http, request.address(), () -> sessions.signIn(request.address(), request.password())));
  }

  /** Exchanges a refresh token; using one twice ends the session it belongs to. */
  @NoProof
  @Post(uris = {"/api/user/auth/refresh", "/auth/refresh"})
  TokensResponse refresh(HttpRequest<?> http, @Body RefreshRequest request) {
    return TokensResponse.from(
        limits.attempt(http, () -> sessions.refresh(request.refreshToken())).tokens());
  }

  /** Ends the session that sends this. */
  @Status(HttpStatus.NO_CONTENT)
  @Post(uris = {"/api/user/auth/logout", "/auth/logout"})
  HttpResponse<?> logout(HttpRequest<?> http, Caller caller) {
    return sessionEnd.of(caller, http);
  }

  /** Tells who is signed in. */
  @Get(uris = {"/api/user/auth/me", "/auth/me"})
  MeResponse me(Actor actor) {
    return MeResponse.from(sessions.me(actor));
  }
}
