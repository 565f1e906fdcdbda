package dev.stagedoor.persistence.liveselling;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;

import dev.stagedoor.domain.channels.DirectMessage;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Delivery;
import dev.stagedoor.domain.liveselling.DeliveryId;
import dev.stagedoor.domain.liveselling.SendChannel;
import dev.stagedoor.domain.liveselling.SendReason;
import dev.stagedoor.domain.liveselling.port.DeliveryRepository;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Deliveries;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

@Singleton
@InsideUnitOfWork
class JooqDeliveryRepository implements DeliveryRepository {
  private static final String COMMENT = "comment";
  private static final String PERSON = "person";

  /** Written out, so that the partial indexes are seen to hold whatever can be found. */
  private static final Condition TRIED_REPLY =
      Deliveries.CHANNEL
          .eq(inline(SendChannel.PRIVATE_REPLY.code()))
          .and(Deliveries.STATUS.ne(inline(Codes.of(Delivery.Status.DEFERRED))));

  private static final List<Field<?>> COLUMNS =
      List.of(
          Deliveries.ID,
          Deliveries.INVOICE_ID,
          Deliveries.CHANNEL,
          Deliveries.REASON,
          Deliveries.PAGE_PROVIDER,
          Deliveries.PAGE_ID,
          Deliveries.TO_KIND,
          Deliveries.TO_PROVIDER,
          Deliveries.TO_ID,
          Deliveries.STATUS,
          Deliveries.PROVIDER_CODE,
          Deliveries.AT);

  private final DSLContext sql;

  JooqDeliveryRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public void save(Delivery delivery) {
    Optional<ProviderRef> to = delivery.to().map(DirectMessage.Recipient::ref);
    sql.insertInto(Deliveries.TABLE)
        .set(Deliveries.ID, delivery.id().value())
        .set(Deliveries.INVOICE_ID, delivery.invoice().value())
        .set(Deliveries.CHANNEL, delivery.channel().code())
        .set(Deliveries.REASON, delivery.reason().code())
        .set(Deliveries.PAGE_PROVIDER, provider(delivery.page()))
        .set(Deliveries.PAGE_ID, delivery.page().map(ProviderRef::value).orElse(null))
        .set(Deliveries.TO_KIND, delivery.to().map(JooqDeliveryRepository::kind).orElse(null))
        .set(Deliveries.TO_PROVIDER, provider(to))
        .set(Deliveries.TO_ID, to.map(ProviderRef::value).orElse(null))
        .set(Deliveries.STATUS, Codes.of(delivery.status()))
        .set(Deliveries.PROVIDER_CODE, delivery.providerCode())
        .set(Deliveries.AT, delivery.at())
        .onConflict(Deliveries.ID)
        .doUpdate()
        .set(Deliveries.REASON, excluded(Deliveries.REASON))
        .set(Deliveries.STATUS, excluded(Deliveries.STATUS))
        .set(Deliveries.PROVIDER_CODE, excluded(Deliveries.PROVIDER_CODE))
        .execute();
  }

  private static @Nullable String provider(Optional<ProviderRef> ref) {
    return ref.map(known -> known.provider().value()).orElse(null);
  }

  private static String kind(DirectMessage.Recipient recipient) {
    return recipient instanceof DirectMessage.Commenter ? COMMENT : PERSON;
  }

  @Override
  public List<Delivery> of(InvoiceId invoice) {
    return sql.select(COLUMNS)
        .from(Deliveries.TABLE)
        .where(Deliveries.INVOICE_ID.eq(invoice.value()))
        .orderBy(Deliveries.AT.desc(), Deliveries.NUMBER.desc())
        .fetch(JooqDeliveryRepository::delivery);
  }

  @Override
  public int privateReplies(ProviderRef page, Instant since) {
    return sql.fetchCount(
        Deliveries.TABLE,
        TRIED_REPLY
            .and(Deliveries.PAGE_PROVIDER.eq(page.provider().value()))
            .and(Deliveries.PAGE_ID.eq(page.value()))
            .and(Deliveries.AT.ge(since)));
  }

  @Override
  public Set<ProviderRef> answered(Collection<ProviderRef> comments) {
    if (comments.isEmpty()) {
      return Set.of();
    }
    return sql
        .select(Deliveries.TO_PROVIDER, Deliveries.TO_ID)
        .from(Deliveries.TABLE)
        .where(TRIED_REPLY)
        .and(
            row(Deliveries.TO_PROVIDER, Deliveries.TO_ID)
                .in(
                    comments.stream()
                        .map(comment -> row(comment.provider().value(), comment.value()))
                        .toList()))
        .fetch(found -> ProviderRef.of(found.value1(), found.value2()))
        .stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Delivery delivery(Record row) {
    return new Delivery(
        new DeliveryId(row.get(Deliveries.ID)),
        new InvoiceId(row.get(Deliveries.INVOICE_ID)),
        Codes.parse(SendChannel.class, row.get(Deliveries.CHANNEL)),
        Codes.parse(SendReason.class, row.get(Deliveries.REASON)),
        Optional.ofNullable(row.get(Deliveries.PAGE_ID))
            .map(page -> ProviderRef.of(row.get(Deliveries.PAGE_PROVIDER), page)),
        Optional.ofNullable(row.get(Deliveries.TO_ID)).map(to -> recipient(row, to)),
        Codes.parse(Delivery.Status.class, row.get(Deliveries.STATUS)),
        row.get(Deliveries.PROVIDER_CODE),
        row.get(Deliveries.AT));
  }

  private static DirectMessage.Recipient recipient(Record row, String id) {
    ProviderRef ref = ProviderRef.of(row.get(Deliveries.TO_PROVIDER), id);
    return row.get(Deliveries.TO_KIND).equals(COMMENT)
        ? new DirectMessage.Commenter(ref)
        : new DirectMessage.Person(ref);
  }
}
