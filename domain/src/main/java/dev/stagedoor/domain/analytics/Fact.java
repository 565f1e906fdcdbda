package dev.stagedoor.domain.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stagedoor.domain.auth.UserId;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing that happened, once and for all.
 *
 * @param id made of what happened, so that telling it again tells nothing new
 * @param at when; ahead where it is known what will happen
 * @param who whom it is about
 * @param what what else it is counted by: a plan, a reseller; empty where nothing
 * @param amount what its kind says, 0 where that says nothing
 * @param currency of the amount, where that is money
 */
public record Fact(
    UUID id,
    Instant at,
    FactKind kind,
    Optional<UserId> who,
    String what,
    long amount,
    Optional<Currency> currency) {
  /**
   * Tells what happened to somebody.
   *
   * @param name tells it from all others of its kind
   */
  public static Fact of(FactKind kind, String name, UserId who, Instant at) {
    return new Fact(id(kind, name), at, kind, Optional.of(who), "", 0, Optional.empty());
  }

  /** Returns the id of the fact of a kind and a name. */
  public static UUID id(FactKind kind, String name) {
    return UUID.nameUUIDFromBytes((kind.code() + " " + name).getBytes(UTF_8));
  }

  /** Returns the same, counted by something else too. */
  public Fact by(String other) {
    return new Fact(id, at, kind, who, other, amount, currency);
  }

  /** Returns the same with an amount. */
  public Fact with(long value) {
    return new Fact(id, at, kind, who, what, value, currency);
  }

  /** Returns the same with an amount of money. */
  public Fact with(long value, Currency in) {
    return new Fact(id, at, kind, who, what, value, Optional.of(in));
  }
}
