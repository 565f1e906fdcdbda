package dev.stagedoor.domain.channels;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.util.Optional;

/** What came of a direct message. */
public sealed interface DirectMessageOutcome {
  <R> R match(Cases<R> cases);

  /** One branch for each outcome. */
  interface Cases<R> {
    R delivered(Delivered delivered);

    R refused(Refused refused);

    R deferred(Deferred deferred);

    R unknown(Unknown unknown);
  }

  /** The platform took it. {@code person} is how to write to them while they keep answering. */
  record Delivered(Optional<ProviderRef> person) implements DirectMessageOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.delivered(this);
    }
  }

  /** The platform will not deliver it, and its own code for the operator. */
  record Refused(Why why, String providerCode) implements DirectMessageOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /** Surely not delivered; try again later, not before {@code retryAfter} where it is told. */
  record Deferred(String why, Optional<Duration> retryAfter) implements DirectMessageOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.deferred(this);
    }
  }

  /** The answer was lost: it may have been delivered, so it is not repeated blindly. */
  record Unknown(String why) implements DirectMessageOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknown(this);
    }
  }

  /** Why a platform refuses, and with it who can do something about it. */
  enum Why {
    /** The comment has its one reply already. */
    ALREADY_REPLIED,
    /** The person did not write lately, or the comment is too old. */
    WINDOW_CLOSED,
    /** The person cannot be written to: gone, or has blocked the page. */
    UNREACHABLE,
    /** The page's token is no good any more; the merchant must connect the page again. */
    DISCONNECTED,
    /** The token is good and lacks a permission. */
    NOT_PERMITTED,
    /** The platform has stopped the page from sending for now. */
    BLOCKED,
    /** Any other refusal. */
    OTHER
  }
}
