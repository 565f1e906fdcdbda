package dev.stagedoor.application.liveselling;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one buyer has of a show, billed or not.
 *
 * @param totalCents in minor units
 * @param unbilledCents what of it is on no invoice
 * @param invoiceId the buyer's invoice that is not void
 */
public record BuyerView(
    String platformUserId,
    String handle,
    List<Item> items,
    long totalCents,
    long unbilledCents,
    Currency currency,
    Optional<UUID> invoiceId) {
  /** Pieces of one item; {@code priceCents} is for one piece. */
  public record Item(int number, String title, int quantity, Optional<Long> priceCents) {}
}
