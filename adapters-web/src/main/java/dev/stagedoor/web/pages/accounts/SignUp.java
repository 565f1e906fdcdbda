package dev.stagedoor.web.pages.accounts;

import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.auth.RegistrationService;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.web.limits.SignInLimits;
import dev.stagedoor.web.pages.Form;
import dev.stagedoor.web.pages.Next;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Registers somebody by name, address and password, and leads them back to where they came from.
 */
@Singleton
public final class SignUp {
  private final Pages pages;
  private final RegistrationService registrations;
  private final SignInLimits limits;
  private final Entrance entrance;

  SignUp(Pages pages, RegistrationService registrations, SignInLimits limits, Entrance entrance) {
    this.pages = pages;
    this.registrations = registrations;
    this.limits = limits;
    this.entrance = entrance;
  }

  /**
   * Shows the form.
   *
   * @param template shows a {@link SignInPage}
   * @param home where it leads who came from nowhere
   */
  public HttpResponse<String> form(
      Shell shell, String template, @Nullable String next, String home) {
    return pages.show(shell, template, new SignInPage(Form.empty(), Next.read(next).orElse(home)));
  }

  public HttpResponse<String> register(
      Shell shell,
      HttpRequest<?> request,
      Map<String, String> fields,
      String template,
      String home) {
    return register(shell, request, fields, template, home, registrations::register);
  }

  /**
   * Registers somebody in an area's own way.
   *
   * @param registering makes the account, with what the area adds
   */
  public HttpResponse<String> register(
      Shell shell,
      HttpRequest<?> request,
      Map<String, String> fields,
      String template,
      String home,
      Function<NewAccount, SignedIn> registering) {
    Form form = Form.of(fields);
    String next = Next.read(form.value("next")).orElse(home);
    try {
      limits.countAddress(request);
      NewAccount account = form.newAccount(shell.language());
      return entrance.letIn(registering.apply(account), next, request);
    } catch (DomainException refused) {
      return Pages.unkept(
          pages.show(
              Form.status(refused),
              shell,
              template,
              new SignInPage(form.refused(refused, shell.text()), next)));
    }
  }
}
