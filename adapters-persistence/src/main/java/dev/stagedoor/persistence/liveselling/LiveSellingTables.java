package dev.stagedoor.persistence.liveselling;

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

/** The columns of live selling's tables that queries name. */
final class LiveSellingTables {
  private LiveSellingTables() {}

  /** workspaces */
  static final class Workspaces {
    static final Table<Record> TABLE = table(name("workspaces"));
    static final Field<UUID> ID = field(name("workspaces", "id"), SQLDataType.UUID);
    static final Field<String> NAME = field(name("workspaces", "name"), SQLDataType.CLOB);
    static final Field<String> CURRENCY = field(name("workspaces", "currency"), SQLDataType.CLOB);
    static final Field<String> PLAN = field(name("workspaces", "plan"), SQLDataType.CLOB);
    static final Field<Instant> CREATED_AT =
        field(name("workspaces", "created_at"), SQLDataType.INSTANT);

    static final Field<Long> VERSION = field(name("workspaces", "version"), SQLDataType.BIGINT);

    private Workspaces() {}
  }

  /** workspace_operators */
  static final class Operators {
    static final Table<Record> TABLE = table(name("workspace_operators"));
    static final Field<UUID> WORKSPACE_ID =
        field(name("workspace_operators", "workspace_id"), SQLDataType.UUID);
    static final Field<UUID> USER_ID =
        field(name("workspace_operators", "user_id"), SQLDataType.UUID);
    static final Field<Integer> POSITION =
        field(name("workspace_operators", "position"), SQLDataType.INTEGER);

    private Operators() {}
  }

  /** shows */
  static final class Shows {
    static final Table<Record> TABLE = table(name("shows"));
    static final Field<UUID> ID = field(name("shows", "id"), SQLDataType.UUID);
    static final Field<UUID> WORKSPACE_ID = field(name("shows", "workspace_id"), SQLDataType.UUID);
    static final Field<String> NAME = field(name("shows", "name"), SQLDataType.CLOB);
    static final Field<String> CURRENCY = field(name("shows", "currency"), SQLDataType.CLOB);
    static final Field<String> POST_ID = field(name("shows", "post_id"), SQLDataType.CLOB);
    static final Field<Instant> STARTED_AT =
        field(name("shows", "started_at"), SQLDataType.INSTANT);
    static final Field<Instant> ENDED_AT = field(name("shows", "ended_at"), SQLDataType.INSTANT);
    static final Field<Instant> CREATED_AT =
        field(name("shows", "created_at"), SQLDataType.INSTANT);

    private Shows() {}
  }

  /** show_items */
  static final class Items {
    static final Table<Record> TABLE = table(name("show_items"));
    static final Field<UUID> ID = field(name("show_items", "id"), SQLDataType.UUID);
    static final Field<UUID> SHOW_ID = field(name("show_items", "show_id"), SQLDataType.UUID);
    static final Field<Integer> NUMBER = field(name("show_items", "number"), SQLDataType.INTEGER);
    static final Field<String> TITLE = field(name("show_items", "title"), SQLDataType.CLOB);
    static final Field<Long> PRICE_MINOR =
        field(name("show_items", "price_minor"), SQLDataType.BIGINT);
    static final Field<Integer> QUANTITY =
        field(name("show_items", "quantity"), SQLDataType.INTEGER);
    static final Field<Long> WANTED = field(name("show_items", "wanted"), SQLDataType.BIGINT);
    static final Field<Integer> GRANTED = field(name("show_items", "granted"), SQLDataType.INTEGER);
    static final Field<Integer> BILLED = field(name("show_items", "billed"), SQLDataType.INTEGER);
    static final Field<Long> ARRIVALS = field(name("show_items", "arrivals"), SQLDataType.BIGINT);
    static final Field<Instant> CREATED_AT =
        field(name("show_items", "created_at"), SQLDataType.INSTANT);

    private Items() {}
  }

  /** show_comments */
  static final class Comments {
    static final Table<Record> TABLE = table(name("show_comments"));
    static final Field<UUID> SHOW_ID = field(name("show_comments", "show_id"), SQLDataType.UUID);
    static final Field<String> ID = field(name("show_comments", "id"), SQLDataType.CLOB);
    static final Field<String> AUTHOR_ID =
        field(name("show_comments", "author_id"), SQLDataType.CLOB);
    static final Field<String> AUTHOR_HANDLE =
        field(name("show_comments", "author_handle"), SQLDataType.CLOB);
    static final Field<String> TEXT = field(name("show_comments", "text"), SQLDataType.CLOB);
    static final Field<Instant> POSTED_AT =
        field(name("show_comments", "posted_at"), SQLDataType.INSTANT);
    static final Field<Instant> RECEIVED_AT =
        field(name("show_comments", "received_at"), SQLDataType.INSTANT);
    static final Field<String> ORIGIN = field(name("show_comments", "origin"), SQLDataType.CLOB);
    static final Field<String> IGNORED = field(name("show_comments", "ignored"), SQLDataType.CLOB);

    private Comments() {}
  }

  /** claims */
  static final class Claims {
    static final Table<Record> TABLE = table(name("claims"));
    static final Field<UUID> ID = field(name("claims", "id"), SQLDataType.UUID);
    static final Field<UUID> SHOW_ID = field(name("claims", "show_id"), SQLDataType.UUID);
    static final Field<UUID> ITEM_ID = field(name("claims", "item_id"), SQLDataType.UUID);
    static final Field<String> BUYER_ID = field(name("claims", "buyer_id"), SQLDataType.CLOB);
    static final Field<String> BUYER_HANDLE =
        field(name("claims", "buyer_handle"), SQLDataType.CLOB);
    static final Field<String> COMMENT_ID = field(name("claims", "comment_id"), SQLDataType.CLOB);
    static final Field<Instant> POSTED_AT = field(name("claims", "posted_at"), SQLDataType.INSTANT);
    static final Field<Long> ARRIVAL = field(name("claims", "arrival"), SQLDataType.BIGINT);
    static final Field<Integer> QUANTITY = field(name("claims", "quantity"), SQLDataType.INTEGER);
    static final Field<Integer> GRANTED = field(name("claims", "granted"), SQLDataType.INTEGER);
    static final Field<String> STATE = field(name("claims", "state"), SQLDataType.CLOB);
    static final Field<UUID> INVOICE_ID = field(name("claims", "invoice_id"), SQLDataType.UUID);
    static final Field<Instant> CREATED_AT =
        field(name("claims", "created_at"), SQLDataType.INSTANT);

    private Claims() {}
  }

  /** consent_states */
  static final class States {
    static final Table<Record> TABLE = table(name("consent_states"));
    static final Field<String> STATE_HASH =
        field(name("consent_states", "state_hash"), SQLDataType.CLOB);
    static final Field<UUID> WORKSPACE_ID =
        field(name("consent_states", "workspace_id"), SQLDataType.UUID);
    static final Field<String> PROVIDER =
        field(name("consent_states", "provider"), SQLDataType.CLOB);
    static final Field<UUID> USER_ID = field(name("consent_states", "user_id"), SQLDataType.UUID);
    static final Field<Instant> EXPIRES_AT =
        field(name("consent_states", "expires_at"), SQLDataType.INSTANT);

    private States() {}
  }

  /** invoices, as far as a show lists them */
  static final class Invoices {
    static final Table<Record> TABLE = table(name("invoices"));
    static final Field<UUID> ID = field(name("invoices", "id"), SQLDataType.UUID);
    static final Field<String> SUBJECT_KIND =
        field(name("invoices", "subject_kind"), SQLDataType.CLOB);
    static final Field<UUID> SUBJECT_ID = field(name("invoices", "subject_id"), SQLDataType.UUID);
    static final Field<String> PROVIDER = field(name("invoices", "provider"), SQLDataType.CLOB);
    static final Field<String> CUSTOMER_REFERENCE =
        field(name("invoices", "customer_reference"), SQLDataType.CLOB);
    static final Field<String> CUSTOMER_NAME =
        field(name("invoices", "customer_name"), SQLDataType.CLOB);
    static final Field<JSONB> LINES = field(name("invoices", "lines"), SQLDataType.JSONB);
    static final Field<String> CURRENCY = field(name("invoices", "currency"), SQLDataType.CLOB);
    static final Field<Long> TOTAL_MINOR =
        field(name("invoices", "total_minor"), SQLDataType.BIGINT);
    static final Field<String> STATUS = field(name("invoices", "status"), SQLDataType.CLOB);
    static final Field<String> PROBLEM_KIND =
        field(name("invoices", "problem_kind"), SQLDataType.CLOB);
    static final Field<String> PROBLEM_CODE =
        field(name("invoices", "problem_code"), SQLDataType.CLOB);
    static final Field<String> REF_ID = field(name("invoices", "ref_id"), SQLDataType.CLOB);
    static final Field<String> PAGE = field(name("invoices", "page"), SQLDataType.CLOB);
    static final Field<Instant> SENT_AT = field(name("invoices", "sent_at"), SQLDataType.INSTANT);
    static final Field<Instant> PAID_AT = field(name("invoices", "paid_at"), SQLDataType.INSTANT);
    static final Field<Instant> CREATED_AT =
        field(name("invoices", "created_at"), SQLDataType.INSTANT);
    static final Field<Instant> UPDATED_AT =
        field(name("invoices", "updated_at"), SQLDataType.INSTANT);

    private Invoices() {}
  }

  /** deliveries */
  static final class Deliveries {
    static final Table<Record> TABLE = table(name("deliveries"));
    static final Field<UUID> ID = field(name("deliveries", "id"), SQLDataType.UUID);
    static final Field<Long> NUMBER = field(name("deliveries", "number"), SQLDataType.BIGINT);
    static final Field<UUID> INVOICE_ID = field(name("deliveries", "invoice_id"), SQLDataType.UUID);
    static final Field<String> CHANNEL = field(name("deliveries", "channel"), SQLDataType.CLOB);
    static final Field<String> REASON = field(name("deliveries", "reason"), SQLDataType.CLOB);
    static final Field<String> PAGE_PROVIDER =
        field(name("deliveries", "page_provider"), SQLDataType.CLOB);
    static final Field<String> PAGE_ID = field(name("deliveries", "page_id"), SQLDataType.CLOB);
    static final Field<String> TO_KIND = field(name("deliveries", "to_kind"), SQLDataType.CLOB);
    static final Field<String> TO_PROVIDER =
        field(name("deliveries", "to_provider"), SQLDataType.CLOB);
    static final Field<String> TO_ID = field(name("deliveries", "to_id"), SQLDataType.CLOB);
    static final Field<String> STATUS = field(name("deliveries", "status"), SQLDataType.CLOB);
    static final Field<String> PROVIDER_CODE =
        field(name("deliveries", "provider_code"), SQLDataType.CLOB);
    static final Field<Instant> AT = field(name("deliveries", "at"), SQLDataType.INSTANT);

    private Deliveries() {}
  }

  /** contacts */
  static final class Contacts {
    static final Table<Record> TABLE = table(name("contacts"));
    static final Field<UUID> WORKSPACE_ID =
        field(name("contacts", "workspace_id"), SQLDataType.UUID);
    static final Field<String> PERSON_PROVIDER =
        field(name("contacts", "person_provider"), SQLDataType.CLOB);
    static final Field<String> PERSON_ID = field(name("contacts", "person_id"), SQLDataType.CLOB);
    static final Field<String> BUYER_ID = field(name("contacts", "buyer_id"), SQLDataType.CLOB);
    static final Field<Instant> LAST_MESSAGE_AT =
        field(name("contacts", "last_message_at"), SQLDataType.INSTANT);

    private Contacts() {}
  }
}
