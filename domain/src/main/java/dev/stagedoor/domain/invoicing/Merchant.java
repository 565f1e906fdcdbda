package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.kernel.Secret;
import java.util.Optional;

/** In whose name a provider is called, and by which key. */
public sealed interface Merchant {
  <R> R match(Cases<R> cases);

  /** One branch for each kind. */
  interface Cases<R> {
    R operator(Operator operator);

    R connected(Connected connected);

    R keyed(Keyed keyed);
  }

  /** The operator of this server, under the configured key. */
  record Operator() implements Merchant {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.operator(this);
    }
  }

  /** A merchant who gave the operator's key leave to act for this account of theirs. */
  record Connected(String account) implements Merchant {
    public Connected {
      if (account.isBlank()) {
        throw new IllegalArgumentException("an account cannot be blank");
      }
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.connected(this);
    }
  }

  /**
   * A merchant who gave a key of their own.
   *
   * @param site what a key alone does not tell: the shop's or server's address, or a location,
   *     where the provider has one
   */
  record Keyed(Secret key, Optional<String> site) implements Merchant {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.keyed(this);
    }
  }
}
