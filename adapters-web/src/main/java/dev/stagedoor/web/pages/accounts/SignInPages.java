package dev.stagedoor.web.pages.accounts;

import dev.stagedoor.application.auth.SessionService;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Next;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import dev.stagedoor.web.security.Caller;
import dev.stagedoor.web.security.NoProof;
import dev.stagedoor.web.security.Proof;
import dev.stagedoor.web.security.SessionCookie;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SignInPages {
  private static final String TEMPLATE = "accounts/login";

  private final Pages pages;
  private final SessionService sessions;
  private final Entrance entrance;

  SignInPages(Pages pages, SessionService sessions, Entrance entrance) {
    this.pages = pages;
    this.sessions = sessions;
    this.entrance = entrance;
  }

  @Get("/login")
  HttpResponse<String> form(Shell shell, @QueryValue @Nullable String next) {
    return pages.show(shell, TEMPLATE, new SignInPage(Form.empty(), Next.read(next).orElse("")));
  }

  @Post("/login")
  @NoProof
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> signIn(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    String next = Next.read(form.value("next")).orElse("");
    try {
      SignedIn signedIn = sessions.signIn(form.email("email"), form.secret("password"));
      String home = Entrance.homeOf(signedIn.account().role());
      return entrance.letIn(signedIn, next.isEmpty() ? home : next, request);
    } catch (DomainException refused) {
      return pages.show(
          HttpStatus.UNPROCESSABLE_ENTITY,
          shell,
          TEMPLATE,
          new SignInPage(form.refused(refused, shell.text()), next));
    }
  }

  @Post("/logout")
  @Consumes(MediaType.ALL)
  HttpResponse<String> signOut(Caller caller, HttpRequest<?> request) {
    caller
        .proof()
        .filter(proof -> proof.kind() == Proof.Kind.COOKIE)
        .ifPresent(proof -> sessions.closeCookie(proof.secret()));
    return Pages.leadTo("/?done=signed_out").cookie(SessionCookie.cleared(request));
  }
}
