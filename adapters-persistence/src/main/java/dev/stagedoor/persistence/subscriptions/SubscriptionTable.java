package dev.stagedoor.persistence.subscriptions;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.persistence.sql.Codes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Subscriptions as rows. */
final class SubscriptionTable {
  static final Table<Record> TABLE = table(name("subscriptions"));
  static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
  static final Field<UUID> HOLDER_ID = field(name("holder_id"), SQLDataType.UUID);
  static final Field<String> PRICE_PROVIDER = field(name("price_provider"), SQLDataType.CLOB);
  static final Field<String> PRICE_ID = field(name("price_id"), SQLDataType.CLOB);
  static final Field<String> STATUS = field(name("status"), SQLDataType.CLOB);
  static final Field<String> PAGE_PROVIDER = field(name("page_provider"), SQLDataType.CLOB);
  static final Field<String> PAGE_ID = field(name("page_id"), SQLDataType.CLOB);
  static final Field<String> REF_PROVIDER = field(name("ref_provider"), SQLDataType.CLOB);
  static final Field<String> REF_ID = field(name("ref_id"), SQLDataType.CLOB);
  static final Field<String> CUSTOMER_PROVIDER = field(name("customer_provider"), SQLDataType.CLOB);
  static final Field<String> CUSTOMER_ID = field(name("customer_id"), SQLDataType.CLOB);
  static final Field<Instant> PAID_UNTIL = field(name("paid_until"), SQLDataType.INSTANT);
  static final Field<Boolean> ENDS_AT_PERIOD_END =
      field(name("ends_at_period_end"), SQLDataType.BOOLEAN);
  static final Field<Instant> UNPAID_SINCE = field(name("unpaid_since"), SQLDataType.INSTANT);
  static final Field<Integer> REMINDERS = field(name("reminders"), SQLDataType.INTEGER);
  static final Field<Instant> SEEN_AT = field(name("seen_at"), SQLDataType.INSTANT);
  static final Field<Instant> LOOK_AT = field(name("look_at"), SQLDataType.INSTANT);
  static final Field<Integer> UNANSWERED = field(name("unanswered"), SQLDataType.INTEGER);
  static final Field<Instant> ENDED_AT = field(name("ended_at"), SQLDataType.INSTANT);
  static final Field<Instant> CREATED_AT = field(name("created_at"), SQLDataType.INSTANT);
  static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);

  static final List<Field<?>> COLUMNS =
      List.of(
          ID,
          HOLDER_ID,
          PRICE_PROVIDER,
          PRICE_ID,
          STATUS,
          PAGE_PROVIDER,
          PAGE_ID,
          REF_PROVIDER,
          REF_ID,
          CUSTOMER_PROVIDER,
          CUSTOMER_ID,
          PAID_UNTIL,
          ENDS_AT_PERIOD_END,
          UNPAID_SINCE,
          REMINDERS,
          SEEN_AT,
          LOOK_AT,
          UNANSWERED,
          ENDED_AT,
          CREATED_AT,
          VERSION);

  private SubscriptionTable() {}

  /** Returns what changes in the row of a subscription, all but its id and version. */
  static Map<Field<?>, @Nullable Object> values(Subscription.Snapshot subscription) {
    ProviderRef page = subscription.page();
    ProviderRef ref = subscription.ref();
    ProviderRef customer = subscription.customer();
    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
    values.put(HOLDER_ID, subscription.holder().value());
    values.put(PRICE_PROVIDER, subscription.price().provider().value());
    values.put(PRICE_ID, subscription.price().value());
    values.put(STATUS, Codes.of(subscription.status()));
    values.put(PAGE_PROVIDER, page == null ? null : page.provider().value());
    values.put(PAGE_ID, page == null ? null : page.value());
    values.put(REF_PROVIDER, ref == null ? null : ref.provider().value());
    values.put(REF_ID, ref == null ? null : ref.value());
    values.put(CUSTOMER_PROVIDER, customer == null ? null : customer.provider().value());
    values.put(CUSTOMER_ID, customer == null ? null : customer.value());
    values.put(PAID_UNTIL, subscription.paidUntil());
    values.put(ENDS_AT_PERIOD_END, subscription.endsAtPeriodEnd());
    values.put(UNPAID_SINCE, subscription.unpaidSince());
    values.put(REMINDERS, subscription.reminders());
    values.put(SEEN_AT, subscription.seenAt());
    values.put(LOOK_AT, subscription.lookAt());
    values.put(UNANSWERED, subscription.unanswered());
    values.put(ENDED_AT, subscription.endedAt());
    values.put(CREATED_AT, subscription.createdAt());
    return values;
  }

  static Subscription subscription(Record row) {
    return Subscription.restore(
        new Subscription.Snapshot(
            new SubscriptionId(row.get(ID)),
            new UserId(row.get(HOLDER_ID)),
            ProviderRef.of(row.get(PRICE_PROVIDER), row.get(PRICE_ID)),
            Codes.parse(SubscriptionStatus.class, row.get(STATUS)),
            ref(row.get(PAGE_PROVIDER), row.get(PAGE_ID)),
            ref(row.get(REF_PROVIDER), row.get(REF_ID)),
            ref(row.get(CUSTOMER_PROVIDER), row.get(CUSTOMER_ID)),
            row.get(PAID_UNTIL),
            row.get(ENDS_AT_PERIOD_END),
            row.get(UNPAID_SINCE),
            row.get(REMINDERS),
            row.get(SEEN_AT),
            row.get(LOOK_AT),
            row.get(UNANSWERED),
            row.get(ENDED_AT),
            row.get(CREATED_AT),
            row.get(VERSION)));
  }

  private static @Nullable ProviderRef ref(@Nullable String provider, @Nullable String id) {
    return provider == null || id == null ? null : ProviderRef.of(provider, id);
  }
}
