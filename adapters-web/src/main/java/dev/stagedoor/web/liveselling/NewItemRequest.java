package dev.stagedoor.web.liveselling;

import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An item to be added to a show; without a price, invoices say zero for it. */
@Serdeable
public record NewItemRequest(
    @Nullable Integer number,
    @Nullable String title,
    @Nullable Long priceCents,
    @Nullable Integer quantity) {
  ShowItem.Details toDetails() {
    Faults faults = new Faults();
    var wantedNumber = faults.read(() -> Sent.required(number, "number"));
    var wantedTitle = faults.read(() -> Sent.required(title, "title"));
    var wantedQuantity = faults.read(() -> Sent.required(quantity, "quantity"));
    faults.refuseAny();
    return new ShowItem.Details(
        wantedNumber.orElseThrow(),
        wantedTitle.orElseThrow(),
        Optional.ofNullable(priceCents),
        wantedQuantity.orElseThrow());
  }
}
