package dev.stagedoor.domain.subscriptions;

import dev.stagedoor.domain.kernel.ProviderRef;

/** What a provider knows of a page to subscribe on when it is asked. */
public sealed interface PageReading {
  <R> R match(Cases<R> cases);

  /** One branch for each reading. */
  interface Cases<R> {
    R open(Open open);

    R subscribed(Subscribed subscribed);

    R expired(Expired expired);

    R unknown(Unknown unknown);
  }

  /** Nobody has subscribed on it, and somebody still may. */
  record Open() implements PageReading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.open(this);
    }
  }

  /** Somebody has subscribed on it. */
  record Subscribed(ProviderRef subscription) implements PageReading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.subscribed(this);
    }
  }

  /** Nobody has subscribed on it, and nobody can any more. */
  record Expired() implements PageReading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.expired(this);
    }
  }

  /** No answer came, or the provider does not know it. */
  record Unknown(String why) implements PageReading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknown(this);
    }
  }
}
