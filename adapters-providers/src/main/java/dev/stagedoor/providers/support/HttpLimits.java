package dev.stagedoor.providers.support;

import java.time.Duration;

/**
 * How long HTTP calls may take, and how much may come back.
 *
 * @param connect until the provider takes the connection
 * @param exchange for one attempt, from its start to the last byte of its answer
 * @param total for a call with all its attempts and the pauses between them
 * @param bytes the largest body that is read
 * @param repeats how often a repeatable call is made again, at most
 */
public record HttpLimits(
    Duration connect, Duration exchange, Duration total, int bytes, int repeats) {
  public static final HttpLimits DEFAULT =
      new HttpLimits(
          Duration.ofSeconds(3), Duration.ofSeconds(10), Duration.ofSeconds(25), 4 << 20, 2);

  public HttpLimits {
    if (!isPositive(connect) || !isPositive(exchange) || bytes < 1 || repeats < 0) {
      throw new IllegalArgumentException("limits must leave something");
    }
    if (total.compareTo(exchange) < 0) {
      throw new IllegalArgumentException("a call cannot be shorter than one attempt");
    }
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }

  /** Gives each attempt this long, and the call at least as long. */
  public HttpLimits withExchange(Duration limit) {
    return new HttpLimits(
        connect, limit, total.compareTo(limit) < 0 ? limit : total, bytes, repeats);
  }

  public HttpLimits withConnect(Duration limit) {
    return new HttpLimits(limit, exchange, total, bytes, repeats);
  }

  public HttpLimits withTotal(Duration limit) {
    return new HttpLimits(connect, exchange, limit, bytes, repeats);
  }

  public HttpLimits withBytes(int limit) {
    return new HttpLimits(connect, exchange, total, limit, repeats);
  }

  public HttpLimits withRepeats(int limit) {
    return new HttpLimits(connect, exchange, total, bytes, limit);
  }
}
