package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.Place;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.port.ClaimRepository;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Claims;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.sql.Columns;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

@Singleton
@InsideUnitOfWork
class JooqClaimRepository implements ClaimRepository {
  private static final String OPEN = Codes.of(Claim.State.OPEN);
  private static final String CANCELLED = Codes.of(Claim.State.CANCELLED);

  /** One statement, and one text of it, for one claim as for a whole line. */
  private static final String SAVE =
      """
      insert into claims (
        id, show_id, item_id, buyer_id, buyer_handle, comment_id, posted_at, arrival, quantity, granted, state,
        invoice_id, created_at)
      select * from unnest(
        cast(? as uuid[]), cast(? as uuid[]), cast(? as uuid[]), cast(? as text[]), cast(? as text[]),
        cast(? as text[]), cast(? as timestamptz[]), cast(? as bigint[]), cast(? as integer[]),
        cast(? as integer[]), cast(? as text[]), cast(? as uuid[]), cast(? as timestamptz[]))
      on conflict (id) do update set
        quantity = excluded.quantity,
        granted = excluded.granted,
        state = excluded.state,
        invoice_id = excluded.invoice_id
      """;

  private static final List<Field<?>> COLUMNS =
      List.of(
          Claims.ID,
          Claims.SHOW_ID,
          Claims.ITEM_ID,
          Claims.BUYER_ID,
          Claims.BUYER_HANDLE,
          Claims.COMMENT_ID,
          Claims.POSTED_AT,
          Claims.ARRIVAL,
          Claims.QUANTITY,
          Claims.GRANTED,
          Claims.STATE,
          Claims.INVOICE_ID,
          Claims.CREATED_AT);

  private final DSLContext sql;

  JooqClaimRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Claim> find(ClaimId id) {
    return sql.select(COLUMNS)
        .from(Claims.TABLE)
        .where(Claims.ID.eq(id.value()))
        .fetchOptional(JooqClaimRepository::claim);
  }

  @Override
  public List<Claim> openFrom(ItemId item, Instant postedAt) {
    return line(Claims.ITEM_ID.eq(item.value()).and(Claims.POSTED_AT.ge(postedAt)));
  }

  @Override
  public List<Claim> open(ItemId item) {
    return line(Claims.ITEM_ID.eq(item.value()));
  }

  private List<Claim> line(Condition part) {
    return sql.select(COLUMNS)
        .from(Claims.TABLE)
        .where(part)
        .and(Claims.STATE.eq(OPEN))
        .orderBy(Claims.POSTED_AT, Claims.ARRIVAL)
        .fetch(JooqClaimRepository::claim);
  }

  @Override
  public List<Claim> ofBuyer(ShowId show, String buyer) {
    return sql.select(COLUMNS)
        .from(Claims.TABLE)
        .where(Claims.SHOW_ID.eq(show.value()))
        .and(Claims.BUYER_ID.eq(buyer))
        .and(Claims.STATE.ne(CANCELLED))
        .fetch(JooqClaimRepository::claim);
  }

  @Override
  public void save(Collection<Claim> claims) {
    if (claims.isEmpty()) {
      return;
    }
    // Those that leave come first: another of the same buyer may take their place.
    List<Claim.Snapshot> rows =
        claims.stream()
            .map(Claim::snapshot)
            .sorted(Comparator.comparing(row -> row.state() != Claim.State.CANCELLED))
            .toList();
    sql.execute(
        SAVE,
        Columns.of(rows, row -> row.id().value(), UUID[]::new),
        Columns.of(rows, row -> row.show().value(), UUID[]::new),
        Columns.of(rows, row -> row.item().value(), UUID[]::new),
        Columns.of(rows, row -> row.buyer().userId(), String[]::new),
        Columns.of(rows, row -> row.buyer().handle(), String[]::new),
        Columns.of(rows, Claim.Snapshot::comment, String[]::new),
        Columns.times(rows, row -> row.place().postedAt()),
        Columns.of(rows, row -> row.place().arrival(), Long[]::new),
        Columns.of(rows, Claim.Snapshot::quantity, Integer[]::new),
        Columns.of(rows, Claim.Snapshot::granted, Integer[]::new),
        Columns.of(rows, row -> Codes.of(row.state()), String[]::new),
        Columns.of(rows, row -> id(row.invoice()), UUID[]::new),
        Columns.times(rows, row -> row.createdAt()));
  }

  private static @Nullable UUID id(@Nullable InvoiceId invoice) {
    return invoice == null ? null : invoice.value();
  }

  private static Claim claim(Record row) {
    return Claim.restore(
        new Claim.Snapshot(
            new ClaimId(row.get(Claims.ID)),
            new ShowId(row.get(Claims.SHOW_ID)),
            new ItemId(row.get(Claims.ITEM_ID)),
            new Buyer(row.get(Claims.BUYER_ID), row.get(Claims.BUYER_HANDLE)),
            row.get(Claims.COMMENT_ID),
            new Place(row.get(Claims.POSTED_AT), row.get(Claims.ARRIVAL)),
            row.get(Claims.QUANTITY),
            row.get(Claims.GRANTED),
            Codes.parse(Claim.State.class, row.get(Claims.STATE)),
            Optional.ofNullable(row.get(Claims.INVOICE_ID)).map(InvoiceId::new).orElse(null),
            row.get(Claims.CREATED_AT)));
  }
}
