package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.auth.RegistrationService;
import dev.stagedoor.web.limits.SignInLimits;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import dev.stagedoor.web.pages.accounts.Entrance;
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
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;

/** Registering as somebody who sells. */
@Hidden
@Controller("/register/seller")
@Produces(MediaType.TEXT_HTML)
class SellerPages {
  private static final String TEMPLATE = "liveselling/register";

  private final Pages pages;
  private final RegistrationService registrations;
  private final SignInLimits limits;
  private final Entrance entrance;

  SellerPages(
      Pages pages, RegistrationService registrations, SignInLimits limits, Entrance entrance) {
    this.pages = pages;
    this.registrations = registrations;
    this.limits = limits;
    this.entrance = entrance;
  }

  @Get
  HttpResponse<String> form(Shell shell) {
    return pages.show(shell, TEMPLATE, Form.empty());
  }

  @Post
  @NoProof
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> register(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    return pages.submit(
        shell,
        TEMPLATE,
        form,
        () -> {
          limits.countAddress(request);
          NewAccount account = form.newAccount(shell.language());
          return entrance.letIn(registrations.register(account), "/shows", request);
        });
  }
}
