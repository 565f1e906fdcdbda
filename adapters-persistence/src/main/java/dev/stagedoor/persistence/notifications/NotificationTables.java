package dev.stagedoor.persistence.notifications;

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

/** The columns of the tables of notifications. */
final class NotificationTables {
  static final Table<Record> TEMPLATES = table(name("notification_templates"));
  static final Table<Record> NOTIFICATIONS = table(name("notifications"));
  static final Table<Record> PREFERENCES = table(name("notification_preferences"));
  static final Table<Record> SECRETS = table(name("notification_secrets"));

  static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
  static final Field<String> KEY = field(name("key"), SQLDataType.CLOB);
  static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
  static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);

  static final Field<String> CATEGORY = field(name("category"), SQLDataType.CLOB);
  static final Field<JSONB> VARIABLES = field(name("variables"), SQLDataType.JSONB);
  static final Field<JSONB> TEXTS = field(name("texts"), SQLDataType.JSONB);
  static final Field<Boolean> IS_BUILT_IN = field(name("is_built_in"), SQLDataType.BOOLEAN);
  static final Field<Instant> CHANGED_AT = field(name("changed_at"), SQLDataType.INSTANT);

  static final Field<String> TEMPLATE_KEY = field(name("template_key"), SQLDataType.CLOB);
  static final Field<JSONB> FILLED = field(name("filled"), SQLDataType.JSONB);
  static final Field<String> AUDIENCE = field(name("audience"), SQLDataType.CLOB);
  static final Field<String> AUDIENCE_ROLE = field(name("audience_role"), SQLDataType.CLOB);
  static final Field<UUID[]> AUDIENCE_IDS =
      field(name("audience_ids"), SQLDataType.UUID.getArrayDataType());
  static final Field<UUID> SENT_BY = field(name("sent_by"), SQLDataType.UUID);
  static final Field<Long> RECIPIENTS = field(name("recipients"), SQLDataType.BIGINT);
  static final Field<Long> SENT = field(name("sent"), SQLDataType.BIGINT);
  static final Field<Long> SKIPPED = field(name("skipped"), SQLDataType.BIGINT);
  static final Field<UUID> REACHED = field(name("reached"), SQLDataType.UUID);
  static final Field<Instant> FINISHED_AT = field(name("finished_at"), SQLDataType.INSTANT);

  static final Field<UUID> USER_ID = field(name("user_id"), SQLDataType.UUID);

  static final Field<Boolean> PRODUCT = field(name("product"), SQLDataType.BOOLEAN);
  static final Field<Boolean> MARKETING = field(name("marketing"), SQLDataType.BOOLEAN);

  static final Field<Integer> SECRET_ID = field(name("id"), SQLDataType.INTEGER);
  static final Field<String> SECRET = field(name("secret"), SQLDataType.CLOB);

  private NotificationTables() {}
}
