package dev.stagedoor.web.tv;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.notifications.Wording;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes what letters are made of. */
final class LetterMembers {
  private LetterMembers() {}

  /** What a template says in one language. */
  @Serdeable
  record Text(@Nullable String subject, @Nullable String body) {}

  static Category category(String code) {
    return Category.find(code).orElseThrow(() -> DomainException.invalid("category", "choice"));
  }

  static Language language(String code) {
    return Language.find(code).orElseThrow(() -> DomainException.invalid("language", "choice"));
  }

  static Set<String> variables(List<@Nullable String> names) {
    Set<String> read = new LinkedHashSet<>();
    names.forEach(name -> read.add(Sent.text(name)));
    return read;
  }

  /** Returns the values of variables; one that is null is left out, as if it was not sent. */
  static Map<String, String> values(@Nullable Map<String, @Nullable String> sent) {
    if (sent == null) {
      return Map.of();
    }
    Map<String, String> values = new LinkedHashMap<>();
    sent.forEach(
        (name, value) -> {
          if (value != null) {
            values.put(name, value);
          }
        });
    return values;
  }

  static Map<Language, Wording> texts(Map<String, @Nullable Text> sent) {
    Faults faults = new Faults();
    Map<Language, Wording> texts = new EnumMap<>(Language.class);
    sent.forEach(
        (code, text) -> {
          Optional<Language> language =
              faults.read(
                  () ->
                      Language.find(code)
                          .filter(found -> found.code().equals(code))
                          .orElseThrow(() -> DomainException.invalid("texts", "choice")));
          language.ifPresent(
              known ->
                  faults
                      .read(() -> wording("texts." + code, text))
                      .ifPresent(wording -> texts.put(known, wording)));
        });
    faults.refuseAny();
    return texts;
  }

  private static Wording wording(String at, @Nullable Text text) {
    if (text == null) {
      throw DomainException.invalid(at, "required");
    }
    return Wording.at(at, Sent.text(text.subject()), Sent.text(text.body()));
  }
}
