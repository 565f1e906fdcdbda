package dev.stagedoor.domain.webhooks;

import java.util.List;

/** What a translator makes of one delivery. */
public sealed interface WebhookReading {
  <R> R match(Cases<R> cases);

  /** One branch for each reading. */
  interface Cases<R> {
    R understood(Understood understood);

    R irrelevant(Irrelevant irrelevant);

    R untrusted(Untrusted untrusted);
  }

  /**
   * Signed by the provider, and it tells something. The delivery id is the same at a repetition.
   */
  record Understood(String deliveryId, String type, List<ProviderEvent> events)
      implements WebhookReading {
    public Understood {
      events = List.copyOf(events);
    }

    @Override
    public <R> R match(Cases<R> cases) {
      return cases.understood(this);
    }
  }

  /** Signed by the provider, of a type that means nothing here. */
  record Irrelevant(String deliveryId, String type) implements WebhookReading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.irrelevant(this);
    }
  }

  /** Not signed, signed wrongly, or too old; nothing in it may be believed. */
  record Untrusted(String why) implements WebhookReading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.untrusted(this);
    }
  }
}
