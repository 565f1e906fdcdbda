package dev.stagedoor.persistence.ticketing;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The columns of the tables of ticketing beside {@link TicketedEvents}. */
final class TicketingTables {
  private TicketingTables() {}

  /** ticketing_connections */
  static final class Connections {
    static final Table<Record> TABLE = table(name("ticketing_connections"));
    static final Field<UUID> OWNER_ID = field(name("owner_id"), SQLDataType.UUID);
    static final Field<String> PROVIDER = field(name("provider"), SQLDataType.CLOB);
    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<String> SECRET = field(name("secret"), SQLDataType.CLOB);
    static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);

    private Connections() {}
  }

  /** cross_app_sessions */
  static final class Sessions {
    static final Table<Record> TABLE = table(name("cross_app_sessions"));
    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<String> TOKEN_HASH = field(name("token_hash"), SQLDataType.CLOB);
    static final Field<String> REFERENCE_HASH = field(name("reference_hash"), SQLDataType.CLOB);
    static final Field<UUID> USER_ID = field(name("user_id"), SQLDataType.UUID);
    static final Field<UUID> ACCOUNT_ID = field(name("account_id"), SQLDataType.UUID);
    static final Field<String> APP = field(name("app"), SQLDataType.CLOB);
    static final Field<UUID> EVENT_ID = field(name("event_id"), SQLDataType.UUID);
    static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
    static final Field<Instant> EXPIRES_AT = field(name("expires_at"), SQLDataType.INSTANT);
    static final Field<Instant> ENDS_AT = field(name("ends_at"), SQLDataType.INSTANT);
    static final Field<Instant> LAST_USED_AT = field(name("last_used_at"), SQLDataType.INSTANT);

    private Sessions() {}
  }

  /** cross_app_uses */
  static final class Uses {
    static final Table<Record> TABLE = table(name("cross_app_uses"));
    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    static final Field<String> ACTION = field(name("action"), SQLDataType.CLOB);
    static final Field<UUID> SESSION_ID = field(name("session_id"), SQLDataType.UUID);
    static final Field<UUID> USER_ID = field(name("user_id"), SQLDataType.UUID);
    static final Field<UUID> ACCOUNT_ID = field(name("account_id"), SQLDataType.UUID);
    static final Field<UUID> EVENT_ID = field(name("event_id"), SQLDataType.UUID);
    static final Field<String> REFUSAL = field(name("refusal"), SQLDataType.CLOB);
    static final Field<String> DETAIL = field(name("detail"), SQLDataType.CLOB);
    static final Field<String> ADDRESS = field(name("address"), SQLDataType.CLOB);

    private Uses() {}
  }
}
