package dev.stagedoor.domain.party;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import java.util.regex.Pattern;

/** What people write in a party, without what could not be seen on a page or would disturb it. */
final class PartyText {
  /** Control characters, halves of characters, and what turns the direction of text around. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]+");

  private PartyText() {}

  static String clean(String text) {
    return UNSEEN.matcher(text).replaceAll(" ").strip();
  }

  /** Cleans a text that must say something, and be no longer than that. */
  static String clean(String field, String text, int longest) {
    String clean = clean(text);
    if (clean.isEmpty()) {
      throw DomainException.invalid(field, "blank");
    }
    if (clean.codePointCount(0, clean.length()) > longest) {
      throw DomainException.invalid(Fault.longerThan(field, longest));
    }
    return clean;
  }
}
