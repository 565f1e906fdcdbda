package dev.stagedoor.application.webhooks;

/** What to answer to a delivery. */
public sealed interface WebhookResult {
  <R> R match(Cases<R> cases);

  /** One branch for each result. */
  interface Cases<R> {
    R taken(Taken taken);

    R untrusted(Untrusted untrusted);

    R unknownProvider(UnknownProvider unknown);
  }

  /**
   * It is ours to deal with from here, whether applied, known already, ignored or to be retried.
   */
  record Taken(String outcome) implements WebhookResult {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.taken(this);
    }
  }

  /** Its signature is not good; nothing of it was stored. */
  record Untrusted() implements WebhookResult {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.untrusted(this);
    }
  }

  /** Nobody here understands that provider. */
  record UnknownProvider() implements WebhookResult {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknownProvider(this);
    }
  }
}
