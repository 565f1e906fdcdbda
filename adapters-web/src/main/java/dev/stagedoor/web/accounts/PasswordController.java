package dev.stagedoor.web.accounts;

import dev.stagedoor.application.auth.AccountLinkService;
import dev.stagedoor.application.auth.AccountView;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.domain.kernel.EmailAddress;
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
    SignedIn signedIn =
        limits.attempt(http, () -> links.acceptInvitation(request.token(), request.password()));
    limits.welcome(http, new EmailAddress(signedIn.account().email()));
    return SignedInResponse.from(signedIn);
  }

  /** Mails a reset link, where there is such an account; the answer does not tell. */
  @Status(HttpStatus.ACCEPTED)
  @Post("/password/forgot")
  void forgot(HttpRequest<?> http, @Body ForgotPasswordRequest request) {
    limits.countMail(http, request.address());
    links.forgot(request.address());
  }

  /** Sets a new password and ends every session of the account. */
  @Status(HttpStatus.NO_CONTENT)
  @Post("/password/reset")
  void reset(HttpRequest<?> http, @Body SetPasswordRequest request) {
    AccountView account =
        limits.attempt(http, () -> links.reset(request.token(), request.password()));
    limits.welcome(http, new EmailAddress(account.email()));
  }
}
