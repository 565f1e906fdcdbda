package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.ShowItemView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An item, wrapped as clients expect it. */
@Serdeable
public record ItemResponse(Item item) {

  /** An item; {@code claimed} pieces are spoken for, {@code waiting} more are asked for. */
  @Serdeable
  public record Item(
      UUID id,
      int number,
      String title,
      @Nullable Long priceCents,
      int quantity,
      int claimed,
      long waiting) {
    static Item from(ShowItemView view) {
      return new Item(
          view.id(),
          view.number(),
          view.title(),
          view.priceCents().orElse(null),
          view.quantity(),
          view.claimed(),
          view.waiting());
    }
  }

  static ItemResponse from(ShowItemView view) {
    return new ItemResponse(Item.from(view));
  }
}
