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

/** The columns of the tables of what profiles like and watch. */
final class WatchTables {
  private WatchTables() {}

  /** tv_favorites */
  static final class Favorites {
    static final Table<Record> TABLE = table(name("tv_favorites"));
    static final Field<UUID> PROFILE_ID = field(name("profile_id"), SQLDataType.UUID);
    static final Field<String> ITEM_ID = field(name("item_id"), SQLDataType.CLOB);
    static final Field<String> ITEM_TYPE = field(name("item_type"), SQLDataType.CLOB);
    static final Field<String> ITEM_NAME = field(name("item_name"), SQLDataType.CLOB);
    static final Field<String> FOLDED_NAME = field(name("folded_name"), SQLDataType.CLOB);
    static final Field<String> ITEM_LOGO = field(name("item_logo"), SQLDataType.CLOB);
    static final Field<Instant> ADDED_AT = field(name("added_at"), SQLDataType.INSTANT);

    private Favorites() {}
  }

  /** tv_progress */
  static final class Progress {
    static final Table<Record> TABLE = table(name("tv_progress"));
    static final Field<UUID> PROFILE_ID = field(name("profile_id"), SQLDataType.UUID);
    static final Field<String> ITEM_ID = field(name("item_id"), SQLDataType.CLOB);
    static final Field<String> ITEM_TYPE = field(name("item_type"), SQLDataType.CLOB);
    static final Field<Integer> PROGRESS = field(name("progress_seconds"), SQLDataType.INTEGER);
    static final Field<Integer> DURATION = field(name("duration_seconds"), SQLDataType.INTEGER);
    static final Field<Boolean> IS_COMPLETED = field(name("is_completed"), SQLDataType.BOOLEAN);
    static final Field<Instant> TOLD_AT = field(name("told_at"), SQLDataType.INSTANT);
    static final Field<String> TOLD_BY = field(name("told_by"), SQLDataType.CLOB);
    static final Field<Instant> TYPE_AT = field(name("type_at"), SQLDataType.INSTANT);
    static final Field<String> TYPE_BY = field(name("type_by"), SQLDataType.CLOB);
    static final Field<Instant> DURATION_AT = field(name("duration_at"), SQLDataType.INSTANT);
    static final Field<String> DURATION_BY = field(name("duration_by"), SQLDataType.CLOB);
    static final Field<Instant> UPDATED_AT = field(name("updated_at"), SQLDataType.INSTANT);
    static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);

    private Progress() {}
  }
}
