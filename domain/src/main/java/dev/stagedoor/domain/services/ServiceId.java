package dev.stagedoor.domain.services;

import java.util.regex.Pattern;

/** Names a service of the same house, as in {@code payment-service}. */
public record ServiceId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,62}");

  public ServiceId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the id of a service: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
