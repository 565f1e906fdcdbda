package dev.stagedoor.providers.support;

/** Shortens words to what a provider takes, and never in the middle of a character. */
public final class Cut {
  private Cut() {}

  /** Returns the text, or its beginning where it is longer than so many units of UTF-16. */
  public static String to(int longest, String text) {
    if (text.length() <= longest) {
      return text;
    }
    boolean isHalf = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, isHalf ? longest - 1 : longest);
  }
}
