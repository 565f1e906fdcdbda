package dev.stagedoor.application.tv;

import java.util.Locale;

/**
 * Something that others are compared to.
 *
 * @param group what its service lists it under; may be empty
 */
public record Seed(String itemType, String name, String group) {
  /** Returns what makes two things the same, whoever offers them: their type and name. */
  public String key() {
    return key(itemType, name);
  }

  static String key(String type, String name) {
    return type + '\n' + name.toLowerCase(Locale.ROOT);
  }
}
