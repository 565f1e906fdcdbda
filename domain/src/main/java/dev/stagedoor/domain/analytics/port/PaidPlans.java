package dev.stagedoor.domain.analytics.port;

import dev.stagedoor.domain.analytics.PaidPlan;
import dev.stagedoor.domain.auth.UserId;
import java.util.Optional;
import java.util.UUID;

/** Keeps what each subscription was last counted for. All methods need an open unit of work. */
public interface PaidPlans {
  Optional<PaidPlan> find(UUID subscription);

  /** Tells whether somebody ever paid for any subscription. */
  boolean hasPaid(UserId holder);

  /** Saves what a subscription is counted for now; its changes are made one after the other. */
  void save(PaidPlan plan);
}
