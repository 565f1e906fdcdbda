package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.fake.InMemoryStagedoor;

/** A show whose buyers are billed. */
abstract class ShowInvoiceScene {
  final Sale sale = new Sale();
  final InMemoryStagedoor house = sale.house();

  long unbilled() {
    return house.stagedoor().claims().buyers(sale.operator(), sale.show()).stream()
        .mapToLong(BuyerView::unbilledCents)
        .sum();
  }
}
