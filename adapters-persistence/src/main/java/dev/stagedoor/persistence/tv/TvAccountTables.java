package dev.stagedoor.persistence.tv;

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

/** The columns of the tables of subscribers, their plans and their profiles. */
final class TvAccountTables {
  private TvAccountTables() {}

  /** tv_subscribers */
  static final class Subscribers {
    static final Table<Record> TABLE = table(name("tv_subscribers"));
    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<Instant> SINCE = field(name("since"), SQLDataType.INSTANT);
    static final Field<Instant> TRIAL_ENDS_AT = field(name("trial_ends_at"), SQLDataType.INSTANT);
    static final Field<Boolean> IS_TRIAL_END_TOLD =
        field(name("is_trial_end_told"), SQLDataType.BOOLEAN);

    private Subscribers() {}
  }

  /** tv_trials */
  static final class Trials {
    static final Table<Record> TABLE = table(name("tv_trials"));
    static final Field<String> PERSON_HASH = field(name("person_hash"), SQLDataType.CLOB);
    static final Field<UUID> USER_ID = field(name("user_id"), SQLDataType.UUID);
    static final Field<Instant> CLAIMED_AT = field(name("claimed_at"), SQLDataType.INSTANT);

    private Trials() {}
  }

  /** tv_plans */
  static final class Plans {
    static final Table<Record> TABLE = table(name("tv_plans"));
    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<String> PRICE_ID = field(name("price_id"), SQLDataType.CLOB);
    static final Field<String> NAME = field(name("name"), SQLDataType.CLOB);
    static final Field<Long> MONTHLY_MINOR = field(name("monthly_minor"), SQLDataType.BIGINT);
    static final Field<String> CURRENCY = field(name("currency"), SQLDataType.CLOB);
    static final Field<Integer> MAX_PROFILES = field(name("max_profiles"), SQLDataType.INTEGER);
    static final Field<Integer> MAX_PLAYLISTS = field(name("max_playlists"), SQLDataType.INTEGER);
    static final Field<Integer> MAX_FAVORITES = field(name("max_favorites"), SQLDataType.INTEGER);
    static final Field<JSONB> FEATURES = field(name("features"), SQLDataType.JSONB);
    static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
    static final Field<Instant> ARCHIVED_AT = field(name("archived_at"), SQLDataType.INSTANT);
    static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);

    private Plans() {}
  }

  /** tv_profiles */
  static final class Profiles {
    static final Table<Record> TABLE = table(name("tv_profiles"));
    static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    static final Field<UUID> OWNER_ID = field(name("owner_id"), SQLDataType.UUID);
    static final Field<String> NAME = field(name("name"), SQLDataType.CLOB);
    static final Field<String> AVATAR_URL = field(name("avatar_url"), SQLDataType.CLOB);
    static final Field<Boolean> IS_KIDS = field(name("is_kids"), SQLDataType.BOOLEAN);
    static final Field<String> PIN_HASH = field(name("pin_hash"), SQLDataType.CLOB);
    static final Field<Integer> WRONG_PINS = field(name("wrong_pins"), SQLDataType.INTEGER);
    static final Field<Instant> LOCKED_UNTIL = field(name("locked_until"), SQLDataType.INSTANT);
    static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
    static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);

    private Profiles() {}
  }

  /** tv_profile_tokens */
  static final class Tokens {
    static final Table<Record> TABLE = table(name("tv_profile_tokens"));
    static final Field<String> TOKEN_HASH = field(name("token_hash"), SQLDataType.CLOB);
    static final Field<UUID> PROFILE_ID = field(name("profile_id"), SQLDataType.UUID);
    static final Field<UUID> OWNER_ID = field(name("owner_id"), SQLDataType.UUID);
    static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
    static final Field<Instant> EXPIRES_AT = field(name("expires_at"), SQLDataType.INSTANT);

    private Tokens() {}
  }
}
