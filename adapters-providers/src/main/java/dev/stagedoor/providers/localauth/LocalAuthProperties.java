package dev.stagedoor.providers.localauth;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.convert.ConversionService;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@link LocalAuthConfig} as an operator writes them; absent ones have defaults.
 *
 * <p>Numbers and times are text here, because Micronaut takes one that it cannot read for an absent
 * one, without a word.
 */
@ConfigurationProperties(LocalAuthConfig.PREFIX)
record LocalAuthProperties(
    @Nullable Secret signingKey,
    @Nullable List<String> previousKeys,
    @Nullable String issuer,
    @Nullable String audience,
    @Nullable String accessLife,
    @Nullable String refreshLife,
    @Nullable String hashMemoryKib,
    @Nullable String hashIterations,
    @Nullable String hashParallelism,
    @Nullable String concurrentHashes) {
  LocalAuthConfig toConfig(ConversionService conversions) {
    LocalAuthConfig usual = LocalAuthConfig.development();
    Reader reader = new Reader(conversions);
    return new LocalAuthConfig(
        signingKey == null ? usual.signingKey() : signingKey,
        previousKeys == null
            ? List.of()
            : previousKeys.stream().filter(key -> !key.isBlank()).map(Secret::of).toList(),
        issuer == null ? usual.issuer() : issuer,
        audience == null ? usual.audience() : audience,
        reader.time("access-life", accessLife, usual.accessLife()),
        reader.time("refresh-life", refreshLife, usual.refreshLife()),
        new Argon2Cost(
            reader.number("hash-memory-kib", hashMemoryKib, usual.cost().memoryKib()),
            reader.number("hash-iterations", hashIterations, usual.cost().iterations()),
            reader.number("hash-parallelism", hashParallelism, usual.cost().parallelism())),
        reader.number("concurrent-hashes", concurrentHashes, usual.concurrentHashes()));
  }

  private record Reader(ConversionService conversions) {
    int number(String key, @Nullable String text, int usual) {
      return read(key, text, Integer.class, usual, "must be a whole number");
    }

    Duration time(String key, @Nullable String text, Duration usual) {
      return read(key, text, Duration.class, usual, "must be a time like 15m or 30d");
    }

    private <T> T read(String key, @Nullable String text, Class<T> type, T usual, String rule) {
      return text == null
          ? usual
          : conversions
              .convert(text, type)
              .orElseThrow(() -> LocalAuthConfig.RULES.refused(key, rule + ", not " + text));
    }
  }

  @Override
  public String toString() {
    return "LocalAuthProperties[****]";
  }
}
