package dev.stagedoor.web.json;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.web.text.SoundText;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads passwords and tokens straight into what cannot be printed. There is no way back. */
@Singleton
final class SecretDeserializer implements Deserializer<Secret> {
  @Override
  public Secret deserialize(Decoder decoder, DecoderContext context, Argument<? super Secret> type)
      throws IOException {
    String text = decoder.decodeString();
    // Half a character is hashed like a question mark: two passwords would be one.
    if (!SoundText.isSound(text)) {
      throw new SerdeException("a secret with the character 0, or with half a character");
    }
    return Secret.of(text);
  }
}
