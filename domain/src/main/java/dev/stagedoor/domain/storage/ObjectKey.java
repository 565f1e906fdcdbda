package dev.stagedoor.domain.storage;

import java.util.regex.Pattern;

/**
 * Names a file in the store: segments of letters, digits, dots, dashes and underscores between
 * slashes, made by us and never by a sender. No segment begins with a dot.
 */
public record ObjectKey(String value) {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

  public ObjectKey {
    if (value.length() > 512 || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a key of a stored file");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
