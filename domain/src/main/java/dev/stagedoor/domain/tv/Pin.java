package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;
import java.util.regex.Pattern;

/** Four to eight digits that open a profile. */
public record Pin(Secret digits) {
  private static final Pattern FORM = Pattern.compile("[0-9]{4,8}");

  /**
   * Reads a PIN.
   *
   * @throws DomainException {@code INVALID_VALUE} where it is none
   */
  public static Pin parse(Secret text) {
    if (!FORM.matcher(text.reveal()).matches()) {
      throw DomainException.invalid("parentalPin", "pin");
    }
    return new Pin(text);
  }
}
