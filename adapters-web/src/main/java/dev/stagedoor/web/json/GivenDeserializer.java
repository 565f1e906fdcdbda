package dev.stagedoor.web.json;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;

/** Reads texts, and keeps in mind that null was sent. */
@Singleton
final class GivenDeserializer implements Deserializer<Given> {
  private final TextDeserializer texts;

  GivenDeserializer(TextDeserializer texts) {
    this.texts = texts;
  }

  @Override
  public Given deserialize(Decoder decoder, DecoderContext context, Argument<? super Given> type)
      throws IOException {
    return new Given(Optional.of(texts.deserialize(decoder, context, Argument.STRING)));
  }

  @Override
  public Given deserializeNullable(
      Decoder decoder, DecoderContext context, Argument<? super Given> type) throws IOException {
    return decoder.decodeNull() ? new Given(Optional.empty()) : deserialize(decoder, context, type);
  }
}
