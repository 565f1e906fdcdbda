package dev.stagedoor.bootstrap.config;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import io.micronaut.core.convert.format.MapFormat;
import io.micronaut.core.naming.conventions.StringConvention;
import java.util.Map;

/**
 * Which provider does what.
 *
 * @param payments the provider of each currency, and of all others under {@code default}
 * @param live the provider that carries new live streams
 * @param mail the provider that carries mails
 */
@ConfigurationProperties("stagedoor.routes")
public record RoutesConfig(
    @MapFormat(keyFormat = StringConvention.RAW) Map<String, String> payments,
    @Bindable(defaultValue = "sandbox") String live,
    @Bindable(defaultValue = "sandbox") String mail) {
  public static final String DEFAULT = "default";

  public RoutesConfig {
    payments = Map.copyOf(payments);
    if (!payments.containsKey(DEFAULT)) {
      throw new InvalidSetting("stagedoor.routes.payments.default", "must name a provider");
    }
  }
}
