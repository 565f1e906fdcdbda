package dev.stagedoor.domain.events;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How people get in touch about an event, as its organiser likes to say it: names such as {@code
 * email}, {@code phone} or {@code website}, each with a text. Kept in the order of the names.
 */
public record ContactData(Map<String, String> entries) {
  public static final int MAX_ENTRIES = 30;
  public static final int MAX_NAME = 64;
  public static final int MAX_TEXT = 1000;
  private static final String FIELD = "contactData";

  public ContactData {
    if (entries.size() > MAX_ENTRIES) {
      throw DomainException.invalid(Fault.longerThan(FIELD, MAX_ENTRIES));
    }
    Map<String, String> kept = new TreeMap<>();
    entries.forEach(
        (name, text) -> {
          if (name.isBlank()) {
            throw DomainException.invalid(FIELD, "blank");
          }
          if (name.length() > MAX_NAME) {
            throw DomainException.invalid(Fault.longerThan(FIELD, MAX_NAME));
          }
          if (text.length() > MAX_TEXT) {
            throw DomainException.invalid(Fault.longerThan(FIELD + "." + name, MAX_TEXT));
          }
          kept.put(name, text.strip());
        });
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(kept));
  }

  public static ContactData none() {
    return new ContactData(Map.of());
  }

  public Optional<String> get(String name) {
    return Optional.ofNullable(entries.get(name)).filter(text -> !text.isEmpty());
  }
}
