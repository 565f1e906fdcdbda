package dev.stagedoor.providers.sandbox.payments;

import static dev.stagedoor.domain.contract.CheckoutsContract.aCheckout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.payments.ChargeOutcome;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.Decline;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import dev.stagedoor.providers.sandbox.webhooks.Delivery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxPaymentsTest {
  private final SandboxFixture fixture = new SandboxFixture();
  private final Sandbox sandbox = fixture.sandbox;

  private ProviderRef aCharge() {
    return ((CheckoutOutcome.Opened) open(aCheckout(Money.of(129_900, "USD")))).ref();
  }

  private CheckoutOutcome open(CheckoutRequest request) {
    return sandbox.paymentProvider().checkouts().open(request);
  }

  private ChargeOutcome look(ProviderRef charge) {
    return sandbox.paymentProvider().lookup().find(charge);
  }

  private Confirmation confirm(ProviderRef charge, String number) {
    return sandbox.payments().confirm(charge, Card.of(number));
  }

  private static Confirmation answered(ChargeStatus status) {
    return new Confirmation.Answered(status, Optional.empty());
  }

  private List<String> told() {
    return sandbox.deliveries().newest(100).stream().map(Delivery::type).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4242424242424242",
        "5555555555554444",
        "4000000000000044",
        "4000000000000051",
        "4242-4242 4242-4242"
      })
  void aGoodCardPays(String number) {
    ProviderRef charge = aCharge();

    assertThat(confirm(charge, number)).isEqualTo(answered(ChargeStatus.SUCCEEDED));

    assertThat(look(charge)).isInstanceOf(ChargeOutcome.Succeeded.class);
    assertThat(told()).containsExactly("charge.succeeded");
  }

  @ParameterizedTest
  @CsvSource({
    "4000000000000002, CARD_DECLINED, card_declined, card_error, true, false",
    "4000000000009995, INSUFFICIENT_FUNDS, insufficient_funds, card_error, true, false",
    "4000000000000069, EXPIRED_CARD, expired_card, card_error, true, false",
    "4000008400001629, AUTHENTICATION_FAILED, authentication_failed, card_error, true, false",
    "4000000000000119, NETWORK_ERROR, network_error, network_error, true, true",
    "4100000000000019, OTHER, fraudulent, unknown_error, false, false",
    "4111111111111111, CARD_DECLINED, card_declined, card_error, true, false"
  })
  void aBadCardIsDeclinedAndSaysWhatHelps(
      String number,
      DeclineReason reason,
      String code,
      String type,
      boolean recoverable,
      boolean shouldRetry) {
    ProviderRef charge = aCharge();

    Confirmation.Answered answer = (Confirmation.Answered) confirm(charge, number);

    assertThat(answer.status()).isEqualTo(ChargeStatus.DECLINED);
    assertThat(answer.error())
        .hasValueSatisfying(
            error -> {
              assertThat(error.type()).isEqualTo(type);
              assertThat(error.code()).isEqualTo(code);
              assertThat(error.message()).isNotBlank();
              assertThat(error.recoverable()).isEqualTo(recoverable);
              assertThat(error.shouldRetry()).isEqualTo(shouldRetry);
            });
    assertThat(look(charge)).isEqualTo(new ChargeOutcome.Declined(new Decline(reason, code)));
    assertThat(told()).containsExactly("charge.failed");
  }

  @Test
  void everyTestCardHasANumberOfItsOwnThatAddsUp() {
    for (TestCard card : TestCard.values()) {
      assertThat(Card.of(card.number()).testCard()).contains(card);
    }
  }

  @Test
  void aPaidChargeIsNotChargedTwice() {
    ProviderRef charge = aCharge();
    confirm(charge, "4242424242424242");

    assertThat(confirm(charge, "4242424242424242")).isEqualTo(answered(ChargeStatus.SUCCEEDED));
    assertThat(confirm(charge, "4000000000000002")).isEqualTo(answered(ChargeStatus.SUCCEEDED));

    assertThat(look(charge)).isEqualTo(new ChargeOutcome.Succeeded(Money.of(129_900, "USD")));
    assertThat(told()).containsExactly("charge.succeeded");
  }

  @Test
  void ofManyConfirmationsAtOnceOneCharges() throws Exception {
    ProviderRef charge = aCharge();
    ExecutorService buyers = Executors.newFixedThreadPool(4);
    try {
      List<Future<Confirmation>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(buyers.submit(() -> confirm(charge, "4242424242424242")));
      }
      for (Future<Confirmation> answer : answers) {
        assertThat(answer.get()).isEqualTo(answered(ChargeStatus.SUCCEEDED));
      }
    } finally {
      buyers.shutdownNow();
    }

    assertThat(told()).containsExactly("charge.succeeded");
  }

  @Test
  void aPendingPaymentFailsLaterWithoutAnythingRunning() {
    ProviderRef charge = aCharge();

    assertThat(confirm(charge, "4000000000000341")).isEqualTo(answered(ChargeStatus.PROCESSING));
    assertThat(look(charge)).isEqualTo(new ChargeOutcome.Pending(true));
    assertThat(confirm(charge, "4242424242424242")).isEqualTo(answered(ChargeStatus.PROCESSING));

    fixture.clock.pass(fixture.settings.pendingDelay());

    Sandbox restarted = fixture.open();
    assertThat(restarted.paymentProvider().lookup().find(charge))
        .isEqualTo(
            new ChargeOutcome.Declined(new Decline(DeclineReason.CARD_DECLINED, "card_declined")));
    assertThat(restarted.payments().newest(1).get(0).state()).isEqualTo(ChargeStatus.DECLINED);
    assertThat(confirm(charge, "4242424242424242")).isEqualTo(answered(ChargeStatus.SUCCEEDED));
  }

  @Test
  void theFailureToComeIsToldWhenItComes() {
    confirm(aCharge(), "4000000000000341");

    assertThat(sandbox.deliveries().newest(10))
        .extracting(Delivery::type, Delivery::nextAttemptAt)
        .containsExactly(
            tuple("charge.failed", fixture.clock.instant().plus(fixture.settings.pendingDelay())),
            tuple("charge.processing", fixture.clock.instant()));
  }

  @Test
  void aLostAnswerLeavesAPaidChargeThatIsToldLate() {
    ProviderRef charge = aCharge();

    assertThat(confirm(charge, "4000000000000077")).isEqualTo(new Confirmation.Lost());

    assertThat(look(charge)).isInstanceOf(ChargeOutcome.Succeeded.class);
    assertThat(sandbox.deliveries().newest(10))
        .extracting(Delivery::nextAttemptAt)
        .containsExactly(fixture.clock.instant().plus(Duration.ofSeconds(60)));
    assertThat(confirm(charge, "4000000000000077")).isEqualTo(answered(ChargeStatus.SUCCEEDED));
  }

  @Test
  void aSilentBankStaysSilentUntilSomebodyAnswersForIt() {
    ProviderRef charge = aCharge();
    confirm(charge, "4000000000000036");

    fixture.clock.pass(Duration.ofDays(30));
    assertThat(look(charge)).isEqualTo(new ChargeOutcome.Pending(true));

    assertThat(sandbox.payments().succeed(charge)).isEqualTo(answered(ChargeStatus.SUCCEEDED));
    assertThat(look(charge)).isInstanceOf(ChargeOutcome.Succeeded.class);
  }

  @Test
  void whatIsOverIsNotSettledAgain() {
    ProviderRef charge = aCharge();
    confirm(charge, "4242424242424242");

    assertThat(sandbox.payments().fail(charge, "card_declined"))
        .isEqualTo(answered(ChargeStatus.SUCCEEDED));
  }

  @Test
  void aChargeThatWasGivenUpCannotBePaid() {
    ProviderRef charge = aCharge();
    sandbox.paymentProvider().checkouts().cancel(charge);

    Confirmation.Answered answer = (Confirmation.Answered) confirm(charge, "4242424242424242");

    assertThat(answer.status()).isEqualTo(ChargeStatus.CANCELLED);
    assertThat(answer.error()).isPresent();
    assertThat(look(charge)).isEqualTo(new ChargeOutcome.Cancelled());
  }

  @Test
  void aChargeNobodyKnowsCannotBeConfirmed() {
    assertThat(confirm(ProviderRef.of("sandbox", "nobody"), "4242424242424242"))
        .isEqualTo(new Confirmation.UnknownCharge());
    assertThat(confirm(ProviderRef.of("stripe", aCharge().value()), "4242424242424242"))
        .isEqualTo(new Confirmation.UnknownCharge());
  }

  @Test
  void anExpiredCardIsDeclinedWhateverItsNumber() {
    ProviderRef charge = aCharge();

    Confirmation.Answered answer =
        (Confirmation.Answered)
            sandbox
                .payments()
                .confirm(
                    charge, Card.of("4242424242424242", Optional.of("123"), Optional.of("05/25")));

    assertThat(answer.error())
        .hasValueSatisfying(error -> assertThat(error.code()).isEqualTo("expired_card"));
    assertThat(
            sandbox
                .payments()
                .confirm(
                    charge,
                    Card.of("4242424242424242", Optional.of("123"), Optional.of("06 / 2025"))))
        .isEqualTo(answered(ChargeStatus.SUCCEEDED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "4242",
        "4242424242424241",
        "4242x42424242424",
        "42424242424242424242",
        "４２４２"
      })
  void whatCannotBeACardNumberIsMalformed(String number) {
    assertThatThrownBy(() -> Card.of(number))
        .isInstanceOfSatisfying(
            Card.Malformed.class,
            malformed -> assertThat(malformed.field()).isEqualTo("cardNumber"));
  }

  @Test
  void aCardDoesNotPrintItsNumber() {
    assertThat(Card.of("4242424242424242").toString()).isEqualTo("card ending in 4242");
  }

  @Test
  void chargesOutliveTheInstance() {
    CheckoutRequest request = aCheckout(Money.of(129_900, "USD"));
    CheckoutOutcome before = open(request);

    assertThat(fixture.open().paymentProvider().checkouts().open(request)).isEqualTo(before);
  }

  @Test
  void aKeyThatWasUsedForAnotherAmountIsRefused() {
    CheckoutRequest request = aCheckout(Money.of(129_900, "USD"));
    open(request);

    assertThat(
            open(
                new CheckoutRequest(
                    request.payment(), Money.of(100, "USD"), request.description(), request.key())))
        .isEqualTo(new CheckoutOutcome.Refused("idempotency_error"));
  }

  @Test
  void amountsBeyondTheTableAreRefused() {
    Map<Money, String> table =
        Map.of(
            Money.of(49, "USD"), "amount_too_small",
            Money.of(499, "KWD"), "amount_too_small",
            Money.of(-100, "USD"), "amount_too_small",
            Money.of(100_000_000, "USD"), "amount_too_large",
            Money.of(1000, "XAU"), "currency_not_supported");

    table.forEach(
        (amount, code) ->
            assertThat(open(aCheckout(amount))).isEqualTo(new CheckoutOutcome.Refused(code)));
    for (Money fine :
        List.of(Money.of(50, "USD"), Money.of(50, "JPY"), Money.of(99_999_999, "KWD"))) {
      assertThat(open(aCheckout(fine))).isInstanceOf(CheckoutOutcome.Opened.class);
    }
  }

  @Test
  void everyCurrencyHasTheDecimalsOfItsLine() {
    Set<Currency> currencies = sandbox.paymentProvider().currencies();

    assertThat(currencies).hasSizeGreaterThan(150);
    assertThat(currencies)
        .allSatisfy(currency -> assertThat(currency.getDefaultFractionDigits()).isBetween(0, 3));
    for (Currency currency : currencies) {
      Money smallest =
          Money.of(currency.getDefaultFractionDigits() == 3 ? 500 : 50, currency.getCurrencyCode());
      assertThat(SandboxCurrencies.objection(smallest)).as(currency.toString()).isEmpty();
      assertThat(
              SandboxCurrencies.objection(smallest.minus(Money.of(1, currency.getCurrencyCode()))))
          .as(currency.toString())
          .contains("amount_too_small");
    }
  }

  @Test
  void whatACrashKeptFromBeingToldIsToldAtTheNextStart() {
    confirm(aCharge(), "4242424242424242");
    String id = sandbox.deliveries().newest(1).get(0).id();
    fixture.memory.forget("webhooks", id);
    fixture.memory.forget("webhook-queue", id);
    assertThat(told()).isEmpty();

    fixture.open().payments().recover();

    assertThat(told()).containsExactly("charge.succeeded");
  }
}
