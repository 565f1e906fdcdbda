package dev.stagedoor.web.accounts;

import dev.stagedoor.application.auth.AccountLinkService;
import dev.stagedoor.web.limits.SignInLimits;
import dev.stagedoor.web.security.NoProof;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.tags.Tag;

/** What mailed links lead to: first passwords and new ones. */
@NoProof
@Controller("/api/auth")
@Tag(name = "Accounts")
class PasswordController {
  private final AccountLinkService links;
  private final SignInLimits limits;

  PasswordController(AccountLinkService links, SignInLimits limits) {
    this.links = links;
    this.limits = limits;
  }

  /** Sets the first password of an invited account and signs its holder in. */
  @Post("/invitations/accept")
  SignedInResponse accept(HttpRequest<?> http, @Body SetPasswordRequest request) {
    return SignedInResponse.from(
        limits.attempt(http, () -> links.acceptInvitation(request.token(), request.password())));
  }

  /** Mails a reset link, where there is such an account; the answer does not tell. */
  @Status(HttpStatus.ACCEPTED)
  @Post("/password/forgot")
  void forgot(HttpRequest<?> http, @Body ForgotPasswordRequest request) {
    limits.count(http, request.address());
    links.forgot(request.address());
  }

  /** Sets a new password and ends every session of the account. */
  @Status(HttpStatus.NO_CONTENT)
  @Post("/password/reset")
  void reset(HttpRequest<?> http, @Body SetPasswordRequest request) {
    limits.attempt(
        http,
        () -> {
          links.reset(request.token(), request.password());
          return true;
        });
  }
}
