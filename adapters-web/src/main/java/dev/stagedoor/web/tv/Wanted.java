package dev.stagedoor.web.tv;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.web.json.Given;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what clients sent of texts and web addresses. */
final class Wanted {
  private Wanted() {}

  static URI address(String text, String member) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException unreadable) {
      throw DomainException.invalid(member, "url");
    }
  }

  /** Returns a text, where it is one. */
  static Optional<String> text(@Nullable String text) {
    return Optional.ofNullable(text).filter(value -> !value.isBlank());
  }

  /** Returns what one can watch, by its name. */
  static Channel.Kind kind(String code) {
    return Channel.Kind.find(code).orElseThrow(() -> DomainException.invalid("type", "choice"));
  }

  /** Returns what becomes of a member; an inner nothing where it is to be taken away. */
  static <T> Optional<Optional<T>> change(@Nullable Given given, Function<String, T> reading) {
    return given == null ? Optional.empty() : Optional.of(given.text().map(reading));
  }
}
