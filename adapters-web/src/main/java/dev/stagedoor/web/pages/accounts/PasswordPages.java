package dev.stagedoor.web.pages.accounts;

import dev.stagedoor.application.auth.AccountLinkService;
import dev.stagedoor.application.auth.AccountView;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.web.limits.SignInLimits;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import dev.stagedoor.web.security.NoProof;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** Setting a password: by an invitation, or because it was forgotten. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@NoProof
class PasswordPages {
  private static final String FORGOT = "accounts/forgot";
  private static final String RESET = "accounts/reset";
  private static final String INVITATION = "accounts/invitation";
  private static final String TOKEN = "token";
  private static final String PASSWORD = "password";

  private final Pages pages;
  private final AccountLinkService links;
  private final SignInLimits limits;
  private final Entrance entrance;

  PasswordPages(Pages pages, AccountLinkService links, SignInLimits limits, Entrance entrance) {
    this.pages = pages;
    this.links = links;
    this.limits = limits;
    this.entrance = entrance;
  }

  @Get("/password/forgot")
  HttpResponse<String> forgotForm(Shell shell) {
    return pages.show(shell, FORGOT, Form.empty());
  }

  @Post("/password/forgot")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> forgot(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    return pages.submit(
        shell,
        FORGOT,
        form,
        () -> {
          EmailAddress email = form.email("email");
          limits.countMail(request, email);
          links.forgot(email);
          return Pages.leadTo("/password/forgot?done=reset_mailed");
        });
  }

  @Get("/password/reset")
  HttpResponse<String> resetForm(Shell shell, @QueryValue(defaultValue = "") String token) {
    return linkForm(shell, RESET, token);
  }

  @Post("/password/reset")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> reset(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    return pages.submit(
        shell,
        RESET,
        form,
        () -> {
          AccountView account =
              limits.attempt(request, () -> links.reset(form.secret(TOKEN), form.secret(PASSWORD)));
          limits.welcome(request, new EmailAddress(account.email()));
          return Pages.leadTo("/login?done=password_changed");
        });
  }

  @Get("/invitation")
  HttpResponse<String> invitation(Shell shell, @QueryValue(defaultValue = "") String token) {
    return linkForm(shell, INVITATION, token);
  }

  @Post("/invitation")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> accept(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    return pages.submit(
        shell,
        INVITATION,
        form,
        () -> {
          SignedIn signedIn =
              limits.attempt(
                  request, () -> links.acceptInvitation(form.secret(TOKEN), form.secret(PASSWORD)));
          AccountView account = signedIn.account();
          limits.welcome(request, new EmailAddress(account.email()));
          return entrance.letIn(signedIn, entrance.homeOf(account) + "?done=welcome", request);
        });
  }

  private HttpResponse<String> linkForm(Shell shell, String template, String token) {
    return Pages.unkept(pages.show(shell, template, Form.empty().with(TOKEN, token)));
  }
}
