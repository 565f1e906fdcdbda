package dev.stagedoor.application.language;

import dev.stagedoor.domain.kernel.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what to say by key and language.
 *
 * <p>Texts live in {@code messages/<bundle>_<language>.properties} beside this class, in UTF-8; a
 * key's first part names its bundle. {@code {name}} in a text is replaced by the argument of that
 * name. Every key exists in every language: a test holds that, and a missing one is a bug.
 */
public final class Translations {
  public static final List<String> BUNDLES =
      List.of(
          "errors",
          "mails",
          "ui",
          "memorials",
          "liveselling",
          "courses",
          "events",
          "tv",
          "notifications",
          "analytics",
          "direct_messages");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z0-9]+)}");

  private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

  public Translations() {
    for (Language language : Language.values()) {
      Map<String, String> all = new TreeMap<>();
      BUNDLES.forEach(bundle -> all.putAll(load(bundle, language)));
      texts.put(language, Map.copyOf(all));
    }
  }

  public String text(Language language, String key) {
    return text(language, key, Map.of());
  }

  /**
   * Returns the text of a key with its placeholders filled in.
   *
   * @throws IllegalArgumentException when there is no such key
   */
  public String text(Language language, String key, Map<String, ?> arguments) {
    String text = of(language).get(key);
    if (text == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language.code());
    }
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            match -> {
              Object value = arguments.get(match.group(1));
              return Matcher.quoteReplacement(value == null ? match.group() : value.toString());
            });
  }

  public boolean has(String key) {
    return of(Language.EN).containsKey(key);
  }

  /** Returns every key of a language. */
  public Set<String> keys(Language language) {
    return of(language).keySet();
  }

  private Map<String, String> of(Language language) {
    return texts.getOrDefault(language, Map.of());
  }

  private static Map<String, String> load(String bundle, Language language) {
    String file = "messages/" + bundle + "_" + language.code() + ".properties";
    Properties properties = new Properties();
    try (InputStream in = Translations.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing " + file);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> texts = new TreeMap<>();
    properties.forEach((key, text) -> texts.put(bundle + "." + key, text.toString()));
    return texts;
  }
}
