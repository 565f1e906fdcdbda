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

/** The columns of the tables of clients and of credits. */
final class ResellerTables {
  private ResellerTables() {}

  /** tv_clients */
  static final class Clients {
    static final Table<Record> TABLE = table(name("tv_clients"));
    static final Field<UUID> ID = field(name("tv_clients", "id"), SQLDataType.UUID);
    static final Field<UUID> RESELLER_ID =
        field(name("tv_clients", "reseller_id"), SQLDataType.UUID);
    static final Field<UUID> USER_ID = field(name("tv_clients", "user_id"), SQLDataType.UUID);
    static final Field<String> KEY = field(name("tv_clients", "key"), SQLDataType.CLOB);
    static final Field<UUID> PLAN_ID = field(name("tv_clients", "plan_id"), SQLDataType.UUID);
    static final Field<Instant> BEGUN_AT =
        field(name("tv_clients", "begun_at"), SQLDataType.INSTANT);
    static final Field<Integer> MONTHS = field(name("tv_clients", "months"), SQLDataType.INTEGER);
    static final Field<Instant> PAID_UNTIL =
        field(name("tv_clients", "paid_until"), SQLDataType.INSTANT);
    static final Field<Boolean> IS_SUSPENDED =
        field(name("tv_clients", "is_suspended"), SQLDataType.BOOLEAN);
    static final Field<Instant> CREATED_AT =
        field(name("tv_clients", "created_at"), SQLDataType.INSTANT);
    static final Field<Long> VERSION = field(name("tv_clients", "version"), SQLDataType.BIGINT);

    private Clients() {}
  }

  /** credit_accounts */
  static final class Accounts {
    static final Table<Record> TABLE = table(name("credit_accounts"));
    static final Field<UUID> ACCOUNT_ID = field(name("account_id"), SQLDataType.UUID);
    static final Field<Long> BALANCE = field(name("balance"), SQLDataType.BIGINT);

    private Accounts() {}
  }

  /** credit_entries */
  static final class Entries {
    static final Table<Record> TABLE = table(name("credit_entries"));
    static final Field<UUID> ACCOUNT_ID = field(name("account_id"), SQLDataType.UUID);
    static final Field<Long> NUMBER = field(name("number"), SQLDataType.BIGINT);
    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<String> KIND = field(name("kind"), SQLDataType.CLOB);
    static final Field<Long> AMOUNT = field(name("amount"), SQLDataType.BIGINT);
    static final Field<Long> BALANCE = field(name("balance"), SQLDataType.BIGINT);
    static final Field<String> DESCRIPTION = field(name("description"), SQLDataType.CLOB);
    static final Field<UUID> CLIENT_ID = field(name("client_id"), SQLDataType.UUID);
    static final Field<UUID> ACTOR_ID = field(name("actor_id"), SQLDataType.UUID);
    static final Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);

    private Entries() {}
  }
}
