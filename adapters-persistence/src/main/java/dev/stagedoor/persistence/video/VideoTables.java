package dev.stagedoor.persistence.video;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The columns of the video tables that queries name. */
final class VideoTables {
  static final Table<Record> LIVE_STREAMS = table(name("live_streams"));
  static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
  static final Field<String> INPUT_ID = field(name("input_id"), SQLDataType.CLOB);
  static final Field<String> STATUS = field(name("status"), SQLDataType.CLOB);
  static final Field<Instant> REMOVED_AT = field(name("removed_at"), SQLDataType.INSTANT);
  static final Field<Instant> UPDATED_AT = field(name("updated_at"), SQLDataType.INSTANT);

  private VideoTables() {}
}
