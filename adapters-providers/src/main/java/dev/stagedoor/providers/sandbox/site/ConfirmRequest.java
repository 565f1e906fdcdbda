package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.payments.Card;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a buyer typed into the provider's form. */
@Serdeable
record ConfirmRequest(@Nullable String cardNumber, @Nullable String cvc, @Nullable String expiry) {
  Card card() {
    try {
      return Card.of(cardNumber == null ? "" : cardNumber, typed(cvc), typed(expiry));
    } catch (Card.Malformed malformed) {
      throw ControlRefusal.invalid(malformed.field(), malformed.says());
    }
  }

  private static Optional<String> typed(@Nullable String text) {
    return Optional.ofNullable(text).filter(some -> !some.isBlank());
  }

  @Override
  public String toString() {
    return "confirmation by card";
  }
}
