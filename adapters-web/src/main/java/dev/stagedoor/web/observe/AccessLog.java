package dev.stagedoor.web.observe;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.web.request.ClientAddress;
import dev.stagedoor.web.security.Caller;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes one line for each request: what was asked and what came of it. No query, no header, no
 * body, and of a path only its template where there is one, for ids and tokens stand in them. The
 * request's id is in the line's context, as in every line that is written while it is answered.
 */
@Singleton
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("dev.stagedoor.access");

  private final ClientAddress addresses;

  AccessLog(ClientAddress addresses) {
    this.addresses = addresses;
  }

  void write(HttpRequest<?> request, HttpResponse<?> response, long nanos) {
    if (!LOG.isInfoEnabled()) {
      return;
    }
    String route = route(request);
    long millis = nanos / 1_000_000;
    LoggingEventBuilder line =
        LOG.atInfo()
            .addKeyValue("method", request.getMethodName())
            .addKeyValue("route", route)
            .addKeyValue("status", response.code())
            .addKeyValue("durationMs", millis)
            .addKeyValue("address", addresses.of(request));
    line = with(line, "bytes", bytes(response));
    line = with(line, "user", Caller.of(request).actor().user().map(UserId::value));
    line.log("{} {} {} {} ms", request.getMethodName(), route, response.code(), millis);
  }

  private static LoggingEventBuilder with(LoggingEventBuilder line, String key, Optional<?> value) {
    return value.isPresent() ? line.addKeyValue(key, value.get()) : line;
  }

  private static String route(HttpRequest<?> request) {
    return RouteAttributes.getRouteInfo(request)
        .filter(UriRouteInfo.class::isInstance)
        .map(info -> ((UriRouteInfo<?, ?>) info).getUriMatchTemplate().toPathString())
        .orElseGet(() -> printable(request.getPath()));
  }

  // A path nobody serves is whatever somebody typed: no line breaks, no novels.
  private static String printable(String path) {
    String plain = path.replaceAll("[^\\x21-\\x7e]", "?");
    return plain.length() > 200 ? plain.substring(0, 200) : plain;
  }

  private static Optional<Long> bytes(HttpResponse<?> response) {
    OptionalLong told = response.getHeaders().contentLength();
    if (told.isPresent()) {
      return Optional.of(told.getAsLong());
    }
    return response
        .getBody()
        .flatMap(
            body -> {
              if (body instanceof byte[] bytes) {
                return Optional.of((long) bytes.length);
              }
              return body instanceof CharSequence text
                  ? Optional.of((long) text.toString().getBytes(StandardCharsets.UTF_8).length)
                  : Optional.empty();
            });
  }
}
