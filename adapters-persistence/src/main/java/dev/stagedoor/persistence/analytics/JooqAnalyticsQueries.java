package dev.stagedoor.persistence.analytics;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.application.analytics.AnalyticsSums.Cohorts;
import dev.stagedoor.application.analytics.AnalyticsSums.Part;
import dev.stagedoor.application.analytics.AnalyticsSums.Spender;
import dev.stagedoor.application.analytics.AnalyticsSums.Sum;
import dev.stagedoor.application.port.AnalyticsQueries;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.Grouping;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Result;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

@Singleton
@InsideUnitOfWork
class JooqAnalyticsQueries implements AnalyticsQueries {
  /**
   * Adds up whole days of UTC, by the slice in whose first day or after it they begin; and what of
   * its day is before a moment, which belongs to the slice before it and not to that after it.
   */
  private static final String SUMS =
      """
      with moments as materialized (
        select number, moment, date_trunc('day', moment, 'UTC') as day
        from unnest(cast(? as timestamptz[])) with ordinality as given (moment, number)
      ), pieces as (
        select number, kind, currency, count, amount
        from moments
        cross join lateral (
          select kind, currency, sum(count) as count, sum(amount) as amount
          from analytics_counts
          where span = 'quarter_hour' and kind = any (cast(? as text[])) and start >= day and start < moment
          group by kind, currency) as piece
      ), parts as (
        select width_bucket(start, (select array_agg(day order by number) from moments)) - 1 as slice,
          kind, currency, count, amount
        from analytics_counts
        where span = 'day' and kind = any (cast(? as text[])) and start < (select max(day) from moments)
        union all
        select number - 2, kind, currency, count, amount from pieces
        union all
        select number - 1, kind, currency, -count, -amount from pieces
      )
      select cast(slice as integer), kind, currency, cast(sum(count) as bigint), cast(sum(amount) as bigint)
      from parts
      where slice < (select count(*) from moments) - 1
      group by slice, kind, currency
      having sum(count) <> 0 or sum(amount) <> 0
      """;

  private static final String ACTIVE_DAYS =
      """
      select cast(start at time zone 'UTC' as date), cast(sum(count) as bigint)
      from analytics_counts
      where span = 'day' and kind = 'active' and start >= cast(? as timestamptz) and start < cast(? as timestamptz)
      group by start
      """;

  private static final String ACTIVE_PERIODS =
      """
      select start, cast(sum(people) as bigint)
      from analytics_cohorts
      where period = ? and start between cast(? as date) and cast(? as date)
      group by start
      having sum(people) > 0
      """;

  private static final String COHORTS =
      """
      select cohort, start, people
      from analytics_cohorts
      where period = ? and cohort between cast(? as date) and cast(? as date) and people > 0
      order by cohort, start
      """;

  private static final Table<Record> PARTS = table(name("analytics_parts"));
  private static final Field<String> SPAN = field(name("span"), SQLDataType.CLOB);
  private static final Field<String> KIND = field(name("kind"), SQLDataType.CLOB);
  private static final Field<Instant> START = field(name("start"), SQLDataType.INSTANT);
  private static final Field<String> WHAT = field(name("what"), SQLDataType.CLOB);
  private static final Field<String> CURRENCY = field(name("currency"), SQLDataType.CLOB);
  private static final Field<Long> COUNT = field(name("count"), SQLDataType.BIGINT);
  private static final Field<Long> AMOUNT = field(name("amount"), SQLDataType.BIGINT);

  private static final Table<Record> ACCOUNTS = table(name("accounts"));
  private static final Field<UUID> ACCOUNT_ID = field(name("accounts", "id"), SQLDataType.UUID);
  private static final Field<String> EMAIL = field(name("accounts", "email"), SQLDataType.CLOB);

  private static final Field<Integer> ALL = field(name("all_of_them"), SQLDataType.INTEGER);
  private static final Field<BigDecimal> SPENT = field(name("spent"), SQLDataType.NUMERIC);
  private static final Field<BigDecimal> CLIENTS = field(name("clients"), SQLDataType.NUMERIC);

  private final DSLContext sql;

  JooqAnalyticsQueries(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<Sum> sums(Set<FactKind> kinds, List<Instant> moments) {
    Span.mustBeWhole(moments);
    String[] codes = codes(kinds);
    return sql.fetch(SUMS, Span.times(moments), codes, codes)
        .map(
            row ->
                new Sum(
                    row.get(0, Integer.class),
                    Codes.parse(FactKind.class, row.get(1, String.class)),
                    JooqFacts.currency(row.get(2, String.class)),
                    row.get(3, Long.class),
                    row.get(4, Long.class)));
  }

  private static String[] codes(Set<FactKind> kinds) {
    return kinds.stream().map(FactKind::code).toArray(String[]::new);
  }

  @Override
  public List<Part> parts(Set<FactKind> kinds, Instant to) {
    Table<Record5<String, String, String, Long, Long>> parts =
        cut(Cut.of(Instant.EPOCH, to), kinds).asTable("parts");
    return sql.select(KIND, WHAT, CURRENCY, sum(COUNT), sum(AMOUNT))
        .from(parts)
        .groupBy(KIND, WHAT, CURRENCY)
        .fetch(
            row ->
                new Part(
                    Codes.parse(FactKind.class, row.value1()),
                    row.value2(),
                    JooqFacts.currency(row.value3()),
                    row.value4().longValueExact(),
                    row.value5().longValueExact()));
  }

  /** Takes facts themselves where a time begins or ends within a day of UTC. */
  private Select<Record5<String, String, String, Long, Long>> cut(Cut cut, Set<FactKind> kinds) {
    Select<Record5<String, String, String, Long, Long>> all = null;
    for (Cut.Piece piece : cut.pieces()) {
      Select<Record5<String, String, String, Long, Long>> one =
          piece.span() == Cut.Size.MOMENT
              ? sql.select(KIND, WHAT, CURRENCY, inline(1L).as(COUNT), AMOUNT)
                  .from(JooqFacts.TABLE)
                  .where(
                      KIND.in(codes(kinds)),
                      WHAT.ne(inline("")),
                      condition(JooqFacts.IS_COUNTED),
                      JooqFacts.AT.ge(piece.from()),
                      JooqFacts.AT.lt(piece.to()))
              : sql.select(KIND, WHAT, CURRENCY, COUNT, AMOUNT)
                  .from(PARTS)
                  .where(
                      SPAN.eq(Codes.of(piece.span())),
                      KIND.in(codes(kinds)),
                      START.ge(piece.from()),
                      START.lt(piece.to()));
      all = all == null ? one : all.unionAll(one);
    }
    return all == null ? nothing() : all;
  }

  private Select<Record5<String, String, String, Long, Long>> nothing() {
    return sql.select(KIND, WHAT, CURRENCY, COUNT, AMOUNT).from(PARTS).where(SPAN.isNull());
  }

  @Override
  public Map<LocalDate, Long> active(Grouping grouping, LocalDate first, LocalDate last) {
    Result<Record> rows =
        grouping == Grouping.DAY
            ? sql.fetch(
                ACTIVE_DAYS,
                first.atStartOfDay().atOffset(ZoneOffset.UTC),
                last.plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC))
            : sql.fetch(ACTIVE_PERIODS, grouping.code(), first.toString(), last.toString());
    return rows.intoMap(row -> row.get(0, LocalDate.class), row -> row.get(1, Long.class));
  }

  @Override
  public List<Cohorts> cohorts(Grouping grouping, LocalDate first, LocalDate last) {
    return sql.fetch(COHORTS, grouping.code(), first.toString(), last.toString())
        .map(
            row ->
                new Cohorts(
                    row.get(0, LocalDate.class),
                    row.get(1, LocalDate.class),
                    row.get(2, Long.class)));
  }

  @Override
  public Page<Spender> spenders(Instant from, Instant to, PageRequest page) {
    Set<FactKind> kinds = Set.of(FactKind.CREDITS_SPENT, FactKind.CLIENT_CREATED);
    Table<Record5<String, String, String, Long, Long>> parts =
        cut(Cut.of(from, to), kinds).asTable("parts");
    Table<?> spenders =
        sql.select(
                cast(WHAT, SQLDataType.UUID).as("reseller_id"),
                coalesce(
                        sum(AMOUNT).filterWhere(KIND.eq(FactKind.CREDITS_SPENT.code())),
                        inline(BigDecimal.ZERO))
                    .as(SPENT),
                coalesce(
                        sum(COUNT).filterWhere(KIND.eq(FactKind.CLIENT_CREATED.code())),
                        inline(BigDecimal.ZERO))
                    .as(CLIENTS))
            .from(parts)
            .groupBy(WHAT)
            .asTable("spenders");
    Table<?> known =
        spenders
            .join(ACCOUNTS)
            .on(ACCOUNT_ID.eq(field(name("spenders", "reseller_id"), SQLDataType.UUID)));
    Result<? extends Record> rows =
        sql.select(ACCOUNT_ID, EMAIL, SPENT, CLIENTS, count().over().as(ALL))
            .from(known)
            .orderBy(SPENT.desc(), ACCOUNT_ID)
            .limit(page.limit())
            .offset(page.offset())
            .fetch();
    return Page.of(
        rows.map(
            row ->
                new Spender(
                    row.get(ACCOUNT_ID),
                    row.get(EMAIL),
                    row.get(SPENT).longValueExact(),
                    row.get(CLIENTS).longValueExact())),
        page,
        rows.isEmpty() ? sql.fetchCount(known) : rows.get(0).get(ALL));
  }
}
