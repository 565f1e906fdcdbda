package dev.stagedoor.web.request;

import dev.stagedoor.domain.kernel.PageRequest;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Gives a controller's {@link PageRequest} parameter what {@code ?page=} and {@code ?limit=} ask.
 */
@Singleton
final class PageRequestBinder implements TypedRequestArgumentBinder<PageRequest> {
  @Override
  public Argument<PageRequest> argumentType() {
    return Argument.of(PageRequest.class);
  }

  @Override
  public BindingResult<PageRequest> bind(
      ArgumentConversionContext<PageRequest> context, HttpRequest<?> request) {
    // Zero is no page and no number of entries: what is no number is refused with the same words.
    PageRequest page =
        new PageRequest(
            number(request, "page", 1), number(request, "limit", PageRequest.DEFAULT_LIMIT));
    return () -> Optional.of(page);
  }

  private static int number(HttpRequest<?> request, String name, int absent) {
    String text = request.getParameters().get(name);
    if (text == null) {
      return absent;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      return 0;
    }
  }
}
