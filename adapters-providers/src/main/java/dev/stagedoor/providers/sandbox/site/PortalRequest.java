package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.payments.Card;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What a subscriber typed on a page of their own. */
@Serdeable
record PortalRequest(
    @Nullable String cardNumber,
    @Nullable String cvc,
    @Nullable String expiry,
    @Nullable String price) {
  Card card() {
    return new ConfirmRequest(cardNumber, cvc, expiry).card();
  }

  String wantedPrice() {
    return price == null ? "" : price.strip();
  }

  @Override
  public String toString() {
    return "a change of a subscription";
  }
}
