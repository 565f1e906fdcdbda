package dev.stagedoor.providers.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.support.MajorUnits;
import java.net.URI;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What draft orders and orders of Shopify mean here. */
final class ShopifyMapping {
  /** How money is written; places as in ISO 4217. */
  static final MajorUnits MONEY =
      MajorUnits.of(
          "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
          "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BWP BYN BZD CAD"
              + " CDF CHF CNY COP CRC CVE CZK DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GHS GIP GMD"
              + " GTQ GYD HKD HNL HTG HUF IDR ILS INR JMD KES KGS KHR KYD KZT LAK LBP LKR LRD LSL"
              + " MAD MDL MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN"
              + " PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SEK SGD SHP SOS SRD SZL THB TJS TOP"
              + " TRY TTD TWD TZS UAH USD UYU UZS WST XCD YER ZAR ZMW",
          "BHD JOD KWD OMR TND");

  /** What is asked of an order. */
  static final String ORDER_FIELDS =
      "fragment O on Order { id tags displayFinancialStatus cancelledAt"
          + " totalPriceSet { presentmentMoney { amount currencyCode } }"
          + " transactions(first: 20) { status } }";

  /** What is asked of a draft order. */
  static final String DRAFT_FIELDS =
      "fragment D on DraftOrder { id status invoiceUrl tags"
          + " totalPriceSet { presentmentMoney { amount currencyCode } }"
          + " order { ...O } } "
          + ORDER_FIELDS;

  private ShopifyMapping() {}

  /** Tells how a draft order stands, which is for its order to say as soon as there is one. */
  static InvoiceOutcome ofDraft(String shop, InvoiceId invoice, JsonNode draft) {
    ProviderRef ref = ref(shop, invoice, draft);
    Optional<URI> page = page(draft);
    return switch (draft.path("status").asText()) {
      case "OPEN", "INVOICE_SENT" -> new InvoiceOutcome.Open(ref, total(draft), page, false);
      case "COMPLETED" ->
          draft.path("order").isObject()
              ? ofOrder(ref, draft.path("order"), page)
              : new InvoiceOutcome.Unknown("it became an order that may not be seen");
      default -> new InvoiceOutcome.Unknown("it stands in a way that Shopify did not have before");
    };
  }

  static ProviderRef ref(String shop, InvoiceId invoice, JsonNode draft) {
    Optional<String> number = ShopifyRef.number(draft.path("id").asText());
    if (number.isEmpty()) {
      throw ShopifyApi.unreadable("a draft order without an id");
    }
    return new ShopifyRef(shop, number, invoice).toProviderRef();
  }

  /**
   * Tells how an order stands. A draft becomes an order also where the merchant or the customer
   * chose to pay later, so that alone does not mean that anybody paid.
   */
  static InvoiceOutcome ofOrder(ProviderRef ref, JsonNode order, Optional<URI> page) {
    return switch (order.path("displayFinancialStatus").asText()) {
      case "PAID", "PARTIALLY_REFUNDED", "REFUNDED" ->
          new InvoiceOutcome.Paid(ref, total(order), page);
      case "VOIDED" -> new InvoiceOutcome.Voided(ref);
      case "PENDING", "AUTHORIZED", "PARTIALLY_PAID" -> unpaid(ref, order, page, hasFailed(order));
      case "EXPIRED" -> unpaid(ref, order, page, true);
      default -> new InvoiceOutcome.Unknown("it stands in a way that Shopify did not have before");
    };
  }

  private static InvoiceOutcome unpaid(
      ProviderRef ref, JsonNode order, Optional<URI> page, boolean hasFailed) {
    return order.hasNonNull("cancelledAt")
        ? new InvoiceOutcome.Voided(ref)
        : new InvoiceOutcome.Open(ref, total(order), page, hasFailed);
  }

  private static boolean hasFailed(JsonNode order) {
    return StreamSupport.stream(order.path("transactions").spliterator(), false)
        .map(transaction -> transaction.path("status").asText())
        .anyMatch(status -> status.equals("FAILURE") || status.equals("ERROR"));
  }

  private static Optional<URI> page(JsonNode draft) {
    String page = draft.path("invoiceUrl").asText("");
    try {
      return page.startsWith("https://") ? Optional.of(URI.create(page)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw ShopifyApi.unreadable("a page that is no address");
    }
  }

  /** Reads what the customer is asked for, which may be in another currency than the shop's. */
  private static Money total(JsonNode thing) {
    JsonNode money = thing.path("totalPriceSet").path("presentmentMoney");
    return MONEY
        .read(money.path("amount").asText(), money.path("currencyCode").asText())
        .orElseThrow(() -> ShopifyApi.unreadable("an amount that makes no sense"));
  }
}
