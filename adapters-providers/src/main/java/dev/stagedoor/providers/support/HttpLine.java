package dev.stagedoor.providers.support;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes one exchange, once: follows no redirect, and is done by its deadline, body included. */
interface HttpLine {
  /** What is sent. The line itself says how long it is, and to whom it goes. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Outgoing(String method, URI address, Map<String, String> headers, byte @Nullable [] body) {
    @Override
    public String toString() {
      return method + " to " + address.getHost();
    }
  }

  /** What came back, all of it. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Incoming(int status, Map<String, List<String>> headers, byte[] body) {}

  /**
   * Makes the exchange.
   *
   * @param cap the largest body that is read
   */
  Incoming send(Outgoing request, Duration deadline, int cap)
      throws NotSentException, LostException;

  /** The request did not leave: nobody was there to take it, or nobody may be called there. */
  final class NotSentException extends Exception {
    private static final long serialVersionUID = 1L;
    private final boolean forbidden;

    NotSentException(String why) {
      this(why, false);
    }

    private NotSentException(String why, boolean forbidden) {
      super(why, null, false, false);
      this.forbidden = forbidden;
    }

    /** Tells of an address that may not be called, but not which it is. */
    static NotSentException forbidden() {
      return new NotSentException("an address that may not be called", true);
    }

    boolean isForbidden() {
      return forbidden;
    }
  }

  /** The request may have left, and no whole answer came back. */
  final class LostException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Loss loss;

    LostException(String why, Loss loss) {
      super(why, null, false, false);
      this.loss = loss;
    }

    static LostException late(Duration deadline) {
      return new LostException(
          "no whole answer within " + deadline.toMillis() + " ms", Loss.BROKEN);
    }

    static LostException tooLarge() {
      return new LostException("answered more than is read", Loss.TOO_LARGE);
    }

    static LostException interrupted() {
      return new LostException("interrupted", Loss.INTERRUPTED);
    }

    /** Keeps the kind of failure only: its message may repeat what the provider wrote. */
    static LostException broken(Throwable why) {
      return new LostException("connection broke: " + why.getClass().getSimpleName(), Loss.BROKEN);
    }

    Loss loss() {
      return loss;
    }
  }

  /** Why there is no answer. */
  enum Loss {
    /** Time was up, or the connection broke. */
    BROKEN,
    /** There is an answer, and it is larger than what is read. */
    TOO_LARGE,
    /** Our own thread was asked to end. */
    INTERRUPTED
  }
}
