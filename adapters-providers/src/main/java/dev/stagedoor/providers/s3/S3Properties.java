package dev.stagedoor.providers.s3;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings of {@link S3Config} as an operator writes them. */
@ConfigurationProperties(S3Config.PREFIX)
record S3Properties(
    @Nullable String endpoint,
    @Bindable(defaultValue = "us-east-1") String region,
    @Nullable String bucket,
    @Nullable Secret accessKey,
    @Nullable Secret secretKey,
    @Bindable(defaultValue = "false") boolean pathStyle) {
  S3Config toConfig() {
    return new S3Config(
        Optional.ofNullable(endpoint).filter(text -> !text.isBlank()).map(S3Properties::address),
        region,
        bucket == null ? "" : bucket,
        accessKey == null ? Secret.of("") : accessKey,
        secretKey == null ? Secret.of("") : secretKey,
        pathStyle);
  }

  /** Reads an address; what is none is left for {@link S3Config} to refuse. */
  private static URI address(String text) {
    try {
      return URI.create(text.strip());
    } catch (IllegalArgumentException notAnAddress) {
      return URI.create("");
    }
  }

  @Override
  public String toString() {
    return "S3Properties[****]";
  }
}
