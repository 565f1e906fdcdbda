package dev.stagedoor.web;

import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.annotation.ContextConfigurer;
import io.micronaut.context.env.PropertySource;
import java.util.Map;

/**
 * What the server is set to unless configuration says otherwise: blocking work off the event loop,
 * health and metrics open and every other management endpoint off, the documentation's files.
 */
@ContextConfigurer
public final class WebDefaults implements ApplicationContextConfigurer {
  /** Below every file, variable and property an operator can set. */
  private static final int ORDER = -10_000;

  @Override
  public void configure(ApplicationContextBuilder builder) {
    builder.propertySources(
        PropertySource.of(
            "stagedoor-web-defaults",
            Map.ofEntries(
                Map.entry("micronaut.server.thread-selection", "blocking"),
                // What is absent is left out; an empty list is not absent.
                Map.entry("micronaut.serde.serialization.inclusion", "NON_ABSENT"),
                Map.entry("endpoints.all.enabled", "false"),
                Map.entry("endpoints.health.enabled", "true"),
                Map.entry("endpoints.health.sensitive", "false"),
                Map.entry("endpoints.health.details-visible", "NEVER"),
                Map.entry("endpoints.prometheus.enabled", "true"),
                Map.entry("endpoints.prometheus.sensitive", "false"),
                Map.entry("micronaut.metrics.enabled", "true"),
                Map.entry("micronaut.metrics.export.prometheus.enabled", "true"),
                Map.entry(
                    "micronaut.router.static-resources.docs.paths",
                    "classpath:META-INF/swagger/views/swagger-ui/res"),
                Map.entry("micronaut.router.static-resources.docs.mapping", "/docs/res/**")),
            ORDER));
  }
}
