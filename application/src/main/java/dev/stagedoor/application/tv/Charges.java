package dev.stagedoor.application.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.tv.Client;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditEntryId;
import dev.stagedoor.domain.tv.CreditKind;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.port.PlanRepository;
import java.util.Optional;

/** What months of clients cost their resellers. All methods need an open unit of work. */
final class Charges {
  private final PlanRepository plans;
  private final Credits credits;

  Charges(PlanRepository plans, Credits credits) {
    this.plans = plans;
    this.credits = credits;
  }

  /**
   * Finds what is sold at a price.
   *
   * @throws DomainException {@code PLAN_UNKNOWN}
   */
  Plan offered(String priceId) {
    return plans
        .findByPrice(priceId)
        .filter(Plan::isOffered)
        .orElseThrow(() -> new DomainException(TvError.PLAN_UNKNOWN));
  }

  /**
   * Refuses a price that is not what was paid. A plan whose price is known no more is refused too:
   * nobody can say that it was meant.
   *
   * @throws DomainException {@code CREDIT_KEY_REUSED}
   */
  void mustBeFor(String priceId, Optional<CreditEntry> paid) {
    long amount = paid.map(CreditEntry::amount).orElse(0L);
    if (plans.findByPrice(priceId).filter(plan -> -plan.credits() == amount).isEmpty()) {
      throw new DomainException(TvError.CREDIT_KEY_REUSED);
    }
  }

  /**
   * What a month costs. Of one that costs nothing there is an entry too, by which a call that is
   * repeated is known.
   *
   * @param email the client's, by which the reseller knows what was paid for
   */
  static Credits.Taking month(
      CreditEntryId id, CreditKind kind, Client client, Plan plan, String email) {
    return new Credits.Taking(
        id,
        client.reseller(),
        kind,
        plan.credits(),
        plan.terms().name() + ": " + email,
        Optional.of(client.id()),
        Optional.of(client.reseller()));
  }

  ChargedClient charged(ClientView client, Optional<CreditEntry> paid, UserId reseller) {
    return paid.map(entry -> charged(client, entry))
        .orElseGet(() -> new ChargedClient(client, 0, credits.balance(reseller)));
  }

  static ChargedClient charged(ClientView client, CreditEntry paid) {
    return new ChargedClient(client, -paid.amount(), paid.balance());
  }
}
