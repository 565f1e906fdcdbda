package dev.stagedoor.domain.subscriptions;

import java.net.URI;

/** What came of asking for a page to subscribe on. Nobody has subscribed in any of these. */
public sealed interface SubscribeOutcome {
  <R> R match(Cases<R> cases);

  /** One branch for each outcome. */
  interface Cases<R> {
    R opened(Opened opened);

    R refused(Refused refused);

    R unknown(Unknown unknown);
  }

  /**
   * The person can subscribe on the page.
   *
   * @param session the provider's name of the page
   */
  record Opened(URI page, String session) implements SubscribeOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.opened(this);
    }
  }

  /** The provider will not: unknown price or customer, by its own code. */
  record Refused(String code) implements SubscribeOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /** No answer came; asking again with the same key gives the one page there is. */
  record Unknown(String why) implements SubscribeOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknown(this);
    }
  }
}
