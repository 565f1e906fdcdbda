package dev.stagedoor.web.pages;

import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.error.ErrorPage;
import dev.stagedoor.web.error.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;

/** Shows what went wrong in the frame of all pages, with a way on. */
@Singleton
final class PlainErrorPage implements ErrorPage {
  private final Pages pages;

  PlainErrorPage(Pages pages) {
    this.pages = pages;
  }

  @Override
  public String render(HttpRequest<?> request, Language language, Problem problem) {
    Shell shell = pages.shell(request, language);
    int status = problem.status().getCode();
    boolean signInHelps =
        problem.status() == HttpStatus.UNAUTHORIZED
            || (problem.status() == HttpStatus.NOT_FOUND && !shell.actor().isSignedIn());
    String heading =
        shell
            .text()
            .sayIfKnown("ui.error." + status)
            .orElseGet(() -> shell.text().say(status >= 500 ? "ui.error.500" : "ui.error.other"));
    return pages.render(
        shell, "error", new ErrorView(status, heading, problem.detail(), signInHelps));
  }
}
