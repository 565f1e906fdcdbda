package dev.stagedoor.web.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/** Reads decimal numbers; what is none is refused, not taken for zero. */
@Singleton
final class BigDecimalDeserializer implements Deserializer<BigDecimal> {
  @Override
  public BigDecimal deserialize(
      Decoder decoder, DecoderContext context, Argument<? super BigDecimal> type)
      throws IOException {
    return Numbers.read(decoder, Function.identity());
  }
}
