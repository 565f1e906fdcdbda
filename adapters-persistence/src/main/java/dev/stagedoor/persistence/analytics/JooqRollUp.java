package dev.stagedoor.persistence.analytics;

import static dev.stagedoor.persistence.analytics.JooqFacts.AT;
import static dev.stagedoor.persistence.analytics.JooqFacts.ID;
import static dev.stagedoor.persistence.analytics.JooqFacts.IS_COUNTED;
import static dev.stagedoor.persistence.analytics.JooqFacts.TABLE;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.not;

import dev.stagedoor.domain.analytics.port.RollUp;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Adds facts up in the database. One does so at a time, whoever comes meanwhile waits; the sums and
 * which facts they have are committed together.
 */
@Singleton
@InsideUnitOfWork
class JooqRollUp implements RollUp {
  private static final String ONE_AT_A_TIME =
      "lock table analytics_counts in share row exclusive mode";

  private static final String COUNT =
      """
      insert into analytics_counts as known (span, kind, start, currency, count, amount)
      select span, kind, start, currency, count(*), sum(amount)
      from analytics_facts join unnest(cast(? as uuid[])) as batch (id) using (id)
      cross join lateral (
        values
          ('day', date_trunc('day', at, 'UTC')),
          ('quarter_hour', date_bin('15 minutes', at, timestamptz '1970-01-01 00:00:00Z'))) as piece (span, start)
      group by span, kind, start, currency
      on conflict (span, kind, start, currency) do update
        set count = known.count + excluded.count, amount = known.amount + excluded.amount
      """;

  private static final String COUNT_PARTS =
      """
      insert into analytics_parts as known (span, kind, start, what, currency, count, amount)
      select span, kind, start, what, currency, count(*), sum(amount)
      from analytics_facts join unnest(cast(? as uuid[])) as batch (id) using (id)
      cross join lateral (
        values
          ('month', date_trunc('month', at, 'UTC')),
          ('day', date_trunc('day', at, 'UTC'))) as piece (span, start)
      where what <> ''
      group by span, kind, start, what, currency
      on conflict (span, kind, start, what, currency) do update
        set count = known.count + excluded.count, amount = known.amount + excluded.amount
      """;

  /**
   * Whoever turns out to have been here earlier than was known moves to another cohort, with all
   * weeks and months in which they came back.
   */
  private static final String COUNT_PEOPLE =
      """
      with seen as (
        select who, cast(at at time zone 'UTC' as date) as day
        from analytics_facts join unnest(cast(? as uuid[])) as batch (id) using (id)
        where kind = 'active'
      ), known as (
        select who, weeks, months from analytics_people where who in (select who from seen)
      ), here as (
        select who, 'week' as period, cast(date_trunc('week', cast(day as timestamp)) as date) as start, false as was
        from seen
        union all
        select who, 'month', cast(date_trunc('month', cast(day as timestamp)) as date), false from seen
        union all
        select who, 'week', unnest(weeks), true from known
        union all
        select who, 'month', unnest(months), true from known
      ), times as (
        select who, period, start, bool_or(was) as was from here group by who, period, start
      ), people as (
        select period, start, was,
          min(start) over (partition by who, period) as cohort,
          min(start) filter (where was) over (partition by who, period) as cohort_before
        from times
      ), kept as (
        insert into analytics_people as known (who, weeks, months)
        select who, array_agg(start order by start) filter (where period = 'week'),
          array_agg(start order by start) filter (where period = 'month')
        from times
        group by who
        on conflict (who) do update set weeks = excluded.weeks, months = excluded.months
          where known.weeks <> excluded.weeks or known.months <> excluded.months
      )
      insert into analytics_cohorts as known (period, cohort, start, people)
      select period, cohort, start, sum(people)
      from (
        select period, cohort, start, 1 as people from people
        union all
        select period, cohort_before, start, -1 from people where was) as changes
      group by period, cohort, start
      having sum(people) <> 0
      on conflict (period, cohort, start) do update set people = known.people + excluded.people
      """;

  private static final String DONE =
      """
      update analytics_facts set is_counted = true
      from unnest(cast(? as uuid[])) as batch (id)
      where analytics_facts.id = batch.id
      """;

  private final DSLContext sql;

  JooqRollUp(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public int next(int most) {
    sql.execute(ONE_AT_A_TIME);
    UUID[] batch =
        sql.select(ID)
            .from(TABLE)
            .where(not(condition(IS_COUNTED)))
            .orderBy(AT, ID)
            .limit(most)
            .fetch(ID)
            .toArray(UUID[]::new);
    if (batch.length > 0) {
      sql.execute(COUNT, (Object) batch);
      sql.execute(COUNT_PARTS, (Object) batch);
      sql.execute(COUNT_PEOPLE, (Object) batch);
      sql.execute(DONE, (Object) batch);
    }
    return batch.length;
  }
}
