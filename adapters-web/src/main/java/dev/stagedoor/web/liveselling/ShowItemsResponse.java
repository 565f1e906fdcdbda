package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.ShowItemView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The items of a show by number. */
@Serdeable
public record ShowItemsResponse(List<ItemResponse.Item> items) {

  static ShowItemsResponse from(List<ShowItemView> views) {
    return new ShowItemsResponse(views.stream().map(ItemResponse.Item::from).toList());
  }
}
