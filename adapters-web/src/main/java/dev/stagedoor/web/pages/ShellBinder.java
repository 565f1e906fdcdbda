package dev.stagedoor.web.pages;

import dev.stagedoor.web.request.Languages;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives a controller's {@link Shell} parameter the frame of the page it answers with. */
@Singleton
final class ShellBinder implements TypedRequestArgumentBinder<Shell> {
  private final Pages pages;

  ShellBinder(Pages pages) {
    this.pages = pages;
  }

  @Override
  public Argument<Shell> argumentType() {
    return Argument.of(Shell.class);
  }

  @Override
  public BindingResult<Shell> bind(
      ArgumentConversionContext<Shell> context, HttpRequest<?> request) {
    Shell shell = pages.shell(request, Languages.of(request));
    return () -> Optional.of(shell);
  }
}
