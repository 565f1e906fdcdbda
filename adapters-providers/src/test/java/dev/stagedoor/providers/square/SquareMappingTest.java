package dev.stagedoor.providers.square;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.support.Json;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SquareMappingTest {
  private static final ProviderRef REF = ProviderRef.of("square", "inv:0-Ch");
  private static final Money TOTAL = Money.of(4749, "USD");
  private static final Optional<URI> PAGE = Optional.of(URI.create("https://squareup.example/1"));

  private static ObjectNode invoice(String status, long completed) {
    ObjectNode invoice =
        Json.object()
            .put("id", REF.value())
            .put("status", status)
            .put("public_url", "https://squareup.example/1");
    ObjectNode payment = invoice.putArray("payment_requests").addObject();
    payment.set("computed_amount_money", SquareAmounts.write(TOTAL));
    payment.set("total_completed_amount_money", SquareAmounts.write(Money.of(completed, "USD")));
    return invoice;
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNPAID", "SCHEDULED", "PARTIALLY_PAID", "PAYMENT_PENDING"})
  void whatIsNotPaidInFullIsOpen(String status) {
    assertThat(SquareMapping.outcome(invoice(status, 0)))
        .isEqualTo(new InvoiceOutcome.Open(REF, TOTAL, PAGE, false));
  }

  @ParameterizedTest
  @CsvSource({"PAID, 4749", "REFUNDED, 4749", "REFUNDED, 0", "PARTIALLY_REFUNDED, 4749"})
  void whatWasPaidIsPaidAlsoWhenItWentBack(String status, long completed) {
    assertThat(SquareMapping.outcome(invoice(status, completed)))
        .isEqualTo(new InvoiceOutcome.Paid(REF, TOTAL, PAGE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CANCELED", "FAILED"})
  void whatIsCancelledByAnybodyIsVoided(String status) {
    assertThat(SquareMapping.outcome(invoice(status, 0))).isEqualTo(new InvoiceOutcome.Voided(REF));
  }

  @ParameterizedTest
  @CsvSource({"DRAFT, 0", "PARTIALLY_REFUNDED, 4748", "SOLD, 4749"})
  void whatCannotBeToldIsUnknown(String status, long completed) {
    assertThat(SquareMapping.outcome(invoice(status, completed)))
        .isInstanceOf(InvoiceOutcome.Unknown.class);
  }

  @Test
  void anInvoiceThatTheMerchantSplitAsksForTheSum() {
    ObjectNode split = invoice("UNPAID", 0);
    ((ArrayNode) split.path("payment_requests"))
        .addObject()
        .set("computed_amount_money", SquareAmounts.write(Money.of(251, "USD")));

    assertThat(SquareMapping.outcome(split))
        .isEqualTo(new InvoiceOutcome.Open(REF, Money.of(5000, "USD"), PAGE, false));
  }

  @Test
  void anAmountOfNothingMayBeLeftOut() {
    assertThat(SquareAmounts.read(Json.object().put("currency", "JPY")))
        .isEqualTo(Money.of(0, "JPY"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"amount\": 1}",
        "{\"amount\": 1, \"currency\": \"INR\"}",
        "{\"amount\": -1, \"currency\": \"USD\"}",
        "{\"amount\": 1.5, \"currency\": \"USD\"}",
        "{\"amount\": \"1\", \"currency\": \"USD\"}",
        "{\"amount\": 9223372036854775808, \"currency\": \"USD\"}"
      })
  void anAmountThatMakesNoSenseIsNotGuessedAt(String money) {
    assertThatThrownBy(
            () ->
                SquareAmounts.read(
                    Json.read(money.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNREADABLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"IDEMPOTENCY_KEY_REUSED", "VERSION_MISMATCH", "CONFLICT"})
  void whoCrossesSomebodyElseIsNotRefused(String code) {
    assertThat(SquareMapping.refused(code)).isInstanceOf(InvoiceOutcome.Unknown.class);
  }

  @Test
  void anyOtherRefusalIsKeptByItsCode() {
    assertThat(SquareMapping.refused("VALUE_TOO_HIGH"))
        .isEqualTo(new InvoiceOutcome.Refused("VALUE_TOO_HIGH"));
  }

  @Test
  void theNumberIsOurIdOrNothingOfOurs() {
    UUID id = UUID.fromString("0190a000-0000-7000-8000-000000000002");

    assertThat(SquareMapping.ours(Json.object().put("invoice_number", id.toString())))
        .contains(new InvoiceId(id));
    for (String foreign : new String[] {"000017", "1-1-1-1-1", "", id + "0"}) {
      assertThat(SquareMapping.ours(Json.object().put("invoice_number", foreign))).isEmpty();
    }
  }
}
