package dev.stagedoor.persistence.ticketing;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.TicketingStatus;
import dev.stagedoor.persistence.sql.Codes;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table of tickets, for its repository and for whoever lists things with their tickets. */
public final class TicketedEvents {
  public static final Table<Record> TABLE = table(name("ticketed_events"));

  static final Field<UUID> ID = field(name("ticketed_events", "id"), SQLDataType.UUID);
  static final Field<String> SUBJECT_KIND =
      field(name("ticketed_events", "subject_kind"), SQLDataType.CLOB);
  static final Field<UUID> OWNER_ID = field(name("ticketed_events", "owner_id"), SQLDataType.UUID);
  static final Field<String> STATUS = field(name("ticketed_events", "status"), SQLDataType.CLOB);
  static final Field<String> PROVIDER =
      field(name("ticketed_events", "provider"), SQLDataType.CLOB);
  static final Field<String> SALE_PROVIDER =
      field(name("ticketed_events", "sale_provider"), SQLDataType.CLOB);
  static final Field<String> SALE_ID = field(name("ticketed_events", "sale_id"), SQLDataType.CLOB);
  static final Field<UUID> CONNECTION_ID =
      field(name("ticketed_events", "connection_id"), SQLDataType.UUID);
  static final Field<String> PAGE_URL =
      field(name("ticketed_events", "page_url"), SQLDataType.CLOB);
  static final Field<Boolean> WAS_LIVE =
      field(name("ticketed_events", "was_live"), SQLDataType.BOOLEAN);
  static final Field<String> TOLD = field(name("ticketed_events", "told"), SQLDataType.CLOB);
  static final Field<Instant> TOLD_AT =
      field(name("ticketed_events", "told_at"), SQLDataType.INSTANT);
  static final Field<Instant> UNREACHABLE_SINCE =
      field(name("ticketed_events", "unreachable_since"), SQLDataType.INSTANT);
  static final Field<Integer> LOOKS = field(name("ticketed_events", "looks"), SQLDataType.INTEGER);
  static final Field<Instant> NEXT_LOOK_AT =
      field(name("ticketed_events", "next_look_at"), SQLDataType.INSTANT);
  static final Field<Instant> CREATED_AT =
      field(name("ticketed_events", "created_at"), SQLDataType.INSTANT);
  static final Field<Instant> CHANGED_AT =
      field(name("ticketed_events", "changed_at"), SQLDataType.INSTANT);
  static final Field<Long> VERSION = field(name("ticketed_events", "version"), SQLDataType.BIGINT);

  public static final List<Field<?>> COLUMNS =
      List.of(
          ID,
          SUBJECT_KIND,
          OWNER_ID,
          STATUS,
          PROVIDER,
          SALE_PROVIDER,
          SALE_ID,
          CONNECTION_ID,
          PAGE_URL,
          WAS_LIVE,
          TOLD,
          TOLD_AT,
          UNREACHABLE_SINCE,
          LOOKS,
          NEXT_LOOK_AT,
          CREATED_AT,
          CHANGED_AT,
          VERSION);

  private TicketedEvents() {}

  /** Returns what tickets are known by that are those of a thing. */
  public static Condition are(Field<UUID> subject, String kind) {
    return ID.eq(subject).and(SUBJECT_KIND.eq(kind));
  }

  /** Reads the tickets that were joined to something, if it has any. */
  public static Optional<TicketedEvent> joined(Record row) {
    return Optional.ofNullable(row.get(ID)).map(there -> tickets(row));
  }

  static TicketedEvent tickets(Record row) {
    return TicketedEvent.restore(
        new TicketedEvent.Snapshot(
            new Subject(row.get(SUBJECT_KIND), row.get(ID)),
            new UserId(row.get(OWNER_ID)),
            Codes.parse(TicketingStatus.class, row.get(STATUS)),
            read(row.get(PROVIDER), ProviderId::new),
            read(row.get(SALE_ID), id -> ProviderRef.of(row.get(SALE_PROVIDER), id)),
            read(row.get(CONNECTION_ID), ConnectionId::new),
            read(row.get(PAGE_URL), URI::create),
            row.get(WAS_LIVE),
            read(row.get(TOLD), told -> Codes.parse(SaleStatus.class, told)),
            row.get(TOLD_AT),
            row.get(UNREACHABLE_SINCE),
            row.get(LOOKS),
            row.get(NEXT_LOOK_AT),
            row.get(CREATED_AT),
            row.get(CHANGED_AT),
            row.get(VERSION)));
  }

  /** Returns what changes in the row of tickets, all but their id and version. */
  static Map<Field<?>, @Nullable Object> values(TicketedEvent.Snapshot tickets) {
    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
    values.put(SUBJECT_KIND, tickets.subject().kind());
    values.put(OWNER_ID, tickets.owner().value());
    values.put(STATUS, Codes.of(tickets.status()));
    values.put(PROVIDER, read(tickets.provider(), ProviderId::value));
    values.put(SALE_PROVIDER, read(tickets.sale(), sale -> sale.provider().value()));
    values.put(SALE_ID, read(tickets.sale(), ProviderRef::value));
    values.put(CONNECTION_ID, read(tickets.connection(), ConnectionId::value));
    values.put(PAGE_URL, read(tickets.page(), URI::toString));
    values.put(WAS_LIVE, tickets.wasLive());
    values.put(TOLD, Codes.ofNullable(tickets.told()));
    values.put(TOLD_AT, tickets.toldAt());
    values.put(UNREACHABLE_SINCE, tickets.unreachableSince());
    values.put(LOOKS, tickets.looks());
    values.put(NEXT_LOOK_AT, tickets.nextLookAt());
    values.put(CREATED_AT, tickets.createdAt());
    values.put(CHANGED_AT, tickets.changedAt());
    return values;
  }

  private static <T, R> @Nullable R read(@Nullable T value, Function<T, R> as) {
    return value == null ? null : as.apply(value);
  }
}
