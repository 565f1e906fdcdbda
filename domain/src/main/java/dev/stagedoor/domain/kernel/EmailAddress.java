package dev.stagedoor.domain.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/** Holds an e-mail address in the one form it is compared in: trimmed and lower case. */
public record EmailAddress(String value) {
  private static final Pattern FORM =
      Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\".]+(\\.[^\\s@<>,;\".]+)*");

  public EmailAddress {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (value.length() > 254 || !FORM.matcher(value).matches()) {
      throw DomainException.invalid("email", "email");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
