package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.liveselling.ShowItem;
import java.util.Optional;
import java.util.UUID;

/**
 * An item as operators see it.
 *
 * @param priceCents in minor units of the show's currency
 * @param claimed how many pieces are spoken for, those on invoices included
 * @param waiting how many more are asked for than there are
 */
public record ShowItemView(
    UUID id,
    int number,
    String title,
    Optional<Long> priceCents,
    int quantity,
    int claimed,
    long waiting) {
  public static ShowItemView of(ShowItem item) {
    return new ShowItemView(
        item.id().value(),
        item.number(),
        item.details().title(),
        item.details().priceMinor(),
        item.details().quantity(),
        item.granted() + item.billed(),
        item.wanted() - item.granted());
  }
}
