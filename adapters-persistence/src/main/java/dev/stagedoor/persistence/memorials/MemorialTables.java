package dev.stagedoor.persistence.memorials;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The columns of the memorials' tables that queries name. */
final class MemorialTables {
  private MemorialTables() {}

  /** memorials */
  static final class Memorials {
    static final Table<Record> TABLE = table(name("memorials"));
    static final Field<UUID> ID = field(name("memorials", "id"), SQLDataType.UUID);
    static final Field<String> SLUG = field(name("memorials", "slug"), SQLDataType.CLOB);
    static final Field<UUID> OWNER_ID = field(name("memorials", "owner_id"), SQLDataType.UUID);
    static final Field<UUID> DIRECTOR_ID =
        field(name("memorials", "director_id"), SQLDataType.UUID);
    static final Field<String> FAMILY_PHONE =
        field(name("memorials", "family_phone"), SQLDataType.CLOB);
    static final Field<String> LOVED_ONE_NAME =
        field(name("memorials", "loved_one_name"), SQLDataType.CLOB);
    static final Field<String> CUSTOM_TEXT =
        field(name("memorials", "custom_text"), SQLDataType.CLOB);
    static final Field<String> IMAGE_URL = field(name("memorials", "image_url"), SQLDataType.CLOB);
    static final Field<Boolean> IS_PUBLIC =
        field(name("memorials", "is_public"), SQLDataType.BOOLEAN);
    static final Field<Instant> CREATED_AT =
        field(name("memorials", "created_at"), SQLDataType.INSTANT);
    static final Field<Instant> UPDATED_AT =
        field(name("memorials", "updated_at"), SQLDataType.INSTANT);
    static final Field<Long> VERSION = field(name("memorials", "version"), SQLDataType.BIGINT);

    private Memorials() {}
  }

  /** funeral_directors */
  static final class Directors {
    static final Table<Record> TABLE = table(name("funeral_directors"));
    static final Field<UUID> USER_ID =
        field(name("funeral_directors", "user_id"), SQLDataType.UUID);
    static final Field<String> COMPANY =
        field(name("funeral_directors", "company"), SQLDataType.CLOB);
    static final Field<String> PHONE = field(name("funeral_directors", "phone"), SQLDataType.CLOB);
    static final Field<String> STATUS =
        field(name("funeral_directors", "status"), SQLDataType.CLOB);
    static final Field<Instant> REGISTERED_AT =
        field(name("funeral_directors", "registered_at"), SQLDataType.INSTANT);

    private Directors() {}
  }

  /** guest_book_entries */
  static final class Entries {
    static final Table<Record> TABLE = table(name("guest_book_entries"));
    static final Field<UUID> ID = field(name("guest_book_entries", "id"), SQLDataType.UUID);
    static final Field<UUID> MEMORIAL_ID =
        field(name("guest_book_entries", "memorial_id"), SQLDataType.UUID);
    static final Field<String> NAME = field(name("guest_book_entries", "name"), SQLDataType.CLOB);
    static final Field<String> MESSAGE =
        field(name("guest_book_entries", "message"), SQLDataType.CLOB);
    static final Field<String> STATUS =
        field(name("guest_book_entries", "status"), SQLDataType.CLOB);
    static final Field<Instant> CREATED_AT =
        field(name("guest_book_entries", "created_at"), SQLDataType.INSTANT);

    private Entries() {}
  }
}
