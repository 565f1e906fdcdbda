package dev.stagedoor.persistence.video;

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

/** The columns of the video tables that queries name. */
final class VideoTables {
  private VideoTables() {}

  /** live_streams */
  static final class Streams {
    static final Table<Record> TABLE = table(name("live_streams"));
    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<String> SUBJECT_KIND = field(name("subject_kind"), SQLDataType.CLOB);
    static final Field<UUID> SUBJECT_ID = field(name("subject_id"), SQLDataType.UUID);
    static final Field<UUID> CREATED_BY = field(name("created_by"), SQLDataType.UUID);
    static final Field<String> TITLE = field(name("title"), SQLDataType.CLOB);
    static final Field<String> DESCRIPTION = field(name("description"), SQLDataType.CLOB);
    static final Field<Instant> SCHEDULED_START =
        field(name("scheduled_start"), SQLDataType.INSTANT);
    static final Field<Boolean> IS_VISIBLE = field(name("is_visible"), SQLDataType.BOOLEAN);
    static final Field<Boolean> IS_PUBLIC = field(name("is_public"), SQLDataType.BOOLEAN);
    static final Field<String> INPUT_PROVIDER = field(name("input_provider"), SQLDataType.CLOB);
    static final Field<String> INPUT_ID = field(name("input_id"), SQLDataType.CLOB);
    static final Field<String> PLAYBACK_URL = field(name("playback_url"), SQLDataType.CLOB);
    static final Field<String> RTMP_URL = field(name("rtmp_url"), SQLDataType.CLOB);
    static final Field<String> STREAM_KEY = field(name("stream_key"), SQLDataType.CLOB);
    static final Field<String> SRT_URL = field(name("srt_url"), SQLDataType.CLOB);
    static final Field<String> WHIP_URL = field(name("whip_url"), SQLDataType.CLOB);
    static final Field<String> STATUS = field(name("status"), SQLDataType.CLOB);
    static final Field<Instant> STARTED_AT = field(name("started_at"), SQLDataType.INSTANT);
    static final Field<Instant> CONNECTED_AT = field(name("connected_at"), SQLDataType.INSTANT);
    static final Field<Instant> DISCONNECTED_AT =
        field(name("disconnected_at"), SQLDataType.INSTANT);
    static final Field<Instant> STOPPED_AT = field(name("stopped_at"), SQLDataType.INSTANT);
    static final Field<Instant> REMOVED_AT = field(name("removed_at"), SQLDataType.INSTANT);
    static final Field<Long> VIEWERS = field(name("viewers"), SQLDataType.BIGINT);
    static final Field<JSONB> RECORDINGS = field(name("recordings"), SQLDataType.JSONB);
    static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
    static final Field<Instant> UPDATED_AT = field(name("updated_at"), SQLDataType.INSTANT);
    static final Field<Instant> LOOKED_AT = field(name("looked_at"), SQLDataType.INSTANT);

    private Streams() {}
  }
}
