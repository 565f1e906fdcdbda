package dev.stagedoor.persistence.events;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The columns of the tables of events. */
final class EventTables {
  private EventTables() {}

  /** events */
  static final class Events {
    static final Table<Record> TABLE = table(name("events"));
    static final Field<UUID> ID = field(name("events", "id"), SQLDataType.UUID);
    static final Field<UUID> ORGANISER_ID = field(name("events", "organiser_id"), SQLDataType.UUID);
    static final Field<String> TITLE = field(name("events", "title"), SQLDataType.CLOB);
    static final Field<Instant> STARTS_AT = field(name("events", "starts_at"), SQLDataType.INSTANT);
    static final Field<Instant> ENDS_AT = field(name("events", "ends_at"), SQLDataType.INSTANT);
    static final Field<Instant> OVER_AT = field(name("events", "over_at"), SQLDataType.INSTANT);
    static final Field<String> TIME_ZONE = field(name("events", "time_zone"), SQLDataType.CLOB);
    static final Field<String> VENUE = field(name("events", "venue"), SQLDataType.CLOB);
    static final Field<String> DESCRIPTION = field(name("events", "description"), SQLDataType.CLOB);
    static final Field<JSONB> CONTACT = field(name("events", "contact"), SQLDataType.JSONB);
    static final Field<Instant> CREATED_AT =
        field(name("events", "created_at"), SQLDataType.INSTANT);
    static final Field<Instant> UPDATED_AT =
        field(name("events", "updated_at"), SQLDataType.INSTANT);
    static final Field<Long> VERSION = field(name("events", "version"), SQLDataType.BIGINT);

    private Events() {}
  }
}
