package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.kernel.DomainException;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody may do now, and why.
 *
 * @param plan what they have; empty in a trial and where there is nothing
 * @param limits how many of each they may have; those of the trial where there is nothing, for
 *     reading
 * @param until when this ends unless something is paid; empty where it does not
 */
public record Entitlement(
    Source source, Optional<Plan> plan, Limits limits, Optional<Instant> until) {
  /** Where it comes from. */
  public enum Source {
    /** A subscription of their own that is paid. */
    SUBSCRIPTION,
    /** The same, whose last payment failed; it ends soon. */
    GRACE,
    /** A reseller pays. */
    RESELLER,
    TRIAL,
    /** A reseller has suspended them. */
    SUSPENDED,
    /** Nothing: what is there can be read and removed. */
    NONE;

    /** Returns the name that clients read: {@code subscription}. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Tells whether somebody pays for it. */
  public boolean isPremium() {
    return switch (source) {
      case SUBSCRIPTION, GRACE, RESELLER -> true;
      case TRIAL, SUSPENDED, NONE -> false;
    };
  }

  /**
   * Goes on only for who may add and change things.
   *
   * @throws DomainException {@code SUBSCRIPTION_NEEDED} or {@code CLIENT_SUSPENDED}
   */
  public void mustBeGood() {
    switch (source) {
      case SUBSCRIPTION, GRACE, RESELLER, TRIAL -> {}
      case SUSPENDED -> throw new DomainException(TvError.CLIENT_SUSPENDED);
      case NONE -> throw new DomainException(TvError.SUBSCRIPTION_NEEDED);
    }
  }
}
