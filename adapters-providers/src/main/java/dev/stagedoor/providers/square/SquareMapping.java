package dev.stagedoor.providers.square;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What Square's words mean here. A word that is not listed is never guessed at. */
final class SquareMapping {
  static final String DRAFT = "DRAFT";
  static final String PARTLY_PAID = "PARTIALLY_PAID";

  /** Refusals that say nothing of the invoice: somebody else is writing the same one. */
  private static final Set<String> CROSSED =
      Set.of("IDEMPOTENCY_KEY_REUSED", "VERSION_MISMATCH", "CONFLICT");

  private SquareMapping() {}

  static InvoiceOutcome outcome(JsonNode invoice) {
    ProviderRef ref = SquareApi.ref(SquareApi.text(invoice, "id"));
    String status = SquareApi.text(invoice, "status");
    return switch (status) {
      case "UNPAID", "SCHEDULED", PARTLY_PAID, "PAYMENT_PENDING" ->
          new InvoiceOutcome.Open(ref, sum(invoice, "computed_amount_money"), page(invoice), false);
      case "PAID", "REFUNDED" -> paid(ref, invoice);
      // Said of one that was paid in part, too.
      case "PARTIALLY_REFUNDED" ->
          sum(invoice, "total_completed_amount_money").minor()
                  >= sum(invoice, "computed_amount_money").minor()
              ? paid(ref, invoice)
              : new InvoiceOutcome.Unknown("a part was paid, and a part of that was given back");
      // Square takes back what looks like fraud.
      case "CANCELED", "FAILED" -> new InvoiceOutcome.Voided(ref);
      case DRAFT -> new InvoiceOutcome.Unknown("it is a draft, which nobody can pay yet");
      default -> new InvoiceOutcome.Unknown("it stands in a way that Square did not have before");
    };
  }

  private static InvoiceOutcome paid(ProviderRef ref, JsonNode invoice) {
    return new InvoiceOutcome.Paid(ref, sum(invoice, "computed_amount_money"), page(invoice));
  }

  private static Optional<URI> page(JsonNode invoice) {
    return SquareApi.optional(invoice, "public_url").map(SquareMapping::address);
  }

  private static URI address(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw SquareApi.unreadable("a page that is no address");
    }
  }

  /** Adds up what is asked for in one payment, or in several when the merchant split it. */
  private static Money sum(JsonNode invoice, String member) {
    Optional<Money> sum = Optional.empty();
    for (JsonNode request : invoice.path("payment_requests")) {
      Money part = SquareAmounts.read(request.path(member));
      sum = Optional.of(sum.map(part::plus).orElse(part));
    }
    return sum.orElseThrow(() -> SquareApi.unreadable("an invoice that asks for nothing"));
  }

  /** Returns the id we gave an invoice, empty for one that is not ours. */
  static Optional<InvoiceId> ours(JsonNode invoice) {
    return SquareApi.optional(invoice, "invoice_number").flatMap(SquareMapping::id);
  }

  private static Optional<InvoiceId> id(String number) {
    try {
      UUID id = UUID.fromString(number);
      // Java reads short groups of digits, too.
      return id.toString().equals(number) ? Optional.of(new InvoiceId(id)) : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** Returns what a refusal to write an invoice means. */
  static InvoiceOutcome refused(String code) {
    return CROSSED.contains(code)
        ? new InvoiceOutcome.Unknown("somebody else is writing it")
        : new InvoiceOutcome.Refused(code);
  }
}
