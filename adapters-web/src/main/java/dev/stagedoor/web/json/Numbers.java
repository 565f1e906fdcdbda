package dev.stagedoor.web.json;

import io.micronaut.serde.Decoder;
import io.micronaut.serde.exceptions.SerdeException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.function.Function;

/** Reads numbers exactly as they were sent, or not at all. */
final class Numbers {
  /** No number that fits has more, and reading one of millions of digits takes long. */
  private static final int LONGEST = 100;

  private Numbers() {}

  static <T> T read(Decoder decoder, Function<BigDecimal, T> exactly) throws IOException {
    String text = decoder.decodeString();
    if (text.length() > LONGEST) {
      throw new SerdeException("a number of " + text.length() + " characters");
    }
    try {
      return exactly.apply(new BigDecimal(text));
    } catch (ArithmeticException | NumberFormatException wrong) {
      throw new SerdeException("not such a number, or too large", wrong);
    }
  }
}
