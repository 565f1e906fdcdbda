package dev.stagedoor.web.security;

import dev.stagedoor.web.error.WebError;
import dev.stagedoor.web.error.WebException;
import dev.stagedoor.web.request.CrossAppOrigin;
import dev.stagedoor.web.request.FilterOrder;
import dev.stagedoor.web.request.HttpSettings;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Refuses a proof that is not good, and a cookie that another site made the browser send. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AdmissionFilter {
  private static final String REFUSAL = "stagedoor.refusal";

  private final HttpSettings settings;
  private final CrossAppOrigin ticketing;

  AdmissionFilter(HttpSettings settings, CrossAppOrigin ticketing) {
    this.settings = settings;
    this.ticketing = ticketing;
  }

  static void refuse(HttpRequest<?> request, RuntimeException why) {
    request.setAttribute(REFUSAL, why);
  }

  @RequestFilter
  @Order(FilterOrder.ADMIT)
  void admit(HttpRequest<?> request) {
    request
        .getAttribute(REFUSAL, RuntimeException.class)
        .ifPresent(
            why -> {
              throw why;
            });
    boolean byCookie =
        Caller.of(request).proof().filter(proof -> proof.kind() == Proof.Kind.COOKIE).isPresent();
    if (byCookie
        && !SameOrigin.isSafe(request)
        && !SameOrigin.holds(request, settings.allowedOrigins())
        && !ticketing.allows(request)) {
      throw new WebException(WebError.ORIGIN_NOT_ALLOWED);
    }
  }
}
