package dev.stagedoor.web.pages.accounts;

import dev.stagedoor.application.auth.SessionService;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.web.limits.SignInLimits;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in and out. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
class SignInPages {
  private static final String TEMPLATE = "accounts/login";

  private final Pages pages;
  private final SessionService sessions;
  private final SignInLimits limits;
  private final Entrance entrance;

  SignInPages(Pages pages, SessionService sessions, SignInLimits limits, Entrance entrance) {
    this.pages = pages;
    this.sessions = sessions;
    this.limits = limits;
    this.entrance = entrance;
  }

  /** Shows the form to a visitor; who is signed in is led on. */
  @Get("/login")
  HttpResponse<String> form(Shell shell, @QueryValue @Nullable String next) {
    Optional<String> wanted = Next.read(next);
    if (shell.actor().isSignedIn()) {
      return Pages.leadTo(wanted.orElseGet(() -> entrance.homeOf(shell.actor())));
    }
    return pages.show(shell, TEMPLATE, new SignInPage(Form.empty(), wanted.orElse("")));
  }

  @Post("/login")
  @NoProof
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<String> signIn(
      Shell shell, HttpRequest<?> request, @Body Map<String, String> fields) {
    Form form = Form.of(fields);
    String next = Next.read(form.value("next")).orElse("");
    try {
      EmailAddress email = form.email("email");
      SignedIn signedIn =
          limits.attempt(request, email, () -> sessions.signIn(email, form.secret("password")));
      return entrance.letIn(
          signedIn, next.isEmpty() ? entrance.homeOf(signedIn.account()) : next, request);
    } catch (DomainException refused) {
      return pages.show(
          Form.status(refused),
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
