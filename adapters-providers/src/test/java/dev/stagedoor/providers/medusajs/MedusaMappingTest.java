package dev.stagedoor.providers.medusajs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.providers.support.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedusaMappingTest {
  private final MedusaMapping mapping = new MedusaMapping(MedusaConfig.standard());

  private static ObjectNode order(String status, String payment) {
    ObjectNode order =
        Json.object()
            .put("id", "order_1")
            .put("status", status)
            .put("payment_status", payment)
            .put("currency_code", "eur");
    order.set("total", number("12.3"));
    return order;
  }

  private static com.fasterxml.jackson.databind.JsonNode number(String number) {
    return Json.read(number.getBytes(StandardCharsets.US_ASCII));
  }

  @ParameterizedTest
  @CsvSource({
    "pending, not_paid, Open",
    "pending, awaiting, Open",
    "pending, requires_action, Open",
    "pending, authorized, Open",
    "pending, partially_authorized, Open",
    "pending, partially_captured, Open",
    "pending, canceled, Open",
    "pending, captured, Paid",
    "pending, partially_refunded, Paid",
    "pending, refunded, Paid",
    "completed, captured, Paid",
    "archived, captured, Paid",
    "requires_action, not_paid, Open",
    "canceled, not_paid, Voided",
    "canceled, refunded, Voided",
    "canceled, canceled, Voided",
    "canceled, captured, Paid",
    "draft, not_paid, Unknown",
    "sold, captured, Unknown",
    "pending, owed, Unknown",
    "pending, '', Unknown",
    "'', not_paid, Unknown"
  })
  void ordersStand(String status, String payment, String outcome) {
    assertThat(mapping.outcome(order(status, payment)).getClass().getSimpleName())
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "error, true",
    "canceled, false",
    "pending, false",
    "requires_more, false",
    "captured, false"
  })
  void aSessionThatFailedTellsOfAnAttempt(String session, boolean failed) {
    ObjectNode order = order("pending", "awaiting");
    order
        .putArray("payment_collections")
        .addObject()
        .putArray("payment_sessions")
        .addObject()
        .put("status", session);

    assertThat(((InvoiceOutcome.Open) mapping.outcome(order)).lastAttemptFailed())
        .isEqualTo(failed);
  }

  @ParameterizedTest
  @CsvSource({"12.3, 1230", "12, 1200", "0, 0", "0.010, 1", "12.30000, 1230"})
  void amountsAreMajorUnits(String total, long minor) {
    ObjectNode order = order("pending", "not_paid");
    order.set("total", number(total));

    assertThat(MedusaMapping.total(order)).isEqualTo(Money.of(minor, "EUR"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"12.345", "47.489999999999995", "-1", "null", "\"a lot\"", "[]"})
  void anAmountThatMakesNoSenseIsUnreadable(String total) {
    ObjectNode order = order("pending", "not_paid");
    order.set("total", number(total));

    assertThatThrownBy(() -> mapping.outcome(order))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNREADABLE));
  }
}
