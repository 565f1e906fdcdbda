package dev.stagedoor.persistence.crypto;

import org.jspecify.annotations.Nullable;

/** Says why a stored value cannot be read, in words that hold nothing of it. */
final class UnreadableValue extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String why;

  UnreadableValue(Place place, String why, @Nullable Throwable cause) {
    super(place + " " + why, cause);
    this.why = why;
  }

  String why() {
    return why;
  }
}
