package dev.stagedoor.domain.kernel;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages the product speaks. */
public enum Language {
  EN,
  ES,
  FR,
  DE,
  PT,
  IT,
  AR,
  HI;

  /**
   * Finds a language by its ISO 639-1 code, with or without a region ({@code pt}, {@code pt-BR}).
   */
  public static Optional<Language> find(String tag) {
    String code = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }

  /** Returns the ISO 639-1 code in lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean isRightToLeft() {
    return this == AR;
  }

  /** Returns how numbers and days are written in it; digits are 0 to 9 in every language. */
  public Locale locale() {
    return Locale.forLanguageTag(code() + "-u-nu-latn");
  }
}
