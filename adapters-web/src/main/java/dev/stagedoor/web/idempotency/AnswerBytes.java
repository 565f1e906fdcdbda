package dev.stagedoor.web.idempotency;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteInfo;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Turns an answer's body into the bytes that are sent, and puts them in its place: what is kept is
 * what was sent.
 */
@Singleton
final class AnswerBytes {
  private final JsonMapper json;

  AnswerBytes(JsonMapper json) {
    this.json = json;
  }

  /** Returns nothing for an answer that cannot be sent again: a stream, or one with a cookie. */
  Optional<byte[]> of(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (response.getHeaders().contains(HttpHeaders.SET_COOKIE)) {
      return Optional.empty();
    }
    Object body = response.body();
    if (body == null) {
      return Optional.of(new byte[0]);
    }
    if (body instanceof byte[] bytes) {
      return Optional.of(bytes);
    }
    if (body instanceof CharSequence text) {
      return Optional.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
    if (Publishers.isConvertibleToPublisher(body) || !isJson(request, response)) {
      return Optional.empty();
    }
    byte[] bytes = write(request, body);
    if (response.getContentType().isEmpty()) {
      response.contentType(MediaType.APPLICATION_JSON_TYPE);
    }
    response.body((Object) bytes);
    return Optional.of(bytes);
  }

  private static boolean isJson(HttpRequest<?> request, MutableHttpResponse<?> response) {
    return response
        .getContentType()
        .or(
            () ->
                RouteAttributes.getRouteInfo(request)
                    .flatMap(route -> route.getProduces().stream().findFirst()))
        .filter(type -> !type.getExtension().equals(MediaType.EXTENSION_JSON))
        .isEmpty();
  }

  private byte[] write(HttpRequest<?> request, Object body) {
    try {
      Argument<?> declared =
          RouteAttributes.getRouteInfo(request)
              .<Argument<?>>map(RouteInfo::getResponseBodyType)
              .filter(type -> type.isInstance(body))
              .orElseGet(() -> Argument.ofInstance(body));
      return write(declared, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked") // the body was just found to be an instance of it
  private <T> byte[] write(Argument<T> type, Object body) throws IOException {
    return json.writeValueAsBytes(type, (T) body);
  }
}
