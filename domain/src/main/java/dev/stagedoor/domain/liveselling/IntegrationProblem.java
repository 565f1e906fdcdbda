package dev.stagedoor.domain.liveselling;

import java.util.Locale;

/** Why an integration does not work. */
public enum IntegrationProblem {
  /** It is no key or token of this provider, or of a kind that may not act. */
  NOT_A_KEY,
  /** The provider does not know the key, token or leave any more. */
  REVOKED,
  /** The key or token is good and may not do what is needed. */
  NOT_PERMITTED,
  /** The site does not exist or is not one of this provider's. */
  WRONG_SITE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
