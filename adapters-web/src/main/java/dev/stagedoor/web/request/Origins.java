package dev.stagedoor.web.request;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.HttpServerConfiguration;
import io.micronaut.http.server.cors.CorsOriginConfiguration;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Lets the pages of the allowed other sites call, with credentials; nobody else's. */
@Singleton
final class Origins implements BeanCreatedEventListener<HttpServerConfiguration.CorsConfiguration> {
  private final HttpSettings settings;

  Origins(HttpSettings settings) {
    this.settings = settings;
  }

  @Override
  public HttpServerConfiguration.CorsConfiguration onCreated(
      BeanCreatedEvent<HttpServerConfiguration.CorsConfiguration> event) {
    HttpServerConfiguration.CorsConfiguration cors = event.getBean();
    // Else other sites get a bare 403 on this machine; who may act is decided by AdmissionFilter.
    cors.setLocalhostPassThrough(true);
    if (!settings.allowedOrigins().isEmpty()) {
      CorsOriginConfiguration allowed = new CorsOriginConfiguration();
      allowed.setAllowedOrigins(List.copyOf(settings.allowedOrigins()));
      allowed.setAllowCredentials(true);
      allowed.setExposedHeaders(
          List.of(
              RequestId.HEADER,
              "Retry-After",
              "Idempotent-Replayed",
              "RateLimit",
              "RateLimit-Policy",
              "X-RateLimit-Limit",
              "X-RateLimit-Remaining",
              "X-RateLimit-Reset"));
      cors.setEnabled(true);
      cors.setConfigurations(Map.of("allowed-origins", allowed));
    }
    return cors;
  }
}
