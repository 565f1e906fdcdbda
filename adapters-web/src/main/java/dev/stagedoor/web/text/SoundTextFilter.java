package dev.stagedoor.web.text;

import dev.stagedoor.web.error.WebError;
import dev.stagedoor.web.error.WebException;
import dev.stagedoor.web.request.FilterOrder;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.filter.FilterContinuation;
import java.nio.charset.StandardCharsets;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Refuses an address or a form with text that could not be kept as it was sent. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SoundTextFilter {
  @RequestFilter
  @Order(FilterOrder.READ)
  Publisher<? extends HttpResponse<?>> check(
      ServerHttpRequest<?> request, FilterContinuation<Publisher<HttpResponse<?>>> chain) {
    if (!SoundText.isSoundEncoded(request.getUri().toString())) {
      throw new WebException(WebError.REQUEST_UNREADABLE);
    }
    return isForm(request) ? form(request, chain) : chain.proceed();
  }

  private static boolean isForm(ServerHttpRequest<?> request) {
    return request
        .getContentType()
        .filter(type -> type.matches(MediaType.APPLICATION_FORM_URLENCODED_TYPE))
        .isPresent();
  }

  private static Publisher<? extends HttpResponse<?>> form(
      ServerHttpRequest<?> request, FilterContinuation<Publisher<HttpResponse<?>>> chain) {
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
