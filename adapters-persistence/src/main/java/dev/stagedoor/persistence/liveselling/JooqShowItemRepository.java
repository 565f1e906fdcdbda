package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.port.ShowItemRepository;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Items;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jspecify.annotations.Nullable;

@Singleton
@InsideUnitOfWork
class JooqShowItemRepository implements ShowItemRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Items.ID,
          Items.SHOW_ID,
          Items.NUMBER,
          Items.TITLE,
          Items.PRICE_MINOR,
          Items.QUANTITY,
          Items.WANTED,
          Items.GRANTED,
          Items.BILLED,
          Items.ARRIVALS,
          Items.CREATED_AT);
  private static final String NUMBER_ONCE = "show_items_number_once";

  private final DSLContext sql;

  JooqShowItemRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<ShowItem> lock(ItemId id) {
    return locked(Items.ID.eq(id.value())).fetchOptional(JooqShowItemRepository::item);
  }

  @Override
  public List<ShowItem> lockNumbers(ShowId show, Collection<Integer> numbers) {
    return locked(Items.SHOW_ID.eq(show.value()).and(Items.NUMBER.in(numbers)))
        .fetch(JooqShowItemRepository::item);
  }

  @Override
  public List<ShowItem> lockAll(ShowId show) {
    return locked(Items.SHOW_ID.eq(show.value())).fetch(JooqShowItemRepository::item);
  }

  /** Locks one after the other in the order of ids, each as it is once it is locked. */
  private ResultQuery<Record> locked(Condition wanted) {
    return sql.select(COLUMNS).from(Items.TABLE).where(wanted).orderBy(Items.ID).forNoKeyUpdate();
  }

  @Override
  public void save(ShowItem item) {
    Map<Field<?>, @Nullable Object> values = values(item.snapshot());
    if (!update(item, values) && !insert(item, values)) {
      throw new DomainException(LiveSellingError.ITEM_NUMBER_TAKEN);
    }
  }

  private boolean update(ShowItem item, Map<Field<?>, @Nullable Object> values) {
    try {
      return sql.update(Items.TABLE).set(values).where(Items.ID.eq(item.id().value())).execute()
          == 1;
    } catch (IntegrityConstraintViolationException e) {
      if (String.valueOf(e.getMessage()).contains(NUMBER_ONCE)) {
        throw new DomainException(LiveSellingError.ITEM_NUMBER_TAKEN);
      }
      throw e;
    }
  }

  private boolean insert(ShowItem item, Map<Field<?>, @Nullable Object> values) {
    return sql.insertInto(Items.TABLE)
            .set(values)
            .set(Items.ID, item.id().value())
            .set(Items.SHOW_ID, item.show().value())
            .set(Items.CREATED_AT, item.createdAt())
            .onConflict(Items.SHOW_ID, Items.NUMBER)
            .doNothing()
            .execute()
        == 1;
  }

  /** Returns what can change. */
  private static Map<Field<?>, @Nullable Object> values(ShowItem.Snapshot item) {
    Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
    values.put(Items.NUMBER, item.details().number());
    values.put(Items.TITLE, item.details().title());
    values.put(Items.PRICE_MINOR, item.details().priceMinor().orElse(null));
    values.put(Items.QUANTITY, item.details().quantity());
    values.put(Items.WANTED, item.wanted());
    values.put(Items.GRANTED, item.granted());
    values.put(Items.BILLED, item.billed());
    values.put(Items.ARRIVALS, item.arrivals());
    return values;
  }

  @Override
  public void delete(ItemId id) {
    sql.deleteFrom(Items.TABLE).where(Items.ID.eq(id.value())).execute();
  }

  private static ShowItem item(Record row) {
    return ShowItem.restore(
        new ShowItem.Snapshot(
            new ItemId(row.get(Items.ID)),
            new ShowId(row.get(Items.SHOW_ID)),
            new ShowItem.Details(
                row.get(Items.NUMBER),
                row.get(Items.TITLE),
                Optional.ofNullable(row.get(Items.PRICE_MINOR)),
                row.get(Items.QUANTITY)),
            row.get(Items.WANTED),
            row.get(Items.GRANTED),
            row.get(Items.BILLED),
            row.get(Items.ARRIVALS),
            row.get(Items.CREATED_AT)));
  }
}
