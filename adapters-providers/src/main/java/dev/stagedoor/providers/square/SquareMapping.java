package dev.stagedoor.providers.square;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What Square's words mean here. A word that is not listed is never guessed at. */
final class SquareMapping {
  private static final String DRAFT = "DRAFT";
  private static final String OPEN = "OPEN";
  private static final String COMPLETED = "COMPLETED";
  private static final String CANCELED = "CANCELED";

  /** All states an order has. */
  static final List<String> STATES = List.of(DRAFT, OPEN, COMPLETED, CANCELED);

  /** Where each kind of payment says how it stands. */
  private static final List<String> DETAILS =
      List.of(
          "card_details",
          "bank_account_details",
          "buy_now_pay_later_details",
          "square_account_details");

  private static final Set<String> GONE = Set.of("VOIDED", "FAILED");
  private static final Set<String> TAKEN = Set.of("CAPTURED", "COMPLETED");

  /** Refusals that say nothing of the bill: somebody else is writing the same one. */
  private static final Set<String> CROSSED =
      Set.of("IDEMPOTENCY_KEY_REUSED", "VERSION_MISMATCH", "CONFLICT");

  private SquareMapping() {}

  /** Returns how an order stands; a page matters only while it can be paid. */
  static InvoiceOutcome outcome(JsonNode order, Optional<URI> page) {
    ProviderRef ref = SquareApi.ref(SquareApi.text(order, "id"));
    Money total = total(order);
    String state = SquareApi.text(order, "state");
    return switch (state) {
      // A draft until the customer pays; then open, as long as the merchant has not handed over.
      case DRAFT, OPEN ->
          isPaid(order, total)
              ? new InvoiceOutcome.Paid(ref, total, page)
              : new InvoiceOutcome.Open(ref, total, page, false);
      case COMPLETED -> new InvoiceOutcome.Paid(ref, total, page);
      case CANCELED -> cancelled(ref, order, total);
      default -> new InvoiceOutcome.Unknown("it stands in a way that Square did not have before");
    };
  }

  /** What was paid is paid, also when it went back. */
  private static InvoiceOutcome cancelled(ProviderRef ref, JsonNode order, Money total) {
    long taken = taken(order);
    if (taken == 0) {
      return new InvoiceOutcome.Voided(ref);
    }
    return taken >= total.minor()
        ? new InvoiceOutcome.Paid(ref, total, Optional.empty())
        : new InvoiceOutcome.Unknown("a part was paid, and the rest was cancelled");
  }

  static Money total(JsonNode order) {
    return SquareAmounts.read(order.path("total_money"));
  }

  private static boolean isPaid(JsonNode order, Money total) {
    long taken = taken(order);
    JsonNode due = order.path("net_amount_due_money");
    boolean nothingIsDue =
        due.isObject() ? SquareAmounts.read(due).minor() == 0 : taken >= total.minor();
    return taken > 0 && nothingIsDue;
  }

  private static long taken(JsonNode order) {
    return tenders(order)
        .filter(tender -> standing(tender).map(TAKEN::contains).orElse(true))
        .mapToLong(tender -> SquareAmounts.read(tender.path("amount_money")).minor())
        .reduce(0, Math::addExact);
  }

  /** Tells whether somebody paid a part, or is paying right now. */
  static boolean isUnderWay(JsonNode order) {
    return tenders(order).anyMatch(tender -> !standing(tender).map(GONE::contains).orElse(false));
  }

  private static Stream<JsonNode> tenders(JsonNode order) {
    return StreamSupport.stream(order.path("tenders").spliterator(), false);
  }

  private static Optional<String> standing(JsonNode tender) {
    return DETAILS.stream()
        .flatMap(kind -> SquareApi.optional(tender.path(kind), "status").stream())
        .findFirst();
  }

  /** Returns the id we gave a bill, empty for what is not ours. */
  static Optional<InvoiceId> ours(String reference) {
    try {
      UUID id = UUID.fromString(reference);
      // Java reads short groups of digits, too.
      return id.toString().equals(reference) ? Optional.of(new InvoiceId(id)) : Optional.empty();
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** Returns what a refusal to write a bill means. */
  static InvoiceOutcome refused(String code) {
    return CROSSED.contains(code)
        ? new InvoiceOutcome.Unknown("somebody else is writing it")
        : new InvoiceOutcome.Refused(code);
  }
}
