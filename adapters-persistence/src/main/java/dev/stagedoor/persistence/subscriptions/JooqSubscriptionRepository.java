package dev.stagedoor.persistence.subscriptions;

import static dev.stagedoor.persistence.subscriptions.SubscriptionTable.COLUMNS;
import static dev.stagedoor.persistence.subscriptions.SubscriptionTable.CREATED_AT;
import static dev.stagedoor.persistence.subscriptions.SubscriptionTable.HOLDER_ID;
import static dev.stagedoor.persistence.subscriptions.SubscriptionTable.ID;
import static dev.stagedoor.persistence.subscriptions.SubscriptionTable.LOOK_AT;
import static dev.stagedoor.persistence.subscriptions.SubscriptionTable.TABLE;
import static dev.stagedoor.persistence.subscriptions.SubscriptionTable.VERSION;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.subscriptions.port.SubscriptionRepository;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

@Singleton
@InsideUnitOfWork
class JooqSubscriptionRepository implements SubscriptionRepository {
  private final DSLContext sql;

  JooqSubscriptionRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Subscription> lock(SubscriptionId id) {
    return those(ID.eq(id.value())).forNoKeyUpdate().fetchOptional(SubscriptionTable::subscription);
  }

  @Override
  public List<Subscription> of(UserId holder) {
    return those(HOLDER_ID.eq(holder.value()))
        .orderBy(CREATED_AT.desc(), ID.desc())
        .fetch(SubscriptionTable::subscription);
  }

  @Override
  public List<Subscription> due(Instant by, int limit) {
    return those(LOOK_AT.le(by))
        .orderBy(LOOK_AT, ID)
        .limit(limit)
        .fetch(SubscriptionTable::subscription);
  }

  private SelectConditionStep<Record> those(Condition wanted) {
    return sql.select(COLUMNS).from(TABLE).where(wanted);
  }

  @Override
  public void save(Subscription subscription) {
    Versions.mustChange(subscription.version() == 0 ? add(subscription) : change(subscription));
  }

  private int add(Subscription subscription) {
    return sql.insertInto(TABLE)
        .set(ID, subscription.id().value())
        .set(SubscriptionTable.values(subscription.snapshot()))
        .set(VERSION, 1L)
        .onConflictDoNothing()
        .execute();
  }

  private int change(Subscription subscription) {
    return sql.update(TABLE)
        .set(SubscriptionTable.values(subscription.snapshot()))
        .set(VERSION, subscription.version() + 1)
        .where(ID.eq(subscription.id().value()))
        .and(VERSION.eq(subscription.version()))
        .execute();
  }
}
