package dev.stagedoor.domain.kernel;

import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Names what a shared aggregate is for: a payment for a {@code memorial_booking}, a stream of a
 * {@code memorial}. Areas define their kinds; capabilities only store and hand them back.
 */
public record Subject(String kind, UUID id) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z_]{1,39}");

  public Subject {
    Objects.requireNonNull(id, "id");
    if (!FORM.matcher(kind).matches()) {
      throw new IllegalArgumentException("not a kind of subject: " + kind);
    }
  }
}
