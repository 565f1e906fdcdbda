package dev.stagedoor.domain.auth;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Secret;

/** Says which passwords are taken: 8 to 128 characters, any characters (NIST SP 800-63B). */
public final class PasswordPolicy {
  public static final int MIN_LENGTH = 8;
  public static final int MAX_LENGTH = 128;

  private PasswordPolicy() {}

  /** Refuses a password that is too short or too long, naming the field. */
  public static Secret check(Secret password) {
    int length = password.reveal().codePointCount(0, password.reveal().length());
    if (length < MIN_LENGTH || length > MAX_LENGTH) {
      throw DomainException.invalid("password", "password");
    }
    return password;
  }
}
