package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.application.liveselling.BuyerView;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** Sums up what each buyer of a show has: one row for each buyer and item, told together. */
final class BuyerRollup {
  /**
   * Takes the show, how many buyers to pass over and how many to take, and kind and id of the
   * subject of its invoices.
   */
  static final String QUERY =
      """
      with pieces as (
        select buyer_id, item_id, granted, state,
          first_value(buyer_handle) over (partition by buyer_id order by created_at desc, id desc) as handle
        from claims
        where show_id = ? and granted > 0
      ),
      chosen as (
        select distinct buyer_id, handle, lower(handle) collate "C" as folded, buyer_id collate "C" as bytes
        from pieces
        order by folded, bytes
        offset ? limit ?
      ),
      bought as (
        select buyer_id, handle, item_id, sum(granted) as quantity,
          coalesce(sum(granted) filter (where state = 'open'), 0) as unbilled
        from pieces
          join chosen using (buyer_id, handle)
        group by buyer_id, handle, item_id
      ),
      billed as (
        select distinct on (customer_reference) customer_reference, id
        from invoices
        where subject_kind = ? and subject_id = ? and status <> 'void'
        order by customer_reference, created_at desc, id desc
      )
      select bought.buyer_id, bought.handle, show_items.number, show_items.title,
        cast(bought.quantity as integer) as quantity, show_items.price_minor,
        cast(bought.quantity * coalesce(show_items.price_minor, 0) as bigint) as worth,
        cast(bought.unbilled * coalesce(show_items.price_minor, 0) as bigint) as unbilled_worth,
        shows.currency, billed.id as invoice_id
      from bought
        join show_items on show_items.id = bought.item_id
        join shows on shows.id = show_items.show_id
        left join billed on billed.customer_reference = bought.buyer_id
      order by lower(bought.handle) collate "C", bought.buyer_id collate "C", show_items.number
      """;

  private final Record first;
  private final List<BuyerView.Item> items = new ArrayList<>();
  private long worth;
  private long unbilledWorth;

  private BuyerRollup(Record first) {
    this.first = first;
  }

  static List<BuyerView> of(Result<Record> rows) {
    List<BuyerView> buyers = new ArrayList<>();
    @Nullable BuyerRollup current = null;
    for (Record row : rows) {
      if (current == null || !current.isOf(row)) {
        if (current != null) {
          buyers.add(current.view());
        }
        current = new BuyerRollup(row);
      }
      current.add(row);
    }
    if (current != null) {
      buyers.add(current.view());
    }
    return List.copyOf(buyers);
  }

  private static String buyer(Record row) {
    return row.get("buyer_id", String.class);
  }

  private boolean isOf(Record row) {
    return buyer(row).equals(buyer(first));
  }

  private void add(Record row) {
    items.add(
        new BuyerView.Item(
            row.get("number", Integer.class),
            row.get("title", String.class),
            row.get("quantity", Integer.class),
            Optional.ofNullable(row.get("price_minor", Long.class))));
    worth += row.get("worth", Long.class);
    unbilledWorth += row.get("unbilled_worth", Long.class);
  }

  private BuyerView view() {
    return new BuyerView(
        buyer(first),
        first.get("handle", String.class),
        List.copyOf(items),
        worth,
        unbilledWorth,
        Currency.getInstance(first.get("currency", String.class)),
        Optional.ofNullable(first.get("invoice_id", UUID.class)));
  }
}
