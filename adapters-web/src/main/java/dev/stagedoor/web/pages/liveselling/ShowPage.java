package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.liveselling.BuyerView;
import dev.stagedoor.application.liveselling.ShowView;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.web.pages.Form;
import java.util.List;

/**
 * The console of a show. Only what the open tab shows is filled in; a script fetches the others
 * when they are opened.
 *
 * @param canInvoice whether a payment provider is connected that works and that the plan includes
 * @param lines how many claims there are, and which of them stand with their items
 */
public record ShowPage(
    ShowView show,
    String tab,
    Form form,
    boolean canInvoice,
    List<LiveLine> live,
    List<ItemLines> items,
    Page<?> lines,
    List<BuyerView> buyers,
    List<Bill> bills) {
  public static final List<String> TABS = List.of("live", "items", "buyers", "invoices");

  public boolean isOpen(String one) {
    return tab.equals(one);
  }

  public boolean isLive() {
    return show.status().equals("live");
  }

  public boolean isDraft() {
    return show.status().equals("draft");
  }

  public String address() {
    return "/shows/" + show.id();
  }

  public String api() {
    return "/api/shows/" + show.id();
  }

  public Money money(long minor) {
    return new Money(minor, show.currency());
  }

  /** Returns how many digits prices have after the point. */
  public int digits() {
    return Math.max(0, show.currency().getDefaultFractionDigits());
  }

  /** Tells whether anybody's invoice is still to be written. */
  public boolean hasUnbilled() {
    return bills.stream().anyMatch(bill -> bill.invoice().isEmpty());
  }
}
