package dev.stagedoor.domain.kernel;

import java.util.Objects;

/** Points at a thing on a provider's side by the id that provider gave it. */
public record ProviderRef(ProviderId provider, String value) {
  public ProviderRef {
    Objects.requireNonNull(provider, "provider");
    if (value.isBlank()) {
      throw new IllegalArgumentException("a provider reference cannot be blank");
    }
  }

  public static ProviderRef of(String provider, String value) {
    return new ProviderRef(new ProviderId(provider), value);
  }

  @Override
  public String toString() {
    return provider + ":" + value;
  }
}
