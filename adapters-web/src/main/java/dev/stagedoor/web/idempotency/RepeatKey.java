package dev.stagedoor.web.idempotency;

import dev.stagedoor.domain.kernel.DomainException;
import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The key of a request that may be repeated: 1 to 255 printable characters, bare or as a quoted
 * string of RFC 8941.
 */
public record RepeatKey(String value) {
  static final String HEADER = "Idempotency-Key";

  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,255}");
  private static final Pattern QUOTED =
      Pattern.compile("\"(?:[\\x20\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\])*\"");

  /** Reads the key of a request, empty when it has none. */
  public static Optional<RepeatKey> in(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(HEADER)).map(RepeatKey::parse);
  }

  private static RepeatKey parse(String header) {
    String text = header.strip();
    if (text.startsWith("\"")) {
      if (!QUOTED.matcher(text).matches()) {
        throw DomainException.invalid(HEADER, "format");
      }
      text = text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1");
    }
    if (text.isBlank()) {
      throw DomainException.invalid(HEADER, "blank");
    }
    if (!PRINTABLE.matcher(text).matches()) {
      throw DomainException.invalid(HEADER, text.length() > 255 ? "length" : "format");
    }
    return new RepeatKey(text);
  }

  @Override
  public String toString() {
    return "a key of " + value.length() + " characters";
  }
}
