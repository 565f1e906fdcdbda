package dev.stagedoor.web.json;

import dev.stagedoor.domain.kernel.Secret;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** Reads passwords and tokens straight into what cannot be printed. There is no way back. */
@Singleton
final class SecretDeserializer implements Deserializer<Secret> {
  @Override
  public Secret deserialize(Decoder decoder, DecoderContext context, Argument<? super Secret> type)
      throws IOException {
    return Secret.of(decoder.decodeString());
  }
}
