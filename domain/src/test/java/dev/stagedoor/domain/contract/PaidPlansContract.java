package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static dev.stagedoor.domain.fixture.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.analytics.PaidPlan;
import dev.stagedoor.domain.analytics.port.PaidPlans;
import dev.stagedoor.domain.auth.UserId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of what subscriptions are counted for must do. */
public interface PaidPlansContract extends RepositoryContract {
  PaidPlans paidPlans();

  @Test
  default void whatIsSavedComesBack() {
    PaidPlan none = PaidPlan.none(UUID.randomUUID(), aUserId());
    PaidPlan paid = none.become(Optional.of(new PaidPlan.Terms("price_basic", usd(499))));
    PaidPlan left = paid.become(Optional.empty());

    assertThat(write(() -> paidPlans().find(none.subscription()))).isEmpty();
    run(() -> paidPlans().save(paid));
    assertThat(write(() -> paidPlans().find(none.subscription()))).contains(paid);
    run(() -> paidPlans().save(left));
    assertThat(write(() -> paidPlans().find(none.subscription()))).contains(left);
  }

  @Test
  default void whoHasPaidOnceHasPaidForGood() {
    UserId holder = aUserId();
    PaidPlan paid =
        PaidPlan.none(UUID.randomUUID(), holder)
            .become(Optional.of(new PaidPlan.Terms("price_basic", usd(499))));

    assertThat(write(() -> paidPlans().hasPaid(holder))).isFalse();
    run(() -> paidPlans().save(paid));
    run(() -> paidPlans().save(paid.become(Optional.empty())));

    assertThat(write(() -> paidPlans().hasPaid(holder))).isTrue();
    assertThat(write(() -> paidPlans().hasPaid(aUserId()))).isFalse();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    PaidPlan none = PaidPlan.none(UUID.randomUUID(), aUserId());

    assertNeedsUnitOfWork(() -> paidPlans().find(none.subscription()));
    assertNeedsUnitOfWork(() -> paidPlans().hasPaid(none.holder()));
    assertNeedsUnitOfWork(() -> paidPlans().save(none.become(Optional.empty())));
  }
}
