package dev.stagedoor.web.pages.tv;

import dev.stagedoor.web.pages.Form;
import java.util.Optional;
import java.util.UUID;

/** Gives a form a key when it is shown, so that what is sent twice is done once. */
final class Keys {
  private static final String FIELD = "key";
  private static final int LONGEST = 100;

  private Keys() {}

  static String next() {
    return UUID.randomUUID().toString();
  }

  /** Returns the form's own key; none where somebody has changed it to what is none. */
  static Optional<String> in(Form form) {
    return Optional.of(form.value(FIELD)).filter(key -> !key.isBlank() && key.length() <= LONGEST);
  }
}
