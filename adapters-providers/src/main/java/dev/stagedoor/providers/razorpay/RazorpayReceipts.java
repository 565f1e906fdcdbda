package dev.stagedoor.providers.razorpay;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of ours travels along: ids as receipts, which have at most 40 characters, and words as
 * notes.
 */
final class RazorpayReceipts {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private static final int LONGEST_NOTE = 256;

  private RazorpayReceipts() {}

  static String receipt(UUID id) {
    return id.toString();
  }

  static String note(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_NOTE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_NOTE));
  }

  /** Returns our id behind a receipt, empty when somebody else wrote it. */
  static Optional<UUID> id(@Nullable String receipt) {
    return Optional.ofNullable(receipt)
        .filter(text -> ID.matcher(text).matches())
        .map(UUID::fromString);
  }
}
