package dev.stagedoor.domain.auth;

import java.util.Locale;

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

  /** Returns the name that stored rows use: {@code funeral_director}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
