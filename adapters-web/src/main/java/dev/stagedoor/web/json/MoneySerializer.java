package dev.stagedoor.web.json;

import dev.stagedoor.domain.kernel.Money;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Writes {@link Money} inside a view as a decimal in major units; the body names its currency. */
@Singleton
final class MoneySerializer implements Serializer<Money> {
  @Override
  public void serialize(
      Encoder encoder, EncoderContext context, Argument<? extends Money> type, Money value)
      throws IOException {
    encoder.encodeBigDecimal(Decimals.of(value));
  }
}
