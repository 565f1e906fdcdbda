package dev.stagedoor.persistence.analytics;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.domain.analytics.Fact;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.analytics.port.Facts;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.sql.Columns;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

@Singleton
@InsideUnitOfWork
class JooqFacts implements Facts {
  static final Table<Record> TABLE = table(name("analytics_facts"));
  static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
  static final Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
  static final Field<String> KIND = field(name("kind"), SQLDataType.CLOB);
  static final Field<UUID> WHO = field(name("who"), SQLDataType.UUID);
  static final Field<String> WHAT = field(name("what"), SQLDataType.CLOB);
  static final Field<Long> AMOUNT = field(name("amount"), SQLDataType.BIGINT);
  static final Field<String> CURRENCY = field(name("currency"), SQLDataType.CLOB);
  static final Field<Boolean> IS_COUNTED = field(name("is_counted"), SQLDataType.BOOLEAN);

  private static final String RECORD =
      """
      insert into analytics_facts (id, at, kind, who, what, amount, currency, is_counted)
      select *, false from unnest(
        cast(? as uuid[]), cast(? as timestamptz[]), cast(? as text[]), cast(? as uuid[]), cast(? as text[]),
        cast(? as bigint[]), cast(? as text[]))
      on conflict (id) do nothing
      """;

  private final DSLContext sql;
  private final JdbcUnitOfWork work;
  private final Consumer<List<Fact>> writer = this::write;

  JooqFacts(DSLContext sql, JdbcUnitOfWork work) {
    this.sql = sql;
    this.work = work;
  }

  /** Written together before the commit: facts come with what is asked for most. */
  @Override
  public void record(List<Fact> facts) {
    facts.forEach(fact -> work.beforeCommit(writer, fact));
  }

  private void write(List<Fact> facts) {
    // In one order, so that of two who tell the same facts one waits for the other.
    List<Fact> rows =
        facts.stream().sorted(Comparator.comparing(fact -> fact.id().toString())).toList();
    sql.execute(
        RECORD,
        Columns.of(rows, Fact::id, UUID[]::new),
        Columns.times(rows, Fact::at),
        Columns.of(rows, fact -> fact.kind().code(), String[]::new),
        Columns.of(rows, fact -> fact.who().map(UserId::value).orElse(null), UUID[]::new),
        Columns.of(rows, Fact::what, String[]::new),
        Columns.of(rows, Fact::amount, Long[]::new),
        Columns.of(
            rows,
            fact -> fact.currency().map(Currency::getCurrencyCode).orElse(""),
            String[]::new));
  }

  @Override
  public Optional<Fact> find(UUID id) {
    work.writeGathered(writer);
    return sql.select(ID, AT, KIND, WHO, WHAT, AMOUNT, CURRENCY)
        .from(TABLE)
        .where(ID.eq(id))
        .fetchOptional(
            row ->
                new Fact(
                    row.get(ID),
                    row.get(AT),
                    Codes.parse(FactKind.class, row.get(KIND)),
                    Optional.ofNullable(row.get(WHO)).map(UserId::new),
                    row.get(WHAT),
                    row.get(AMOUNT),
                    currency(row.get(CURRENCY))));
  }

  static Optional<Currency> currency(String code) {
    return code.isEmpty() ? Optional.empty() : Optional.of(Currency.getInstance(code));
  }
}
