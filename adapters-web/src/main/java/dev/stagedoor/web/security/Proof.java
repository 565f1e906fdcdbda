package dev.stagedoor.web.security;

import dev.stagedoor.domain.kernel.Secret;

/** What a request carried to prove who sends it. */
public record Proof(Kind kind, Secret secret) {
  /** Where it was carried. A browser sends cookies by itself, so they need more care. */
  public enum Kind {
    BEARER,
    COOKIE
  }
}
