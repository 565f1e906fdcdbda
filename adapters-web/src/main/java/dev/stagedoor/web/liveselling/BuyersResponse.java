package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.BuyerView;
import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page of what each buyer has of a show. */
@Serdeable
public record BuyersResponse(List<Buyer> buyers, int page, int limit, long total) {

  /** One buyer; {@code unbilledCents} of the total are on no invoice. */
  @Serdeable
  public record Buyer(
      String platformUserId,
      String handle,
      List<Item> items,
      long totalCents,
      long unbilledCents,
      String currency,
      @Nullable UUID invoiceId) {
    static Buyer from(BuyerView view) {
      return new Buyer(
          view.platformUserId(),
          view.handle(),
          view.items().stream().map(Item::from).toList(),
          view.totalCents(),
          view.unbilledCents(),
          Currencies.code(view.currency()),
          view.invoiceId().orElse(null));
    }
  }

  /** Pieces of one item, with the price of one. */
  @Serdeable
  public record Item(int number, String title, int quantity, @Nullable Long priceCents) {
    static Item from(BuyerView.Item item) {
      return new Item(item.number(), item.title(), item.quantity(), item.priceCents().orElse(null));
    }
  }

  static BuyersResponse from(Page<BuyerView> views) {
    return new BuyersResponse(
        views.items().stream().map(Buyer::from).toList(),
        views.page(),
        views.limit(),
        views.total());
  }
}
