package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Money;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What subscribers pay for each month, and what they may have for it.
 *
 * <p>Invariants: it is known to the provider of subscriptions by one price, which never changes, so
 * that nobody who subscribed pays something else than what they agreed to; an archived plan is
 * offered to nobody and goes on for whoever has it.
 */
public final class Plan {
  public static final int MAX_NAME = 100;
  private static final long MOST = 99_999_999;
  private static final Pattern PRICE_ID = Pattern.compile("[A-Za-z0-9_.-]{1,100}");
  private static final Pattern FEATURE = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final int MOST_FEATURES = 50;

  private final PlanId id;
  private final String priceId;
  private final Instant createdAt;
  private final long version;
  private Terms terms;
  private @Nullable Instant archivedAt;

  /**
   * What a plan offers.
   *
   * @param monthly what people are told that it costs, and resellers are charged in credits: one
   *     for each minor unit
   * @param features what else it has, by name
   */
  public record Terms(String name, Money monthly, Limits limits, Map<String, Boolean> features) {
    /**
     * @throws DomainException {@code INVALID_VALUE}
     */
    public Terms {
      name = name.strip();
      features = Map.copyOf(new TreeMap<>(features));
      if (name.isEmpty()) {
        throw DomainException.invalid("name", "blank");
      }
      if (name.length() > MAX_NAME) {
        throw DomainException.invalid(Fault.longerThan("name", MAX_NAME));
      }
      if (monthly.minor() < 0 || monthly.minor() > MOST) {
        throw DomainException.invalid(Fault.outside("priceMonthly", 0, MOST));
      }
      if (features.size() > MOST_FEATURES
          || !features.keySet().stream().allMatch(FEATURE.asMatchPredicate())) {
        throw DomainException.invalid("features", "format");
      }
    }
  }

  /** The stored form of a plan; for repositories only. */
  public record Snapshot(
      PlanId id,
      String priceId,
      Terms terms,
      Instant createdAt,
      @Nullable Instant archivedAt,
      long version) {}

  private Plan(Snapshot from) {
    this.id = from.id();
    this.priceId = from.priceId();
    this.terms = from.terms();
    this.createdAt = from.createdAt();
    this.archivedAt = from.archivedAt();
    this.version = from.version();
  }

  /**
   * Offers a plan.
   *
   * @param priceId the provider's name of its price
   * @throws DomainException {@code INVALID_VALUE}
   */
  public static Plan offer(PlanId id, String priceId, Terms terms, Instant now) {
    if (!PRICE_ID.matcher(priceId).matches()) {
      throw DomainException.invalid("stripePriceId", "format");
    }
    return new Plan(new Snapshot(id, priceId, terms, now, null, 0));
  }

  /** Rebuilds a stored plan; for repositories only. */
  public static Plan restore(Snapshot snapshot) {
    return new Plan(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(id, priceId, terms, createdAt, archivedAt, version);
  }

  /**
   * Changes what is offered; who has more than the new limits keeps it to read.
   *
   * @throws DomainException {@code INVALID_VALUE} for another amount: that is another price
   */
  public void change(Terms next) {
    if (!next.monthly().equals(terms.monthly())) {
      throw DomainException.invalid("priceMonthly", "fixed");
    }
    terms = next;
  }

  /** Offers it to nobody any more. Repeatable. */
  public void archive(Instant now) {
    if (archivedAt == null) {
      archivedAt = now;
    }
  }

  public boolean isOffered() {
    return archivedAt == null;
  }

  /** Returns what a month of it costs a reseller. */
  public long credits() {
    return terms.monthly().minor();
  }

  public PlanId id() {
    return id;
  }

  public String priceId() {
    return priceId;
  }

  public Terms terms() {
    return terms;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> archivedAt() {
    return Optional.ofNullable(archivedAt);
  }

  public long version() {
    return version;
  }
}
