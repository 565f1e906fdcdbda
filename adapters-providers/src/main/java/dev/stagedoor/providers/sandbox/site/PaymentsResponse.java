package dev.stagedoor.providers.sandbox.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stagedoor.providers.sandbox.payments.Charge;
import dev.stagedoor.providers.sandbox.payments.TestCard;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The charges, newest first, and the cards they can be paid with. */
@Serdeable
record PaymentsResponse(List<Payment> payments, List<Card> cards) {
  /** One charge; amounts in minor units. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Payment(
      String id,
      String paymentId,
      String description,
      String status,
      @Nullable String failure,
      long amountMinor,
      long refundedMinor,
      String currency,
      int decimals,
      String createdAt) {}

  /** One test card. */
  @Serdeable
  record Card(String number, String says) {}

  static PaymentsResponse from(List<Charge> charges) {
    return new PaymentsResponse(
        charges.stream().map(PaymentsResponse::payment).toList(),
        Stream.of(TestCard.values()).map(card -> new Card(card.number(), card.says())).toList());
  }

  private static Payment payment(Charge charge) {
    return new Payment(
        charge.id(),
        charge.payment().toString(),
        charge.description(),
        charge.state().word(),
        charge.failure(),
        charge.amount(),
        charge.refunded().minor(),
        charge.currency(),
        charge.money().currency().getDefaultFractionDigits(),
        charge.createdAt().toString());
  }
}
