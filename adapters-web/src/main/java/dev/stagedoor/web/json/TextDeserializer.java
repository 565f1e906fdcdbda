package dev.stagedoor.web.json;

import dev.stagedoor.web.text.SoundText;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads texts that can be kept as they were sent. */
@Singleton
final class TextDeserializer implements Deserializer<String> {
  @Override
  public String deserialize(Decoder decoder, DecoderContext context, Argument<? super String> type)
      throws IOException {
    String text = decoder.decodeString();
    if (!SoundText.isSound(text)) {
      throw new SerdeException("a text with the character 0, or with half a character");
    }
    return text;
  }
}
