package dev.stagedoor.providers.razorpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.payments.Decline;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.RefundStatus;
import dev.stagedoor.providers.razorpay.RazorpayMapping.Attempt;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RazorpayMappingTest {
  private static RazorpayPayment payment(String status, boolean captured, Optional<String> why) {
    return new RazorpayPayment(
        "pay_1", status, captured, Money.of(100, "INR"), Money.of(0, "INR"), why, 1);
  }

  @ParameterizedTest
  @CsvSource({
    "created, false, BEGUN",
    "authorized, false, UNDER_WAY",
    "captured, true, TAKEN",
    "refunded, true, TAKEN",
    "refunded, false, FAILED",
    "failed, false, FAILED",
    "marinating, false, ",
    "CAPTURED, true, "
  })
  void howFarAnAttemptHasCome(String status, boolean captured, Attempt attempt) {
    assertThat(RazorpayMapping.attempt(payment(status, captured, Optional.empty())))
        .isEqualTo(Optional.ofNullable(attempt));
  }

  @ParameterizedTest
  @CsvSource({"created, true", "attempted, true", "paid, false", "on_the_moon, "})
  void whetherAnOrderCanBePaid(String status, Boolean payable) {
    assertThat(RazorpayMapping.canBePaid(status)).isEqualTo(Optional.ofNullable(payable));
  }

  @ParameterizedTest
  @CsvSource({
    "pending, PENDING",
    "processed, SUCCEEDED",
    "failed, FAILED",
    "requested, ",
    "marinating, "
  })
  void howFarARefundHasCome(String status, RefundStatus ours) {
    assertThat(RazorpayMapping.refundStatus(status)).isEqualTo(Optional.ofNullable(ours));
  }

  @ParameterizedTest
  @CsvSource({
    "card_declined, CARD_DECLINED",
    "payment_declined, CARD_DECLINED",
    "debit_declined, CARD_DECLINED",
    "debit_instrument_blocked, CARD_DECLINED",
    "debit_instrument_inactive, CARD_DECLINED",
    "card_not_enrolled, CARD_DECLINED",
    "international_transaction_not_allowed, CARD_DECLINED",
    "transaction_limit_exceeded, CARD_DECLINED",
    "transaction_daily_limit_exceeded, CARD_DECLINED",
    "insufficient_funds, INSUFFICIENT_FUNDS",
    "card_expired, EXPIRED_CARD",
    "authentication_failed, AUTHENTICATION_FAILED",
    "incorrect_otp, AUTHENTICATION_FAILED",
    "invalid_otp, AUTHENTICATION_FAILED",
    "otp_expired, AUTHENTICATION_FAILED",
    "otp_attempts_exceeded, AUTHENTICATION_FAILED",
    "incorrect_pin, AUTHENTICATION_FAILED",
    "pin_attempts_exceeded, AUTHENTICATION_FAILED",
    "bank_technical_error, NETWORK_ERROR",
    "gateway_technical_error, NETWORK_ERROR",
    "issuer_technical_error, NETWORK_ERROR",
    "bank_not_available, NETWORK_ERROR",
    "server_error, NETWORK_ERROR",
    "payment_cancelled, OTHER",
    "payment_timed_out, OTHER",
    "BAD_REQUEST_ERROR, OTHER"
  })
  void whyAnAttemptFailed(String code, DeclineReason reason) {
    assertThat(RazorpayMapping.decline(payment("failed", false, Optional.of(code))))
        .isEqualTo(new Decline(reason, code));
  }

  @Test
  void anAttemptThatFailedWithoutAReasonIsNotGuessedAt() {
    assertThat(RazorpayMapping.decline(payment("failed", false, Optional.empty())))
        .isEqualTo(new Decline(DeclineReason.OTHER, "unspecified"));
  }

  @ParameterizedTest
  @CsvSource({
    "INR, 129900, 129900",
    "USD, 1, 1",
    "JPY, 500, 500",
    "KWD, 1230, 1230",
    "KWD, 1234, ",
    "BHD, 5, ",
    "INR, 0, ",
    "XTS, 100, ",
    "XAU, 100, ",
    "ISK, 100, "
  })
  void amountsAreSaidExactlyOrNotAtAll(String currency, long minor, Long paise) {
    assertThat(RazorpayAmounts.write(Money.of(minor, currency)))
        .isEqualTo(Optional.ofNullable(paise));
  }

  @Test
  void everyCurrencyIsReadAsItIsWritten() {
    for (Currency currency : RazorpayAmounts.currencies()) {
      Money money = new Money(12_340, currency);
      long written = RazorpayAmounts.write(money).orElseThrow();
      assertThat(RazorpayAmounts.read(written, currency.getCurrencyCode())).isEqualTo(money);
    }
  }

  @ParameterizedTest
  @CsvSource({"100, XTS", "100, inr", "-1, INR"})
  void amountsThatMakeNoSenseAreNotRead(long amount, String currency) {
    assertThatThrownBy(() -> RazorpayAmounts.read(amount, currency))
        .isInstanceOfSatisfying(
            ProviderException.class,
            e -> assertThat(e.kind()).isEqualTo(ProviderException.Kind.UNREADABLE));
  }
}
