package dev.stagedoor.domain.analytics;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one subscription was last counted for, which says what a change of it changes: the amounts
 * of all its facts add up to what it brings each month.
 *
 * @param subscription its id
 * @param changes how often it was changed
 * @param terms what is paid for; empty where nothing is
 */
public record PaidPlan(UUID subscription, UserId holder, long changes, Optional<Terms> terms) {
  /**
   * What somebody pays for each month.
   *
   * @param plan the provider's name of its price
   */
  public record Terms(String plan, Money monthly) {}

  /** Begins with nothing that is paid for. */
  public static PaidPlan none(UUID subscription, UserId holder) {
    return new PaidPlan(subscription, holder, 0, Optional.empty());
  }

  /** Returns the same as it is counted after a change. */
  public PaidPlan become(Optional<Terms> next) {
    return new PaidPlan(subscription, holder, changes + 1, next);
  }

  /**
   * Tells what a change changes. Another currency is as if one had left and another come.
   *
   * @param isFirst whether its holder never paid for anything before
   */
  public List<Fact> facts(Optional<Terms> next, boolean isFirst, Instant at) {
    List<Fact> facts = new ArrayList<>();
    if (terms.equals(next)) {
      return facts;
    }
    terms.ifPresent(had -> facts.add(fact(FactKind.PLAN_LEFT, had, -had.monthly().minor(), at)));
    next.ifPresent(has -> facts.add(fact(FactKind.PLAN_TAKEN, has, has.monthly().minor(), at)));
    if (isSameCurrency(next)) {
      Terms has = next.orElseThrow();
      long more = has.monthly().minor() - terms.orElseThrow().monthly().minor();
      if (more != 0) {
        facts.add(fact(more > 0 ? FactKind.UPGRADED : FactKind.DOWNGRADED, has, more, at).by(""));
      }
      return facts;
    }
    terms.ifPresent(
        had -> facts.add(fact(FactKind.CHURNED, had, -had.monthly().minor(), at).by("")));
    next.ifPresent(
        has ->
            facts.add(
                fact(
                        isFirst ? FactKind.SUBSCRIBED : FactKind.REACTIVATED,
                        has,
                        has.monthly().minor(),
                        at)
                    .by("")));
    return facts;
  }

  private boolean isSameCurrency(Optional<Terms> next) {
    return terms.isPresent()
        && next.isPresent()
        && terms.orElseThrow().monthly().currency().equals(next.orElseThrow().monthly().currency());
  }

  private Fact fact(FactKind kind, Terms of, long amount, Instant at) {
    return Fact.of(kind, subscription + " " + (changes + 1), holder, at)
        .by(of.plan())
        .with(amount, of.monthly().currency());
  }
}
