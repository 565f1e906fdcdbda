package dev.stagedoor.web.observe;

import dev.stagedoor.web.request.FilterOrder;
import dev.stagedoor.web.request.RequestId;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/** Gives every request an id, and every answer that id, its security headers and a log line. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class ObserveFilter {
  private static final String STARTED = "stagedoor.started";

  private final SecurityHeaders security;
  private final AccessLog log;
  private final RequestMeters meters;

  ObserveFilter(SecurityHeaders security, AccessLog log, RequestMeters meters) {
    this.security = security;
    this.log = log;
    this.meters = meters;
  }

  @RequestFilter
  @Order(FilterOrder.OBSERVE)
  void begin(HttpRequest<?> request, MutablePropagatedContext context) {
    request.setAttribute(STARTED, System.nanoTime());
    String id = RequestId.begin(request);
    context.add(new MdcPropagationContext(Map.of(RequestId.MDC_KEY, id)));
  }

  @ResponseFilter
  @Order(FilterOrder.OBSERVE - 1)
  void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
    RequestId.of(request).ifPresent(id -> response.header(RequestId.HEADER, id));
    security.addTo(response, request);
    long nanos =
        System.nanoTime() - request.getAttribute(STARTED, Long.class).orElseGet(System::nanoTime);
    log.write(request, response, nanos);
    meters.add(request, response, nanos);
  }
}
