package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.ItemLine;
import dev.stagedoor.domain.liveselling.ShowItem;
import java.util.List;
import java.util.UUID;

/** A show under which people write. */
abstract class ClaimScene {
  final LiveSale sale = new LiveSale();
  final ClaimService claims = sale.claims();

  /** Puts a claim on an invoice, as writing one does. */
  void bill(String who, int number) {
    ClaimId claim = sale.claimOf(who, number);
    sale.house
        .unitOfWork()
        .run(
            () -> {
              var store = sale.house.liveSelling();
              ShowItem item = store.items().lockNumbers(sale.show, List.of(number)).get(0);
              ItemLine line = new ItemLine(item, store.claims().open(item.id()));
              line.bill(claim, new InvoiceId(UUID.randomUUID()));
              store.items().save(item);
              store.claims().save(line.changed());
            });
  }
}
