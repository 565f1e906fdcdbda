package dev.stagedoor.web.tv;

import dev.stagedoor.application.language.Translations;
import dev.stagedoor.web.request.Languages;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Gives a controller's {@link Words} parameter the language to answer in. */
@Singleton
final class WordsBinder implements TypedRequestArgumentBinder<Words> {
  private final Translations translations;

  WordsBinder(Translations translations) {
    this.translations = translations;
  }

  @Override
  public Argument<Words> argumentType() {
    return Argument.of(Words.class);
  }

  @Override
  public BindingResult<Words> bind(
      ArgumentConversionContext<Words> context, HttpRequest<?> request) {
    Words words = new Words(translations, Languages.of(request));
    return () -> Optional.of(words);
  }
}
