package dev.stagedoor.web.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads whole numbers; a fraction is refused, not cut off. */
@Singleton
final class IntegerDeserializer implements Deserializer<Integer> {
  @Override
  public Integer deserialize(
      Decoder decoder, DecoderContext context, Argument<? super Integer> type) throws IOException {
    return Numbers.read(decoder, BigDecimal::intValueExact);
  }
}
