package dev.stagedoor.providers.shopify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.support.Json;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyMappingTest {
  private static final InvoiceId INVOICE =
      new InvoiceId(UUID.fromString("0190a000-0000-7000-8000-000000000002"));
  private static final ProviderRef REF =
      ProviderRef.of("shopify", ShopifyStub.ADA + "/7/0190a000-0000-7000-8000-000000000002");

  private static ObjectNode draft(String status) {
    ObjectNode draft =
        Json.object()
            .put("id", "gid://shopify/DraftOrder/7")
            .put("status", status)
            .put("invoiceUrl", "https://" + ShopifyStub.ADA + "/invoices/7");
    money(draft, "12.30", "EUR");
    return draft;
  }

  private static ObjectNode order(String status) {
    ObjectNode order = Json.object().put("displayFinancialStatus", status);
    money(order, "12.30", "EUR");
    return order;
  }

  private static void money(ObjectNode thing, String amount, String currency) {
    thing
        .putObject("totalPriceSet")
        .putObject("presentmentMoney")
        .put("amount", amount)
        .put("currencyCode", currency);
  }

  private static InvoiceOutcome outcome(ObjectNode draft) {
    return ShopifyMapping.ofDraft(ShopifyStub.ADA, INVOICE, draft);
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN, Open",
    "INVOICE_SENT, Open",
    "COMPLETED, Unknown",
    "DELETED, Unknown",
    "'', Unknown"
  })
  void draftsStand(String status, String outcome) {
    assertThat(outcome(draft(status)).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "PAID, Paid",
    "PARTIALLY_REFUNDED, Paid",
    "REFUNDED, Paid",
    "PENDING, Open",
    "AUTHORIZED, Open",
    "PARTIALLY_PAID, Open",
    "EXPIRED, Open",
    "VOIDED, Voided",
    "OWED, Unknown",
    "'', Unknown"
  })
  void ordersStandAsTheirMoneyDoes(String status, String outcome) {
    ObjectNode draft = draft("COMPLETED");
    draft.set("order", order(status));

    assertThat(outcome(draft).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"PAID, Paid", "REFUNDED, Paid", "PENDING, Voided", "EXPIRED, Voided"})
  void aCancelledOrderIsTakenBackUnlessItWasPaid(String status, String outcome) {
    ObjectNode draft = draft("COMPLETED");
    draft.set("order", order(status).put("cancelledAt", "2026-08-01T10:00:00Z"));

    assertThat(outcome(draft).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({"FAILURE, true", "ERROR, true", "PENDING, false", "SUCCESS, false"})
  void aTransactionThatFailedTellsOfAnAttempt(String transaction, boolean failed) {
    ObjectNode order = order("PENDING");
    order.putArray("transactions").addObject().put("status", transaction);
    ObjectNode draft = draft("COMPLETED");
    draft.set("order", order);

    assertThat(((InvoiceOutcome.Open) outcome(draft)).lastAttemptFailed()).isEqualTo(failed);
  }

  @Test
  void allOfItIsRead() {
    InvoiceOutcome.Open open = (InvoiceOutcome.Open) outcome(draft("OPEN"));

    assertThat(open.ref()).isEqualTo(REF);
    assertThat(open.total()).isEqualTo(Money.of(1230, "EUR"));
    assertThat(open.page()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12.345", "-1.00", "a lot", "1e3", "99999999999999999999"})
  void anAmountThatMakesNoSenseIsUnreadable(String amount) {
    ObjectNode draft = draft("OPEN");
    money(draft, amount, "EUR");

    assertThatThrownBy(() -> outcome(draft))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNREADABLE));
  }

  @Test
  void referencesAreReadAsTheyAreWritten() {
    ShopifyRef ref = new ShopifyRef(ShopifyStub.ADA, Optional.of("7"), INVOICE);
    ShopifyRef ofOrder = new ShopifyRef(ShopifyStub.ADA, Optional.empty(), INVOICE);

    assertThat(ref.toProviderRef()).isEqualTo(REF);
    assertThat(ShopifyRef.read(REF)).contains(ref);
    assertThat(ShopifyRef.read(ofOrder.toProviderRef())).contains(ofOrder);
    assertThat(ref.gid()).isEqualTo("gid://shopify/DraftOrder/7");
    assertThat(ShopifyRef.tag(INVOICE)).isEqualTo("sd-0190a000000070008000000000000002");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nobody",
        "gid://shopify/DraftOrder/7",
        "a/7/x",
        "a/7\") { id } }/0190a000-0000-7000-8000-000000000002",
        "a//0190a000-0000-7000-8000-000000000002"
      })
  void whatIsNoReferenceIsNotRead(String value) {
    assertThat(ShopifyRef.read(ProviderRef.of("shopify", value))).isEmpty();
    assertThat(ShopifyRef.read(ProviderRef.of("stripe", REF.value()))).isEmpty();
  }
}
