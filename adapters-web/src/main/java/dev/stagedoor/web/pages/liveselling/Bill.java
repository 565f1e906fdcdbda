package dev.stagedoor.web.pages.liveselling;

import dev.stagedoor.application.liveselling.BuyerView;
import dev.stagedoor.application.liveselling.InvoiceView;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.WebAddress;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A buyer with an invoice, or one whose invoice is still to be written.
 *
 * @param unbilled what the buyer has that is on no invoice; zero beside an invoice that is over
 */
public record Bill(
    String platformUserId, String handle, Money unbilled, Optional<InvoiceView> invoice) {
  private static final Set<String> TO_SEND = Set.of("draft", "sent", "error");

  /** Lists what there is to bill and what is billed, by buyer, void invoices last. */
  static List<Bill> of(List<BuyerView> buyers, List<InvoiceView> invoices) {
    Map<UUID, InvoiceView> byId =
        invoices.stream().collect(Collectors.toMap(InvoiceView::id, Function.identity()));
    List<Bill> bills = new ArrayList<>();
    Set<UUID> shown = new HashSet<>();
    for (BuyerView buyer : buyers) {
      Optional<InvoiceView> invoice = buyer.invoiceId().map(byId::get);
      invoice.ifPresent(one -> shown.add(one.id()));
      bills.add(
          new Bill(
              buyer.platformUserId(),
              buyer.handle(),
              new Money(buyer.unbilledCents(), buyer.currency()),
              invoice));
    }
    invoices.stream()
        .filter(invoice -> !shown.contains(invoice.id()))
        .forEach(invoice -> bills.add(of(invoice)));
    return bills;
  }

  private static Bill of(InvoiceView invoice) {
    return new Bill(
        invoice.buyerPlatformId(),
        invoice.buyerHandle(),
        new Money(0, currency(invoice)),
        Optional.of(invoice));
  }

  /** Returns what is asked of the buyer, or would be. */
  public Money total() {
    return invoice.map(one -> new Money(one.amountCents(), currency(one))).orElse(unbilled);
  }

  public boolean canBeSent() {
    return invoice
        .filter(one -> TO_SEND.contains(one.status()) && one.externalId().isPresent())
        .isPresent();
  }

  public boolean canBeRetried() {
    return invoice.filter(one -> one.status().equals("error")).isPresent();
  }

  public boolean canBeVoided() {
    return invoice.filter(one -> TO_SEND.contains(one.status())).isPresent();
  }

  /** Returns the page to pay on, where there is one that a browser can open. */
  public Optional<String> link() {
    return invoice.flatMap(InvoiceView::externalUrl).filter(url -> WebAddress.of(url).isPresent());
  }

  /** Returns whether it is the operator who must bring the link. */
  public boolean isManual() {
    return invoice
        .filter(one -> TO_SEND.contains(one.status()))
        .flatMap(InvoiceView::delivery)
        .filter(last -> !last.status().equals("delivered") && !last.status().equals("begun"))
        .isPresent();
  }

  public String key() {
    return invoice.map(one -> "invoice-" + one.id()).orElse("buyer-" + platformUserId);
  }

  /** Returns what tells whether it is another than it was. */
  public String fingerprint() {
    return unbilled.minor()
        + " "
        + invoice
            .map(
                one ->
                    one.status()
                        + one.updatedAt()
                        + one.externalUrl().orElse("")
                        + one.delivery().map(last -> last.status() + last.at()).orElse(""))
            .orElse("");
  }

  static Currency currency(InvoiceView invoice) {
    return Currency.getInstance(invoice.currency().toUpperCase(Locale.ROOT));
  }
}
