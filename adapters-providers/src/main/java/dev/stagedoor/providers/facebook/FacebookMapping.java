package dev.stagedoor.providers.facebook;

import dev.stagedoor.domain.channels.DirectMessageOutcome;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Deferred;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Refused;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Unknown;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.providers.support.HttpRefusal;
import java.util.Optional;
import java.util.Set;

/**
 * What Meta's errors mean. By https://developers.facebook.com/docs/messenger-platform/error-codes
 * and https://developers.facebook.com/docs/graph-api/guides/error-handling.
 */
final class FacebookMapping {
  /** Too many calls, or a fault of Meta's own. */
  private static final Set<Long> LATER = Set.of(1L, 2L, 4L, 17L, 32L, 341L, 613L);

  private static final Set<Long> TOKEN = Set.of(102L, 190L);
  private static final Set<Long> NOT_REACHABLE = Set.of(551L, 10902L, 10903L);
  private static final long PERMISSION = 10;
  private static final long CAPABILITY = 3;
  private static final long INVALID = 100;
  private static final long OUTSIDE_WINDOW = 2018278;
  private static final long OUTSIDE_WINDOW_INSTAGRAM = 2534022;
  private static final long PAGE_RESTRICTED = 1893063;
  private static final long NO_SUCH_USER = 2018001;
  private static final long BLOCKED = 368;
  private static final long REPLIED = 10900;

  private FacebookMapping() {}

  /** An error by its numbers; Meta's sentences are not kept. */
  record GraphError(long code, long subcode, boolean isTransient) {
    String text() {
      return code + (subcode == 0 ? "" : "." + subcode) + (isTransient ? ":transient" : "");
    }

    static Optional<GraphError> of(String text) {
      String[] parts = text.split(":", 2);
      String[] numbers = parts[0].split("\\.", 2);
      try {
        return Optional.of(
            new GraphError(
                Long.parseLong(numbers[0]),
                numbers.length == 1 ? 0 : Long.parseLong(numbers[1]),
                parts.length == 2));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }

    /** Returns what an operator finds in Meta's documents. */
    String shown() {
      return subcode == 0 ? Long.toString(code) : code + "/" + subcode;
    }
  }

  /** Tells what became of a message, by the exception that sending it threw. */
  static DirectMessageOutcome outcome(ProviderException e) {
    if (e.kind() == Kind.UNREADABLE) {
      return new Unknown("the answer was lost");
    }
    if (e.kind() == Kind.UNAVAILABLE) {
      return new Deferred("Facebook could not be reached", e.retryAfter());
    }
    Optional<GraphError> error = error(e);
    if (error.isEmpty()) {
      return bare(e);
    }
    if (isLater(error.get()) || e.kind() == Kind.RATE_LIMITED) {
      return new Deferred("Facebook asks to wait: " + error.get().shown(), e.retryAfter());
    }
    return new Refused(why(error.get()), error.get().shown());
  }

  private static DirectMessageOutcome bare(ProviderException e) {
    if (e.kind() == Kind.RATE_LIMITED) {
      return new Deferred("Facebook asks to wait", e.retryAfter());
    }
    return new Refused(bareWhy(e), status(e));
  }

  /** Tells why a page cannot be acted for; empty when the exception says something else. */
  static Optional<Refused> pageRefusal(ProviderException e) {
    if (e.kind() != Kind.UNAUTHORISED && e.kind() != Kind.REJECTED) {
      return Optional.empty();
    }
    Optional<GraphError> error = error(e);
    Refused refused =
        error
            .map(known -> new Refused(why(known), known.shown()))
            .orElseGet(() -> new Refused(bareWhy(e), status(e)));
    boolean isOfThePage = refused.why() == Why.DISCONNECTED || refused.why() == Why.NOT_PERMITTED;
    return isOfThePage ? Optional.of(refused) : Optional.empty();
  }

  /** Tells whether an exception asks to come again later, whatever its status. */
  static boolean isLater(ProviderException e) {
    return error(e).filter(FacebookMapping::isLater).isPresent();
  }

  private static boolean isLater(GraphError error) {
    return error.isTransient() || LATER.contains(error.code());
  }

  static Why why(GraphError error) {
    if (TOKEN.contains(error.code())) {
      return Why.DISCONNECTED;
    }
    if (error.code() == REPLIED) {
      return Why.ALREADY_REPLIED;
    }
    if (NOT_REACHABLE.contains(error.code())
        || (error.code() == INVALID && error.subcode() == NO_SUCH_USER)) {
      return Why.UNREACHABLE;
    }
    if (error.code() == BLOCKED
        || (error.code() == PERMISSION && error.subcode() == PAGE_RESTRICTED)) {
      return Why.BLOCKED;
    }
    if (error.code() == PERMISSION
        && (error.subcode() == OUTSIDE_WINDOW || error.subcode() == OUTSIDE_WINDOW_INSTAGRAM)) {
      return Why.WINDOW_CLOSED;
    }
    boolean isPermission =
        error.code() == PERMISSION
            || error.code() == CAPABILITY
            || (error.code() >= 200 && error.code() <= 299);
    return isPermission ? Why.NOT_PERMITTED : Why.OTHER;
  }

  private static Why bareWhy(ProviderException e) {
    if (e.kind() != Kind.UNAUTHORISED) {
      return Why.OTHER;
    }
    return HttpRefusal.is(e, 401) ? Why.DISCONNECTED : Why.NOT_PERMITTED;
  }

  private static String status(ProviderException e) {
    return HttpRefusal.behind(e).map(refusal -> "status " + refusal.status()).orElse("no code");
  }

  private static Optional<GraphError> error(ProviderException e) {
    return HttpRefusal.behind(e).flatMap(HttpRefusal::code).flatMap(GraphError::of);
  }
}
