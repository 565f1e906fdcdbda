package dev.stagedoor.domain.channels;

import java.util.Optional;

/** What a platform says of a page when it is asked. */
public sealed interface ChannelReading {
  <R> R match(Cases<R> cases);

  /** One branch for each reading. */
  interface Cases<R> {
    R working(Working working);

    R refused(Refused refused);
  }

  /** The token acts for the page. */
  record Working(Optional<String> name) implements ChannelReading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.working(this);
    }
  }

  /** The token does not act for the page; {@code DISCONNECTED} or {@code NOT_PERMITTED}. */
  record Refused(DirectMessageOutcome.Why why, String providerCode) implements ChannelReading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }
}
