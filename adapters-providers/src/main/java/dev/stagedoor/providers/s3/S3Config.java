package dev.stagedoor.providers.s3;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.providers.support.settings.ProductionCheck;
import dev.stagedoor.providers.support.settings.SettingRules;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a bucket is, and who may use it.
 *
 * @param endpoint the store's address; empty for Amazon's own in the region
 * @param region as the store calls it; R2's is {@code auto}
 * @param bucket its name
 * @param accessKey the id of the key
 * @param secretKey the key
 * @param pathStyle whether the bucket stands in the path, not in front of the host's name
 */
@ConfigurationProperties(S3Config.PREFIX)
public record S3Config(
    @Nullable URI endpoint,
    @Bindable(defaultValue = "us-east-1") String region,
    String bucket,
    Secret accessKey,
    Secret secretKey,
    @Bindable(defaultValue = "false") boolean pathStyle)
    implements ProductionCheck {
  /** Where an operator sets these. */
  static final String PREFIX = "stagedoor.providers.s3";

  static final SettingRules RULES = SettingRules.of(PREFIX);

  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern REGION = Pattern.compile("[a-z0-9-]{2,64}");

  public S3Config {
    RULES.check(
        "endpoint",
        endpoint == null || isStore(endpoint),
        "must be an http or https address without a path, or empty");
    RULES.check("region", REGION.matcher(region).matches(), "must name a region, not " + region);
    RULES.check(
        "bucket",
        BUCKET.matcher(bucket).matches(),
        bucket.isBlank() ? "must be set" : "must be the name of a bucket, not " + bucket);
    RULES.check("access-key", !accessKey.isBlank(), "must be set");
    RULES.check("secret-key", !secretKey.isBlank(), "must be set");
  }

  /** Returns the store's address, where it is not Amazon's own. */
  Optional<URI> store() {
    return Optional.ofNullable(endpoint);
  }

  private static boolean isStore(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
        && address.getHost() != null
        && (path.isEmpty() || path.equals("/"))
        && address.getRawQuery() == null
        && address.getRawUserInfo() == null;
  }

  @Override
  public List<String> unfitForProduction() {
    return store().filter(address -> "http".equals(address.getScheme())).isPresent()
        ? List.of(PREFIX + ".endpoint is not https")
        : List.of();
  }
}
