package dev.stagedoor.persistence.inbox;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import dev.stagedoor.application.port.WebhookInbox;
import dev.stagedoor.application.webhooks.ReceivedWebhook;
import dev.stagedoor.application.webhooks.WebhookView;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.sql.Documents;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectWhereStep;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

@Singleton
@InsideUnitOfWork
class JooqWebhookInbox implements WebhookInbox {
  private static final Table<Record> RECEIVED_WEBHOOKS = table(name("received_webhooks"));
  private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
  private static final Field<String> PROVIDER = field(name("provider"), SQLDataType.CLOB);
  private static final Field<String> DELIVERY_ID = field(name("delivery_id"), SQLDataType.CLOB);
  private static final Field<String> TOPIC = field(name("topic"), SQLDataType.CLOB);
  private static final Field<String> TYPE = field(name("type"), SQLDataType.CLOB);
  private static final Field<JSONB> HEADERS = field(name("headers"), SQLDataType.JSONB);
  private static final Field<byte[]> BODY = field(name("body"), SQLDataType.BLOB);
  private static final Field<String> STATUS = field(name("status"), SQLDataType.CLOB);
  private static final Field<Integer> ATTEMPTS = field(name("attempts"), SQLDataType.INTEGER);
  private static final Field<String> ERROR = field(name("error"), SQLDataType.CLOB);
  private static final Field<Instant> RECEIVED_AT = field(name("received_at"), SQLDataType.INSTANT);
  private static final Field<Instant> APPLIED_AT = field(name("applied_at"), SQLDataType.INSTANT);

  private static final Argument<Map<String, List<String>>> HEADER_MAP =
      Argument.mapOf(Argument.of(String.class), Argument.listOf(String.class));

  /** Headers that sign a delivery or let their holder in; verified by now, and secrets. */
  private static final Pattern NOT_KEPT =
      Pattern.compile("signature|auth|secret|token|cookie|api-?key|hmac");

  // Every delivery takes these two ways, so they are not put together anew for each.
  private static final String ADD =
      """
      insert into received_webhooks (id, provider, delivery_id, topic, type, headers, body, status,
          attempts, error, received_at, applied_at)
        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz)
        on conflict (provider, delivery_id) do nothing\
      """;

  private static final String HAS =
      "select true from received_webhooks where provider = ? and delivery_id = ?";

  private final DSLContext sql;
  private final Documents documents;

  JooqWebhookInbox(DSLContext sql, Documents documents) {
    this.sql = sql;
    this.documents = documents;
  }

  @Override
  public boolean add(ReceivedWebhook webhook) {
    return sql.execute(
            ADD,
            webhook.id(),
            webhook.raw().provider().value(),
            webhook.deliveryId(),
            webhook.raw().topic(),
            webhook.type(),
            documents.write(kept(webhook.raw().headers())),
            webhook.raw().body(),
            Codes.of(webhook.status()),
            webhook.attempts(),
            webhook.error().orElse(null),
            webhook.receivedAt(),
            webhook.appliedAt().orElse(null))
        == 1;
  }

  @Override
  public boolean has(ProviderId provider, String deliveryId) {
    return sql.fetchValue(HAS, provider.value(), deliveryId) != null;
  }

  @Override
  public Optional<ReceivedWebhook> find(UUID id) {
    return whole().where(ID.eq(id)).fetchOptional(this::webhook);
  }

  @Override
  public Optional<ReceivedWebhook> lock(UUID id) {
    return whole().where(ID.eq(id)).forUpdate().fetchOptional(this::webhook);
  }

  @Override
  public void save(ReceivedWebhook webhook) {
    sql.update(RECEIVED_WEBHOOKS)
        .set(STATUS, Codes.of(webhook.status()))
        .set(ATTEMPTS, webhook.attempts())
        .set(ERROR, webhook.error().orElse(null))
        .set(APPLIED_AT, webhook.appliedAt().orElse(null))
        .where(ID.eq(webhook.id()))
        .execute();
  }

  @Override
  public Page<WebhookView> list(Optional<ReceivedWebhook.Status> status, PageRequest page) {
    return Pages.fetch(
        sql,
        sql.select(
                ID, PROVIDER, DELIVERY_ID, TYPE, STATUS, ATTEMPTS, ERROR, RECEIVED_AT, APPLIED_AT)
            .from(RECEIVED_WEBHOOKS)
            .where(status.map(wanted -> STATUS.eq(Codes.of(wanted))).orElse(noCondition()))
            .orderBy(RECEIVED_AT.desc(), ID.desc()),
        page,
        row ->
            new WebhookView(
                row.get(ID),
                row.get(PROVIDER),
                row.get(DELIVERY_ID),
                row.get(TYPE),
                row.get(STATUS),
                row.get(ATTEMPTS),
                Optional.ofNullable(row.get(ERROR)),
                row.get(RECEIVED_AT),
                Optional.ofNullable(row.get(APPLIED_AT))));
  }

  private SelectWhereStep<? extends Record> whole() {
    return sql.select(
            ID,
            PROVIDER,
            DELIVERY_ID,
            TOPIC,
            TYPE,
            HEADERS,
            BODY,
            STATUS,
            ATTEMPTS,
            ERROR,
            RECEIVED_AT,
            APPLIED_AT)
        .from(RECEIVED_WEBHOOKS);
  }

  private ReceivedWebhook webhook(Record row) {
    return new ReceivedWebhook(
        row.get(ID),
        new RawWebhook(
            new ProviderId(row.get(PROVIDER)),
            row.get(TOPIC),
            documents.read(row.get(HEADERS).data(), HEADER_MAP),
            row.get(BODY),
            Optional.of(row.get(RECEIVED_AT))),
        row.get(DELIVERY_ID),
        row.get(TYPE),
        Codes.parse(ReceivedWebhook.Status.class, row.get(STATUS)),
        row.get(ATTEMPTS),
        Optional.ofNullable(row.get(ERROR)),
        row.get(RECEIVED_AT),
        Optional.ofNullable(row.get(APPLIED_AT)));
  }

  private static Map<String, List<String>> kept(Map<String, List<String>> headers) {
    Map<String, List<String>> kept = new TreeMap<>(headers);
    kept.keySet().removeIf(name -> NOT_KEPT.matcher(name).find());
    return kept;
  }
}
