package dev.stagedoor.providers.square;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceOutcome;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.support.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SquareMappingTest {
  private static final ProviderRef REF = ProviderRef.of("square", "CAISEN");
  private static final Money TOTAL = Money.of(4749, "USD");
  private static final Optional<URI> PAGE = Optional.of(URI.create("https://square.example/u/1"));

  private static ObjectNode order(String state) {
    ObjectNode order = Json.object().put("id", REF.value()).put("state", state);
    order.set("total_money", SquareAmounts.write(TOTAL));
    return order;
  }

  private static ObjectNode tendered(ObjectNode order, long amount, String details, String status) {
    ObjectNode tender = order.withArray("tenders").addObject();
    tender.set("amount_money", SquareAmounts.write(Money.of(amount, "USD")));
    if (!status.isEmpty()) {
      tender.putObject(details).put("status", status);
    }
    return order;
  }

  private static ObjectNode due(ObjectNode order, long amount) {
    order.set("net_amount_due_money", SquareAmounts.write(Money.of(amount, "USD")));
    return order;
  }

  @ParameterizedTest
  @ValueSource(strings = {"DRAFT", "OPEN"})
  void whatNobodyPaidIsOpen(String state) {
    InvoiceOutcome open = new InvoiceOutcome.Open(REF, TOTAL, PAGE, false);

    assertThat(SquareMapping.outcome(order(state), PAGE)).isEqualTo(open);
    assertThat(SquareMapping.outcome(due(order(state), 4749), PAGE)).isEqualTo(open);
    // Nothing is due where nothing was ordered or all is a gift: nobody paid that.
    assertThat(SquareMapping.outcome(due(order(state), 0), PAGE)).isEqualTo(open);
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN, 4749, card_details, CAPTURED",
    "OPEN, 5000, card_details, CAPTURED",
    "OPEN, 4749, bank_account_details, COMPLETED",
    "OPEN, 4749, card_details, ''",
    "DRAFT, 4749, card_details, CAPTURED",
    "COMPLETED, 4749, card_details, CAPTURED",
    "CANCELED, 4749, card_details, CAPTURED"
  })
  void whatWasPaidInFullIsPaidWhateverTheMerchantDoesWithIt(
      String state, long amount, String details, String status) {
    ObjectNode order = tendered(order(state), amount, details, status);

    for (ObjectNode paid : List.of(order, due(order.deepCopy(), 0))) {
      assertThat(SquareMapping.outcome(paid, Optional.empty()))
          .isEqualTo(new InvoiceOutcome.Paid(REF, TOTAL, Optional.empty()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4748, card_details, CAPTURED, 1, true",
    "4749, card_details, AUTHORIZED, 4749, true",
    "4749, bank_account_details, PENDING, 4749, true",
    "4749, buy_now_pay_later_details, AUTHORIZED, 4749, true",
    "4749, card_details, VOIDED, 4749, false",
    "4749, square_account_details, FAILED, 4749, false"
  })
  void whatIsPartlyPaidOrNotYetIsOpen(
      long amount, String details, String status, long due, boolean isUnderWay) {
    ObjectNode order = tendered(order("OPEN"), amount, details, status);

    for (ObjectNode open : List.of(order, due(order.deepCopy(), due))) {
      assertThat(SquareMapping.outcome(open, PAGE))
          .isEqualTo(new InvoiceOutcome.Open(REF, TOTAL, PAGE, false));
      assertThat(SquareMapping.isUnderWay(open)).isEqualTo(isUnderWay);
    }
  }

  @Test
  void whatIsCompletedIsPaidAlsoWhereNoPaymentIsTold() {
    assertThat(SquareMapping.outcome(order("COMPLETED"), PAGE))
        .isEqualTo(new InvoiceOutcome.Paid(REF, TOTAL, PAGE));
  }

  @Test
  void whatIsCancelledByAnybodyIsVoided() {
    ObjectNode failed = tendered(order("CANCELED"), 4749, "card_details", "FAILED");

    for (ObjectNode cancelled : List.of(order("CANCELED"), failed)) {
      assertThat(SquareMapping.outcome(cancelled, PAGE)).isEqualTo(new InvoiceOutcome.Voided(REF));
    }
  }

  @Test
  void whatCannotBeToldIsUnknown() {
    ObjectNode partly = tendered(order("CANCELED"), 1, "card_details", "CAPTURED");

    for (ObjectNode strange : List.of(order("SOLD"), partly)) {
      assertThat(SquareMapping.outcome(strange, PAGE)).isInstanceOf(InvoiceOutcome.Unknown.class);
    }
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
  void aReferenceIsOurIdOrNothingOfOurs() {
    UUID id = UUID.fromString("0190a000-0000-7000-8000-000000000002");

    assertThat(SquareMapping.ours(id.toString())).contains(new InvoiceId(id));
    for (String foreign : new String[] {"000017", "1-1-1-1-1", "", id + "0"}) {
      assertThat(SquareMapping.ours(foreign)).isEmpty();
    }
  }

  @Test
  void aPageThatIsNoAddressIsNotGuessedAt() {
    ObjectNode link =
        Json.object().put("id", "L").put("order_id", "O").put("url", "not an address");

    assertThatThrownBy(() -> SquareLink.read(link))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNREADABLE));
  }
}
