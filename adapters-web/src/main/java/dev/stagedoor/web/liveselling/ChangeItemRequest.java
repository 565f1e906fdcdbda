package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.ShowItemService;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to change of an item; what is absent stays. */
@Serdeable
public record ChangeItemRequest(
    @Nullable Integer number,
    @Nullable String title,
    @Nullable Long priceCents,
    @Nullable Integer quantity) {
  ShowItemService.Change toChange() {
    return new ShowItemService.Change(
        Optional.ofNullable(number),
        Optional.ofNullable(title),
        Optional.ofNullable(priceCents),
        Optional.ofNullable(quantity));
  }
}
