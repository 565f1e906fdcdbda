package dev.stagedoor.persistence.live;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.persistence.sql.Documents;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Reads the log of live updates. */
@Singleton
final class LiveLog {
  static final int BATCH = 500;

  private static final Table<Record> LIVE_EVENTS = table(name("live_events"));
  private static final Field<Long> SEQ = field(name("seq"), SQLDataType.BIGINT);
  private static final Field<String> CHANNEL_KIND = field(name("channel_kind"), SQLDataType.CLOB);
  private static final Field<UUID> CHANNEL_ID = field(name("channel_id"), SQLDataType.UUID);
  private static final Field<String> TYPE = field(name("type"), SQLDataType.CLOB);
  private static final Field<JSONB> DATA = field(name("data"), SQLDataType.JSONB);

  private static final Condition CAN_BE_RESUMED_FROM =
      DSL.condition("published_at > now() - interval '5 minutes'");

  private static final Argument<Map<String, Object>> DATA_MAP =
      Argument.mapOf(Argument.of(String.class), Argument.OBJECT_ARGUMENT);

  private final Documents documents;

  LiveLog(Documents documents) {
    this.documents = documents;
  }

  /** An entry with its number. */
  record Numbered(long seq, LiveFeed.Entry entry) {}

  /**
   * The newest entry to be seen, and an id that every transaction with a smaller number is below.
   */
  record Horizon(long newest, String transactionsBelow) {}

  /**
   * Returns the transactions that are over now, so that their entries can be told from later ones.
   */
  String transactionsOver(DSLContext sql) {
    return sql.fetchSingle("select cast(pg_current_snapshot() as text)").get(0, String.class);
  }

  /**
   * Returns how far the log can be read once the transactions of this moment have ended; empty when
   * nothing is new. The id is drawn after the newest number was seen, so whoever holds a smaller
   * number has a smaller id.
   */
  Optional<Horizon> horizon(DSLContext sql, long cursor) {
    Record row =
        sql.fetchSingle(
            """
            with newest as materialized (select max(seq) as seq from live_events where seq > ?)
            select seq, case when seq is not null then cast(pg_current_xact_id() as text) end from newest
            """,
            cursor);
    Long newest = row.get(0, Long.class);
    return newest == null
        ? Optional.empty()
        : Optional.of(new Horizon(newest, row.get(1, String.class)));
  }

  /** Tells whether every transaction that could hold an entry before the horizon has ended. */
  boolean isReached(DSLContext sql, Horizon horizon) {
    return sql.fetchSingle(
            "select pg_snapshot_xmin(pg_current_snapshot()) >= cast(? as xid8)",
            horizon.transactionsBelow())
        .get(0, Boolean.class);
  }

  /** Returns a batch of entries between two numbers, without those of transactions long over. */
  List<Numbered> between(DSLContext sql, long after, long upTo, String transactionsOver) {
    return sql.select(SEQ, CHANNEL_KIND, CHANNEL_ID, TYPE, DATA)
        .from(LIVE_EVENTS)
        .where(SEQ.gt(after))
        .and(SEQ.le(upTo))
        .and(
            DSL.condition(
                "not pg_visible_in_snapshot(tx, cast(? as pg_snapshot))", transactionsOver))
        .orderBy(SEQ)
        .limit(BATCH)
        .fetch(row -> new Numbered(row.get(SEQ), entry(row)));
  }

  /** Returns the number of the newest entry to be seen, 0 where there is none. */
  long newest(DSLContext sql) {
    return sql.select(coalesce(max(SEQ), 0L)).from(LIVE_EVENTS).fetchSingle().value1();
  }

  /** Tells whether a reader that has seen an entry can go on from it. */
  boolean canBeResumedFrom(DSLContext sql, long seq) {
    return sql.fetchExists(
        sql.selectOne().from(LIVE_EVENTS).where(SEQ.eq(seq)).and(CAN_BE_RESUMED_FROM));
  }

  List<LiveFeed.Entry> of(DSLContext sql, Subject channel, long after, long upTo) {
    return sql.select(SEQ, CHANNEL_KIND, CHANNEL_ID, TYPE, DATA)
        .from(LIVE_EVENTS)
        .where(CHANNEL_KIND.eq(channel.kind()))
        .and(CHANNEL_ID.eq(channel.id()))
        .and(SEQ.gt(after))
        .and(SEQ.le(upTo))
        .and(CAN_BE_RESUMED_FROM)
        .orderBy(SEQ)
        .fetch(this::entry);
  }

  private LiveFeed.Entry entry(Record row) {
    return new LiveFeed.Entry(
        Long.toString(row.get(SEQ)),
        new LiveUpdate(
            new Subject(row.get(CHANNEL_KIND), row.get(CHANNEL_ID)),
            row.get(TYPE),
            documents.read(row.get(DATA).data(), DATA_MAP)));
  }
}
