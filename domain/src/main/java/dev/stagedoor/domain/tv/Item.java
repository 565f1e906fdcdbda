package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;

/** Checks how clients name what is watched: the names are theirs, or those of their services. */
public final class Item {
  public static final int MAX_ID = 200;
  public static final int MAX_TYPE = 40;

  private Item() {}

  /**
   * Checks the name of one thing.
   *
   * @throws DomainException {@code INVALID_VALUE}
   */
  public static String id(String text) {
    return checked("itemId", text, MAX_ID);
  }

  /**
   * Checks what kind of thing it is said to be.
   *
   * @throws DomainException {@code INVALID_VALUE}
   */
  public static String type(String text) {
    return checked("itemType", text, MAX_TYPE);
  }

  /** Makes what a service says fit: without control characters, and no longer than that. */
  static String clipped(String text, int longest) {
    StringBuilder clean = new StringBuilder();
    int[] points = text.codePoints().limit(longest).toArray();
    for (int point : points) {
      int fit = isPrintable(point) ? point : ' ';
      if (clean.length() + Character.charCount(fit) <= longest) {
        clean.appendCodePoint(fit);
      }
    }
    return clean.toString().strip();
  }

  /** Halves of characters are none: no database keeps them. */
  private static boolean isPrintable(int point) {
    int type = Character.getType(point);
    return type != Character.CONTROL && type != Character.SURROGATE;
  }

  private static String checked(String field, String text, int longest) {
    String stripped = text.strip();
    if (stripped.isEmpty()) {
      throw DomainException.invalid(field, "blank");
    }
    if (stripped.length() > longest) {
      throw DomainException.invalid(Fault.longerThan(field, longest));
    }
    if (stripped.chars().anyMatch(Character::isISOControl)) {
      throw DomainException.invalid(field, "format");
    }
    return stripped;
  }
}
