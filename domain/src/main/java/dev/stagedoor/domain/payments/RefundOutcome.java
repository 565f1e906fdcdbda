package dev.stagedoor.domain.payments;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.util.Optional;

/** What came of a refund, or what the provider knows of it when asked. */
public sealed interface RefundOutcome {
  <R> R match(Cases<R> cases);

  /** One branch for each outcome. */
  interface Cases<R> {
    R succeeded(Succeeded succeeded);

    R pending(Pending pending);

    R failed(Failed failed);

    R unknown(Unknown unknown);
  }

  /** The money is on its way back. */
  record Succeeded(ProviderRef ref) implements RefundOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.succeeded(this);
    }
  }

  /** The provider has taken the order and not finished it. */
  record Pending(ProviderRef ref) implements RefundOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.pending(this);
    }
  }

  /**
   * Nothing was given back; a person must look. With a reference the provider made the refund and
   * it failed, perhaps long after it had succeeded; without one it refused to make it.
   */
  record Failed(String code, Optional<ProviderRef> ref) implements RefundOutcome {
    /** The provider refused to make the refund. */
    public Failed(String code) {
      this(code, Optional.empty());
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.failed(this);
    }
  }

  /** No answer came; asking again with the same key gives back at most once. */
  record Unknown(String why) implements RefundOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknown(this);
    }
  }
}
