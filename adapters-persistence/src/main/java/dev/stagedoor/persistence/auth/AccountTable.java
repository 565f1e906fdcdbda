package dev.stagedoor.persistence.auth;

import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rtrim;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.domain.auth.PersonName;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The columns of the table of accounts, for all who list or name people; nobody writes by them. */
public final class AccountTable {
  public static final Table<Record> TABLE = table(name("accounts"));
  public static final Field<UUID> ID = field(name("accounts", "id"), SQLDataType.UUID);
  public static final Field<String> EMAIL = field(name("accounts", "email"), SQLDataType.CLOB);
  public static final Field<String> FIRST_NAME =
      field(name("accounts", "first_name"), SQLDataType.CLOB);
  public static final Field<String> LAST_NAME =
      field(name("accounts", "last_name"), SQLDataType.CLOB);
  public static final Field<String> ROLE = field(name("accounts", "role"), SQLDataType.CLOB);
  public static final Field<String> STATUS = field(name("accounts", "status"), SQLDataType.CLOB);
  public static final Field<String> LANGUAGE =
      field(name("accounts", "language"), SQLDataType.CLOB);
  public static final Field<Instant> CREATED_AT =
      field(name("accounts", "created_at"), SQLDataType.INSTANT);

  private AccountTable() {}

  /** Returns those whose address or name has a text in it. */
  public static Condition has(String text) {
    return EMAIL
        .containsIgnoreCase(text)
        .or(rtrim(concat(FIRST_NAME, inline(" "), LAST_NAME)).containsIgnoreCase(text));
  }

  /** Returns what the account of a row is called. */
  public static String nameIn(Record row) {
    return new PersonName(row.get(FIRST_NAME), row.get(LAST_NAME)).display();
  }
}
