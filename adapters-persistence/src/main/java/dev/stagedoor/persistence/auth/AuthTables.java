package dev.stagedoor.persistence.auth;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The columns of the tables beside accounts: links, local credentials and local sessions. */
final class AuthTables {
  static final Table<Record> ACCOUNT_LINKS = table(name("account_links"));
  static final Table<Record> LOCAL_CREDENTIALS = table(name("local_credentials"));
  static final Table<Record> LOCAL_SESSIONS = table(name("local_sessions"));
  static final Table<Record> USED_SESSION_TOKENS = table(name("used_session_tokens"));

  static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
  static final Field<String> TOKEN_HASH = field(name("token_hash"), SQLDataType.CLOB);
  static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
  static final Field<Instant> EXPIRES_AT = field(name("expires_at"), SQLDataType.INSTANT);

  static final Field<UUID> USER_ID = field(name("user_id"), SQLDataType.UUID);
  static final Field<String> PURPOSE = field(name("purpose"), SQLDataType.CLOB);
  static final Field<UUID> ATTEMPT_ID = field(name("attempt_id"), SQLDataType.UUID);
  static final Field<Instant> ATTEMPT_UNTIL = field(name("attempt_until"), SQLDataType.INSTANT);
  static final Field<Instant> USED_AT = field(name("used_at"), SQLDataType.INSTANT);

  static final Field<String> SUBJECT = field(name("subject"), SQLDataType.CLOB);
  static final Field<String> EMAIL = field(name("email"), SQLDataType.CLOB);
  static final Field<String> DISPLAY_NAME = field(name("display_name"), SQLDataType.CLOB);
  static final Field<String> PASSWORD_HASH = field(name("password_hash"), SQLDataType.CLOB);
  static final Field<String> ROLE = field(name("role"), SQLDataType.CLOB);
  static final Field<Boolean> IS_ADMIN = field(name("is_admin"), SQLDataType.BOOLEAN);

  static final Field<Instant> REVOKED_AT = field(name("revoked_at"), SQLDataType.INSTANT);
  static final Field<UUID> SESSION_ID = field(name("session_id"), SQLDataType.UUID);

  private AuthTables() {}
}
