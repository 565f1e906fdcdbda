package dev.stagedoor.domain.auth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The one global role of an account. Everything else a person may do is a relation to a thing:
 * owner of a memorial, operator of a workspace, instructor of a course.
 */
public enum Role {
  USER,
  FUNERAL_DIRECTOR,
  TEACHER,
  RESELLER,
  ADMIN;

  /** Finds a role by its code, however it is written. */
  public static Optional<Role> find(String code) {
    String wanted = code.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(role -> role.code().equals(wanted)).findFirst();
  }

  /** Returns the name that stored rows use: {@code funeral_director}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
