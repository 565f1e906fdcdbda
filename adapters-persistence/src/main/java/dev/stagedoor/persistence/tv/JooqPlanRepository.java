package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.PlanId;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.port.PlanRepository;
import dev.stagedoor.persistence.sql.Documents;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tv.TvAccountTables.Plans;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;

@Singleton
@InsideUnitOfWork
class JooqPlanRepository implements PlanRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Plans.ID,
          Plans.PRICE_ID,
          Plans.NAME,
          Plans.MONTHLY_MINOR,
          Plans.CURRENCY,
          Plans.MAX_PROFILES,
          Plans.MAX_PLAYLISTS,
          Plans.MAX_FAVORITES,
          Plans.FEATURES,
          Plans.CREATED_AT,
          Plans.ARCHIVED_AT,
          Plans.VERSION);

  private static final Argument<Map<String, Boolean>> FEATURES =
      Argument.mapOf(String.class, Boolean.class);

  private final DSLContext sql;
  private final Documents documents;

  JooqPlanRepository(DSLContext sql, Documents documents) {
    this.sql = sql;
    this.documents = documents;
  }

  @Override
  public Optional<Plan> find(PlanId id) {
    return plans().where(Plans.ID.eq(id.value())).fetchOptional(this::plan);
  }

  @Override
  public Optional<Plan> findByPrice(String priceId) {
    return plans()
        .where(Plans.PRICE_ID.eq(priceId))
        .orderBy(Plans.ARCHIVED_AT.isNull().desc(), Plans.CREATED_AT.desc(), Plans.ID.desc())
        .limit(1)
        .fetchOptional(this::plan);
  }

  @Override
  public List<Plan> all() {
    return plans().orderBy(Plans.MONTHLY_MINOR, Plans.CREATED_AT, Plans.ID).fetch(this::plan);
  }

  private SelectJoinStep<Record> plans() {
    return sql.select(COLUMNS).from(Plans.TABLE);
  }

  @Override
  public void save(Plan plan) {
    Versions.mustChange(plan.version() == 0 ? add(plan) : change(plan));
  }

  private int add(Plan plan) {
    int added =
        sql.insertInto(Plans.TABLE)
            .set(Plans.ID, plan.id().value())
            .set(values(plan.snapshot()))
            .set(Plans.VERSION, 1L)
            .onConflictDoNothing()
            .execute();
    if (added == 0 && sql.fetchExists(Plans.TABLE, isOfferedBeside(plan))) {
      throw new DomainException(TvError.PRICE_TAKEN);
    }
    return added;
  }

  private static Condition isOfferedBeside(Plan plan) {
    return Plans.PRICE_ID
        .eq(plan.priceId())
        .and(Plans.ARCHIVED_AT.isNull())
        .and(Plans.ID.ne(plan.id().value()));
  }

  private int change(Plan plan) {
    return sql.update(Plans.TABLE)
        .set(values(plan.snapshot()))
        .set(Plans.VERSION, plan.version() + 1)
        .where(Plans.ID.eq(plan.id().value()))
        .and(Plans.VERSION.eq(plan.version()))
        .execute();
  }

  private Map<Field<?>, @Nullable Object> values(Plan.Snapshot plan) {
    Plan.Terms terms = plan.terms();
    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
    values.put(Plans.PRICE_ID, plan.priceId());
    values.put(Plans.NAME, terms.name());
    values.put(Plans.MONTHLY_MINOR, terms.monthly().minor());
    values.put(Plans.CURRENCY, terms.monthly().currency().getCurrencyCode());
    values.put(Plans.MAX_PROFILES, terms.limits().profiles());
    values.put(Plans.MAX_PLAYLISTS, terms.limits().playlists());
    values.put(Plans.MAX_FAVORITES, terms.limits().favorites());
    values.put(Plans.FEATURES, JSONB.valueOf(documents.write(terms.features())));
    values.put(Plans.CREATED_AT, plan.createdAt());
    values.put(Plans.ARCHIVED_AT, plan.archivedAt());
    return values;
  }

  private Plan plan(Record row) {
    return Plan.restore(
        new Plan.Snapshot(
            new PlanId(row.get(Plans.ID)),
            row.get(Plans.PRICE_ID),
            new Plan.Terms(
                row.get(Plans.NAME),
                Money.of(row.get(Plans.MONTHLY_MINOR), row.get(Plans.CURRENCY)),
                new Limits(
                    row.get(Plans.MAX_PROFILES),
                    row.get(Plans.MAX_PLAYLISTS),
                    row.get(Plans.MAX_FAVORITES)),
                documents.read(row.get(Plans.FEATURES).data(), FEATURES)),
            row.get(Plans.CREATED_AT),
            row.get(Plans.ARCHIVED_AT),
            row.get(Plans.VERSION)));
  }
}
