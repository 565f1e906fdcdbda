package dev.stagedoor.web.request;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the server meets the world.
 *
 * @param trustedProxies addresses or networks ({@code 10.0.0.0/8}) whose {@code X-Forwarded-For} is
 *     believed; none by default
 * @param allowedOrigins other sites ({@code https://app.example.org}) whose pages may call with
 *     credentials; none by default
 * @param pagePolicy the Content-Security-Policy of pages
 */
@ConfigurationProperties("stagedoor.http")
public record HttpSettings(
    @Bindable(defaultValue = "") List<String> trustedProxies,
    @Bindable(defaultValue = "") Set<String> allowedOrigins,
    @Bindable(
            defaultValue =
                "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:"
                    + " https:; media-src 'self' blob: https:; connect-src 'self' https:;"
                    + " worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action"
                    + " 'self'; frame-ancestors 'self'")
        String pagePolicy) {
  public HttpSettings {
    trustedProxies = trustedProxies.stream().filter(one -> !one.isBlank()).toList();
    allowedOrigins =
        allowedOrigins.stream()
            .filter(one -> !one.isBlank())
            .collect(Collectors.toUnmodifiableSet());
  }
}
