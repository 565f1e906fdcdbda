package dev.stagedoor.domain.auth;

/** How far an account has come. */
public enum AccountStatus {
  /** The e-mail is reserved; the identity provider may or may not hold the identity yet. */
  REGISTERING,
  /** The identity exists and has no password until an invitation is accepted. */
  INVITED,
  ACTIVE,
  SUSPENDED
}
