package dev.stagedoor.domain.auth;

/**
 * What tokens say about an account beside its subject. {@code role} is the name clients know:
 * {@code owner} for a family account, else the role's code.
 */
public record IdentityClaims(String role, boolean isAdmin) {
  public static IdentityClaims of(Role role) {
    return new IdentityClaims(role.code(), role == Role.ADMIN);
  }

  /** The claims of a family's account. */
  public static IdentityClaims family() {
    return new IdentityClaims("owner", false);
  }
}
