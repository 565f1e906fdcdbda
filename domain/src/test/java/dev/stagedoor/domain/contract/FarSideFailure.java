package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.kernel.ProviderException.Kind;
import java.util.Set;

/**
 * How a provider can fail, whatever it is asked, and how an adapter may say so. For a call that
 * changes something, {@code MAYBE_DONE} failures leave open whether it acted: such a call answers
 * {@code Unknown} where its port has such an outcome, else {@code UNREADABLE} or {@code
 * UNAVAILABLE}, and never as if it had been refused.
 */
public enum FarSideFailure {
  /** Nobody listens at the address. */
  DOWN(Effect.NOT_DONE, Kind.UNAVAILABLE),
  /** 401: the credentials are no good. */
  UNAUTHORISED(Effect.NOT_DONE, Kind.UNAUTHORISED),
  /** 403: the credentials are good and may not do this. */
  FORBIDDEN(Effect.NOT_DONE, Kind.UNAUTHORISED),
  /** 429 with {@code Retry-After: 7}. */
  THROTTLED(Effect.NOT_DONE, Kind.RATE_LIMITED),
  /** 500 with the provider's own error body. */
  SERVER_ERROR(Effect.MAYBE_DONE, Kind.UNAVAILABLE, Kind.UNREADABLE),
  /** 503 without a body, as load balancers answer. */
  EMPTY_503(Effect.MAYBE_DONE, Kind.UNAVAILABLE, Kind.UNREADABLE),
  /** 200 with an HTML page, as captive portals and proxies answer. */
  HTML_PAGE(Effect.MAYBE_DONE, Kind.UNREADABLE, Kind.UNAVAILABLE),
  /** 200 with JSON that breaks off in the middle. */
  TRUNCATED(Effect.MAYBE_DONE, Kind.UNREADABLE, Kind.UNAVAILABLE),
  /** The answer does not come in time. */
  SLOW(Effect.MAYBE_DONE, Kind.UNAVAILABLE, Kind.UNREADABLE),
  /** The connection breaks after the request was sent. */
  RESET(Effect.MAYBE_DONE, Kind.UNAVAILABLE, Kind.UNREADABLE);

  /** What may have happened on the far side. */
  public enum Effect {
    NOT_DONE,
    MAYBE_DONE
  }

  private final Effect effect;
  private final Set<Kind> kinds;

  FarSideFailure(Effect effect, Kind... kinds) {
    this.effect = effect;
    this.kinds = Set.of(kinds);
  }

  public Effect effect() {
    return effect;
  }

  /** Returns the kinds of exception by which an adapter may tell of this failure. */
  public Set<Kind> kinds() {
    return kinds;
  }
}
