package dev.stagedoor.web.text;

import dev.stagedoor.web.error.WebError;
import dev.stagedoor.web.error.WebException;
import dev.stagedoor.web.request.FilterOrder;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.filter.ConditionalFilter;
import io.micronaut.http.filter.FilterContinuation;
import java.nio.charset.StandardCharsets;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Refuses a form with text that could not be kept as it was sent. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SoundFormFilter implements ConditionalFilter {
  @Override
  public boolean isEnabled(HttpRequest<?> request) {
    return request
        .getContentType()
        .filter(type -> type.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE))
        .isPresent();
  }

  @RequestFilter
  @Order(FilterOrder.READ)
  Publisher<? extends HttpResponse<?>> check(
      ServerHttpRequest<?> request, FilterContinuation<Publisher<HttpResponse<?>>> chain) {
    // Asked again because with CORS on the server runs filters that said they are not enabled.
    if (!isEnabled(request)) {
      return chain.proceed();
    }
    ByteBody body = request.byteBody();
    return Mono.fromFuture(() -> body.split(ByteBody.SplitBackpressureMode.FASTEST).buffer())
        .flatMap(
            bytes ->
                SoundText.isSoundEncoded(text(bytes))
                    ? Mono.from(chain.proceed())
                    : Mono.error(new WebException(WebError.REQUEST_UNREADABLE)));
  }

  private static String text(CloseableAvailableByteBody body) {
    try (body) {
      return new String(body.toByteArray(), StandardCharsets.ISO_8859_1);
    }
  }
}
