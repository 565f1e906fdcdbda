package dev.stagedoor.web.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads texts that can be kept: PostgreSQL has no place for the character 0. */
@Singleton
final class TextDeserializer implements Deserializer<String> {
  @Override
  public String deserialize(Decoder decoder, DecoderContext context, Argument<? super String> type)
      throws IOException {
    String text = decoder.decodeString();
    if (text.indexOf('\0') >= 0) {
      throw new SerdeException("a text with the character 0");
    }
    return text;
  }
}
