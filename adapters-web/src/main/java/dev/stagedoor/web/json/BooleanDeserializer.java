package dev.stagedoor.web.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads {@code true} and {@code false}; what else could be meant by it is refused, not guessed. */
@Singleton
final class BooleanDeserializer implements Deserializer<Boolean> {
  @Override
  public Boolean deserialize(
      Decoder decoder, DecoderContext context, Argument<? super Boolean> type) throws IOException {
    if (decoder.decodeArbitrary() instanceof Boolean is) {
      return is;
    }
    throw new SerdeException("neither true nor false");
  }
}
