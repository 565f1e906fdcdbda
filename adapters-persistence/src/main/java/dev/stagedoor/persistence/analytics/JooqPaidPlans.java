package dev.stagedoor.persistence.analytics;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.domain.analytics.PaidPlan;
import dev.stagedoor.domain.analytics.port.PaidPlans;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

@Singleton
@InsideUnitOfWork
class JooqPaidPlans implements PaidPlans {
  private static final Table<Record> TABLE = table(name("analytics_paid_plans"));
  private static final Field<UUID> SUBSCRIPTION_ID =
      field(name("subscription_id"), SQLDataType.UUID);
  private static final Field<UUID> HOLDER_ID = field(name("holder_id"), SQLDataType.UUID);
  private static final Field<Long> CHANGES = field(name("changes"), SQLDataType.BIGINT);
  private static final Field<String> PLAN = field(name("plan"), SQLDataType.CLOB);
  private static final Field<Long> MONTHLY_MINOR = field(name("monthly_minor"), SQLDataType.BIGINT);
  private static final Field<String> CURRENCY = field(name("currency"), SQLDataType.CLOB);

  private final DSLContext sql;

  JooqPaidPlans(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<PaidPlan> find(UUID subscription) {
    return sql.select(SUBSCRIPTION_ID, HOLDER_ID, CHANGES, PLAN, MONTHLY_MINOR, CURRENCY)
        .from(TABLE)
        .where(SUBSCRIPTION_ID.eq(subscription))
        .fetchOptional(
            row ->
                new PaidPlan(
                    row.get(SUBSCRIPTION_ID),
                    new UserId(row.get(HOLDER_ID)),
                    row.get(CHANGES),
                    terms(row.get(PLAN), row)));
  }

  private static Optional<PaidPlan.Terms> terms(@Nullable String plan, Record row) {
    return Optional.ofNullable(plan)
        .map(
            price ->
                new PaidPlan.Terms(price, Money.of(row.get(MONTHLY_MINOR), row.get(CURRENCY))));
  }

  @Override
  public boolean hasPaid(UserId holder) {
    return sql.fetchExists(TABLE, HOLDER_ID.eq(holder.value()));
  }

  @Override
  public void save(PaidPlan plan) {
    String price = plan.terms().map(PaidPlan.Terms::plan).orElse(null);
    Long minor = plan.terms().map(terms -> terms.monthly().minor()).orElse(null);
    String currency =
        plan.terms().map(terms -> terms.monthly().currency().getCurrencyCode()).orElse(null);
    sql.insertInto(TABLE)
        .set(SUBSCRIPTION_ID, plan.subscription())
        .set(HOLDER_ID, plan.holder().value())
        .set(CHANGES, plan.changes())
        .set(PLAN, price)
        .set(MONTHLY_MINOR, minor)
        .set(CURRENCY, currency)
        .onConflict(SUBSCRIPTION_ID)
        .doUpdate()
        .set(CHANGES, plan.changes())
        .set(PLAN, price)
        .set(MONTHLY_MINOR, minor)
        .set(CURRENCY, currency)
        .execute();
  }
}
