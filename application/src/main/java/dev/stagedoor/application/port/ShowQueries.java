package dev.stagedoor.application.port;

import dev.stagedoor.application.liveselling.BuyerView;
import dev.stagedoor.application.liveselling.ClaimView;
import dev.stagedoor.application.liveselling.CommentView;
import dev.stagedoor.application.liveselling.InvoiceView;
import dev.stagedoor.application.liveselling.ShowItemView;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.ShowId;
import java.util.List;
import java.util.Optional;

/** The read side of one show. All methods need an open unit of work. */
public interface ShowQueries {
  /** Lists a show's items by number. */
  List<ShowItemView> items(ShowId show);

  /** Counts a show's items. */
  int itemCount(ShowId show);

  /** Lists claims by item number and place in the line, all or those of one status. */
  Page<ClaimView> claims(ShowId show, Optional<String> status, PageRequest page);

  /** Lists comments, the newest first. */
  Page<CommentView> comments(ShowId show, PageRequest page);

  /** Rolls up what each buyer has, by handle, in one query; those with nothing are left out. */
  List<BuyerView> buyers(ShowId show);

  /** Rolls up one page of the same list. */
  Page<BuyerView> buyers(ShowId show, PageRequest page);

  /** Lists a show's invoices with their last delivery, by buyer; all or a single one. */
  List<InvoiceView> invoices(ShowId show, Optional<InvoiceId> only);

  /** Lists one page of all of them, in the same order. */
  Page<InvoiceView> invoices(ShowId show, PageRequest page);
}
