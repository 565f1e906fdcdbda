package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.fixture.InvoiceBuilder.anInvoice;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aShow;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWish;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWorkspace;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.anItem;
import static dev.stagedoor.domain.fixture.Samples.NOW;

import dev.stagedoor.domain.fixture.InvoiceBuilder;
import dev.stagedoor.domain.invoicing.Customer;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.ItemLine;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowComment;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.util.Optional;
import java.util.function.Consumer;

/** What the contracts of live selling's repositories share: things that are on file. */
public interface LiveSellingContract extends RepositoryContract {
  LiveSellingStores stores();

  default WorkspaceId aWorkspaceOnFile() {
    Workspace workspace = aWorkspace(anAccountOnFile());
    run(() -> stores().workspaces().save(workspace));
    return workspace.id();
  }

  default ShowId aShowOnFile() {
    return onFile(aShow(aWorkspaceOnFile()));
  }

  default ShowId onFile(Show show) {
    run(() -> stores().shows().save(show));
    return show.id();
  }

  default ShowItem anItemOnFile(ShowId show, int number, int quantity) {
    return onFile(anItem(show, number, quantity));
  }

  default ShowItem onFile(ShowItem item) {
    run(() -> stores().items().save(item));
    return item;
  }

  default ShowComment onFile(ShowComment comment) {
    run(() -> stores().comments().add(comment));
    return comment;
  }

  /** Claims pieces of an item that is on file, at the end of its line unless told otherwise. */
  default Claim claim(ItemId item, ItemLine.Wish wish) {
    return write(
        () -> {
          ShowItem locked = stores().items().lock(item).orElseThrow();
          ItemLine line = new ItemLine(locked, stores().claims().openFrom(item, wish.postedAt()));
          Claim claim = line.add(wish, NOW);
          stores().claims().save(line.changed());
          stores().items().save(locked);
          return claim;
        });
  }

  default Claim claim(ShowItem item, Buyer buyer, int quantity) {
    return claim(item.id(), aWish(buyer, quantity, NOW));
  }

  /** Changes an item's line, all of which is there. */
  default void change(ItemId item, Consumer<ItemLine> change) {
    run(
        () -> {
          ShowItem locked = stores().items().lock(item).orElseThrow();
          ItemLine line = new ItemLine(locked, stores().claims().open(item));
          change.accept(line);
          stores().claims().save(line.changed());
          stores().items().save(locked);
        });
  }

  default void bill(Claim claim, InvoiceId invoice) {
    change(claim.item(), line -> line.bill(claim.id(), invoice));
  }

  default Claim stored(ClaimId id) {
    return write(() -> stores().claims().find(id).orElseThrow());
  }

  default Invoice onFile(InvoiceBuilder wanted) {
    Invoice invoice = wanted.build();
    run(() -> stores().invoices().save(invoice));
    return invoice;
  }

  default InvoiceId anInvoiceOnFile(ShowId show) {
    return onFile(anInvoice().about(Show.subject(show))).id();
  }

  static Customer customer(Buyer buyer) {
    return new Customer(buyer.userId(), buyer.handle(), Optional.empty());
  }
}
