package dev.stagedoor.application.tv;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.PlanId;
import java.util.List;
import java.util.Map;

/** Plans: shown to everybody, kept by admins, whose acts are recorded. */
@SuppressWarnings("DoNotCallSuggester")
public final class PlanService {
  /** Lists what is offered, the cheapest first. For everybody. */
  public List<Plan> offered() {
    throw new UnsupportedOperationException();
  }

  /** Lists every plan. For admins. */
  public List<Plan> all(Actor actor) {
    throw new UnsupportedOperationException();
  }

  /**
   * Offers a plan.
   *
   * @param priceId the provider's name of its price
   * @throws dev.stagedoor.domain.kernel.DomainException {@code PRICE_TAKEN}, {@code INVALID_VALUE}
   */
  public Plan offer(Actor actor, String priceId, Plan.Terms terms) {
    throw new UnsupportedOperationException();
  }

  /** Changes what a plan offers; its amount is fixed. */
  public Plan change(Actor actor, PlanId id, ChangePlan change) {
    throw new UnsupportedOperationException();
  }

  /** Offers it to nobody any more. Repeatable. */
  public void archive(Actor actor, PlanId id) {
    throw new UnsupportedOperationException();
  }

  /** Offers the first plans where there was never one. Repeatable. */
  public void begin(Map<String, Plan.Terms> first) {
    throw new UnsupportedOperationException();
  }
}
