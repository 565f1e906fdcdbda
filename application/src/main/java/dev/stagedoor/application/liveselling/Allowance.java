package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.Plan;
import dev.stagedoor.domain.liveselling.Workspace;
import java.util.Comparator;
import java.util.List;

/**
 * Which providers a workspace's plan lets it use. Of payment providers it is so many, those that
 * were connected first; what is beyond keeps its data and waits for another plan.
 */
final class Allowance {
  private final Plan plan;
  private final List<ProviderId> payments;

  Allowance(Workspace workspace, List<Integration> integrations, IntegrationCatalog catalog) {
    plan = workspace.plan();
    payments =
        integrations.stream()
            .filter(one -> one.connectedAt().isPresent())
            .filter(one -> catalog.isPayment(one.provider()))
            .sorted(
                Comparator.comparing((Integration one) -> one.connectedAt().orElseThrow())
                    .thenComparing(one -> one.id().value().toString()))
            .map(Integration::provider)
            .toList();
  }

  /** Returns the payment providers that are connected, those that are in use first. */
  List<ProviderId> payments() {
    return payments;
  }

  /** Returns the least plan under which a provider can be used now. */
  Plan required(IntegrationCatalog.Entry entry) {
    if (!entry.isPayment()) {
      return entry.plan();
    }
    int place = payments.indexOf(entry.provider());
    int count = 1 + (place < 0 ? payments.size() : place);
    Plan least = Plan.forPaymentProviders(count);
    return least.includes(entry.plan()) ? least : entry.plan();
  }

  boolean allows(IntegrationCatalog.Entry entry) {
    return plan.includes(required(entry));
  }

  /**
   * Refuses to use a provider that the plan does not include.
   *
   * @throws DomainException {@code PLAN_REQUIRED}
   */
  void mustAllow(IntegrationCatalog.Entry entry) {
    plan.mustInclude(required(entry));
  }
}
