package dev.stagedoor.providers.medusajs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.support.MajorUnits;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What orders of Medusa mean here. */
final class MedusaMapping {
  /** How money is written: in major units, with the places of Medusa's own table. */
  static final MajorUnits MONEY =
      MajorUnits.of(
          "AFN ALL AMD BIF CLP COP CRC DJF GNF HUF IDR IQD IRR ISK JPY KMF KRW LBP MGA MMK MNT MUR"
              + " PKR PYG RSD RWF SOS SYP TZS UGX UZS VND XAF XOF XPF YER",
          "USD CAD EUR AED AOA ARS AUD AZN BAM BDT BGN BND BOB BRL BWP BYN BZD CDF CHF CNY CVE CZK"
              + " DKK DOP DZD EGP ERN ETB GBP GEL GHS GMD GTQ HKD HNL ILS INR JMD KES KHR KZT LKR"
              + " MAD MDL MKD MOP MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PHP PLN QAR RON"
              + " RUB SAR SDG SEK SGD THB TOP TJS TRY TTD TWD UAH UYU ZAR",
          "BHD JOD KWD LYD OMR TND");

  /** What is asked of an order; its payment status is computed from what Medusa adds itself. */
  static final String FIELDS =
      "id,status,currency_code,total,metadata,payment_collections.status,"
          + "payment_collections.payment_sessions.status";

  private static final Set<String> PAID = Set.of("captured", "partially_refunded", "refunded");
  private static final Set<String> UNPAID =
      Set.of(
          "not_paid",
          "awaiting",
          "requires_action",
          "authorized",
          "partially_authorized",
          "partially_captured",
          "canceled");
  private static final Set<String> STANDINGS =
      Set.of("pending", "completed", "archived", "requires_action");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,100}");

  private final MedusaConfig config;

  MedusaMapping(MedusaConfig config) {
    this.config = config;
  }

  /** Tells how an order stands, by its money first. */
  InvoiceOutcome outcome(JsonNode order) {
    String id = id(order);
    ProviderRef ref = new ProviderRef(Medusa.ID, id);
    String status = order.path("status").asText();
    String payment = order.path("payment_status").asText();
    if (status.equals("canceled")) {
      // Cancelling pays back what was paid.
      return payment.equals("captured")
          ? new InvoiceOutcome.Paid(ref, total(order), config.page(id))
          : new InvoiceOutcome.Voided(ref);
    }
    if (!STANDINGS.contains(status)) {
      return new InvoiceOutcome.Unknown("it stands in a way that nobody can pay");
    }
    if (PAID.contains(payment)) {
      return new InvoiceOutcome.Paid(ref, total(order), config.page(id));
    }
    if (UNPAID.contains(payment)) {
      return new InvoiceOutcome.Open(ref, total(order), config.page(id), hasFailed(order, payment));
    }
    return new InvoiceOutcome.Unknown("it is paid in a way that Medusa did not have before");
  }

  private static boolean hasFailed(JsonNode order, String payment) {
    return payment.equals("canceled")
        || StreamSupport.stream(order.path("payment_collections").spliterator(), false)
            .flatMap(one -> StreamSupport.stream(one.path("payment_sessions").spliterator(), false))
            .anyMatch(session -> session.path("status").asText().equals("error"));
  }

  static Money total(JsonNode order) {
    return sayable(order).orElseThrow(() -> MedusaApi.unreadable("an amount that makes no sense"));
  }

  /** Returns what an order costs; taxes may make that an amount the currency does not have. */
  static Optional<Money> sayable(JsonNode order) {
    JsonNode total = order.path("total");
    String currency = order.path("currency_code").asText();
    return total.isNumber()
        ? MONEY.read(total.decimalValue(), currency)
        : MONEY.read(total.asText(), currency);
  }

  static String id(JsonNode thing) {
    String id = thing.path("id").asText();
    if (!isId(id)) {
      throw MedusaApi.unreadable("something without an id");
    }
    return id;
  }

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
