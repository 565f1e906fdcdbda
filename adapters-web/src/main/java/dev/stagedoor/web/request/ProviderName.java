package dev.stagedoor.web.request;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderId;

/** The provider that a path names. */
public final class ProviderName {
  private ProviderName() {}

  /** Reads a provider's name; for one that cannot be a name there is no provider. */
  public static ProviderId in(String segment) {
    try {
      return new ProviderId(segment);
    } catch (IllegalArgumentException notAProvider) {
      throw DomainException.notFound();
    }
  }
}
