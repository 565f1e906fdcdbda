package dev.stagedoor.web.request;

import dev.stagedoor.domain.kernel.Language;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives a controller's {@link Language} parameter the language to answer in. */
@Singleton
final class LanguageBinder implements TypedRequestArgumentBinder<Language> {
  @Override
  public Argument<Language> argumentType() {
    return Argument.of(Language.class);
  }

  @Override
  public BindingResult<Language> bind(
      ArgumentConversionContext<Language> context, HttpRequest<?> request) {
    return () -> Optional.of(Languages.of(request));
  }
}
