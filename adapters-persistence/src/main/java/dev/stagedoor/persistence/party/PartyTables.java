package dev.stagedoor.persistence.party;

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

/** The columns of the tables of watch parties. */
final class PartyTables {
  private PartyTables() {}

  /** parties */
  static final class Parties {
    static final Table<Record> TABLE = table(name("parties"));
    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<String> MEDIA_URL = field(name("media_url"), SQLDataType.CLOB);
    static final Field<String> TITLE = field(name("title"), SQLDataType.CLOB);
    static final Field<String> ITEM_ID = field(name("item_id"), SQLDataType.CLOB);
    static final Field<UUID> HOST_ID = field(name("host_id"), SQLDataType.UUID);
    static final Field<JSONB> PEOPLE = field(name("people"), SQLDataType.JSONB);
    static final Field<Boolean> IS_PLAYING = field(name("is_playing"), SQLDataType.BOOLEAN);
    static final Field<Long> POSITION = field(name("position_millis"), SQLDataType.BIGINT);
    static final Field<Instant> PLAYED_AT = field(name("played_at"), SQLDataType.INSTANT);
    static final Field<Long> SEQUENCE = field(name("sequence"), SQLDataType.BIGINT);
    static final Field<Instant> EMPTY_SINCE = field(name("empty_since"), SQLDataType.INSTANT);
    static final Field<Instant> ENDED_AT = field(name("ended_at"), SQLDataType.INSTANT);
    static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
    static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);

    private Parties() {}
  }

  /** party_lines */
  static final class Lines {
    static final Table<Record> TABLE = table(name("party_lines"));
    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<UUID> PARTY_ID = field(name("party_id"), SQLDataType.UUID);
    static final Field<UUID> AUTHOR_ID = field(name("author_id"), SQLDataType.UUID);
    static final Field<String> NAME = field(name("name"), SQLDataType.CLOB);
    static final Field<String> TEXT = field(name("text"), SQLDataType.CLOB);
    static final Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    static final Field<Long> SEQUENCE = field(name("sequence"), SQLDataType.BIGINT);

    private Lines() {}
  }

  /** party_instances */
  static final class Instances {
    static final Table<Record> TABLE = table(name("party_instances"));
    static final Field<UUID> ID = field(name("party_instances", "id"), SQLDataType.UUID);
    static final Field<Instant> SEEN_AT = field(name("seen_at"), SQLDataType.INSTANT);

    private Instances() {}
  }

  /** party_connections */
  static final class Connections {
    static final Table<Record> TABLE = table(name("party_connections"));
    static final Field<UUID> ID = field(name("party_connections", "id"), SQLDataType.UUID);
    static final Field<UUID> PARTY_ID = field(name("party_id"), SQLDataType.UUID);
    static final Field<UUID> USER_ID = field(name("user_id"), SQLDataType.UUID);
    static final Field<UUID> INSTANCE_ID = field(name("instance_id"), SQLDataType.UUID);

    private Connections() {}
  }
}
