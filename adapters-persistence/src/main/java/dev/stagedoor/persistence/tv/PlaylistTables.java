package dev.stagedoor.persistence.tv;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The columns of the tables of playlists. */
final class PlaylistTables {
  private PlaylistTables() {}

  /** tv_playlists */
  static final class Playlists {
    static final Table<Record> TABLE = table(name("tv_playlists"));
    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<UUID> OWNER_ID = field(name("owner_id"), SQLDataType.UUID);
    static final Field<String> NAME = field(name("name"), SQLDataType.CLOB);
    static final Field<String> URL = field(name("url"), SQLDataType.CLOB);
    static final Field<String> USERNAME = field(name("username"), SQLDataType.CLOB);
    static final Field<String> PASSWORD = field(name("password"), SQLDataType.CLOB);
    static final Field<String> STATUS = field(name("status"), SQLDataType.CLOB);
    static final Field<Integer> EDITION = field(name("edition"), SQLDataType.INTEGER);
    static final Field<Integer> SHOWN = field(name("shown"), SQLDataType.INTEGER);
    static final Field<Integer> CHANNELS = field(name("channels"), SQLDataType.INTEGER);
    static final Field<String> PROBLEM = field(name("problem"), SQLDataType.CLOB);
    static final Field<Instant> FETCHED_AT = field(name("fetched_at"), SQLDataType.INSTANT);
    static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
    static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);

    private Playlists() {}
  }

  /** tv_channels */
  static final class Channels {
    static final Table<Record> TABLE = table(name("tv_channels"));
    static final Field<UUID> PLAYLIST_ID = field(name("playlist_id"), SQLDataType.UUID);
    static final Field<Integer> EDITION = field(name("edition"), SQLDataType.INTEGER);
    static final Field<Integer> POSITION = field(name("position"), SQLDataType.INTEGER);
    static final Field<String> ITEM_ID = field(name("item_id"), SQLDataType.CLOB);
    static final Field<String> KIND = field(name("kind"), SQLDataType.CLOB);
    static final Field<String> NAME = field(name("name"), SQLDataType.CLOB);
    static final Field<String> FOLDED_NAME = field(name("folded_name"), SQLDataType.CLOB);
    static final Field<String> GROUP_NAME = field(name("group_name"), SQLDataType.CLOB);
    static final Field<String> LOGO = field(name("logo"), SQLDataType.CLOB);
    static final Field<String> GUIDE_ID = field(name("guide_id"), SQLDataType.CLOB);
    static final Field<String> ADDRESS = field(name("address"), SQLDataType.CLOB);

    private Channels() {}
  }

  /** tv_programmes */
  static final class Programmes {
    static final Table<Record> TABLE = table(name("tv_programmes"));
    static final Field<UUID> PLAYLIST_ID = field(name("playlist_id"), SQLDataType.UUID);
    static final Field<Integer> EDITION = field(name("edition"), SQLDataType.INTEGER);
    static final Field<String> GUIDE_ID = field(name("guide_id"), SQLDataType.CLOB);
    static final Field<Instant> STARTS_AT = field(name("starts_at"), SQLDataType.INSTANT);
    static final Field<Instant> ENDS_AT = field(name("ends_at"), SQLDataType.INSTANT);
    static final Field<String> TITLE = field(name("title"), SQLDataType.CLOB);
    static final Field<String> DESCRIPTION = field(name("description"), SQLDataType.CLOB);

    private Programmes() {}
  }
}
