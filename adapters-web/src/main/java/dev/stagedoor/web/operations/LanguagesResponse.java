package dev.stagedoor.web.operations;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.domain.kernel.Language;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Arrays;
import java.util.List;

/** The languages the product speaks, and the one it speaks to the caller. */
@Serdeable
public record LanguagesResponse(List<Spoken> languages, String current) {
  /** One language: its name in the caller's language and in its own. */
  @Serdeable
  public record Spoken(
      String code, String name, @JsonProperty("native_name") String nativeName, boolean rtl) {
    static Spoken from(Language language, Language reader) {
      return new Spoken(
          language.code(),
          language.locale().getDisplayLanguage(reader.locale()),
          language.locale().getDisplayLanguage(language.locale()),
          language.isRightToLeft());
    }
  }

  static LanguagesResponse to(Language reader) {
    return new LanguagesResponse(
        Arrays.stream(Language.values()).map(language -> Spoken.from(language, reader)).toList(),
        reader.code());
  }
}
