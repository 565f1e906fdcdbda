package dev.stagedoor.domain.kernel;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says that a provider did not do what it was asked. The far side surely did nothing, except where
 * {@link Kind#UNREADABLE} says so. Money-moving calls never throw this for a lost answer: their
 * outcome is {@code Unknown}.
 */
public final class ProviderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What went wrong, and with it what a caller can do. */
  public enum Kind {
    /** The provider understood and said no; repeating it will not help. */
    REJECTED,
    /** Our credentials are not good; an operator must act. */
    UNAUTHORISED,
    /** Too many calls; try again later. */
    RATE_LIMITED,
    /** It could not be reached or is down; try again later. */
    UNAVAILABLE,
    /** It answered, and the answer makes no sense; whether it acted is not known. */
    UNREADABLE
  }

  private final ProviderId provider;
  private final Kind kind;
  private final transient @Nullable Duration retryAfter;

  public ProviderException(ProviderId provider, Kind kind, String what) {
    this(provider, kind, what, null, null);
  }

  public ProviderException(
      ProviderId provider,
      Kind kind,
      String what,
      @Nullable Duration retryAfter,
      @Nullable Throwable cause) {
    super(provider + " " + kind + ": " + what, cause);
    this.provider = provider;
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public ProviderId provider() {
    return provider;
  }

  public Kind kind() {
    return kind;
  }

  /** Returns how long the provider asked us to wait, where it said so. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Tells whether the same call may be made again later. */
  public boolean isTransient() {
    return kind == Kind.RATE_LIMITED || kind == Kind.UNAVAILABLE;
  }
}
