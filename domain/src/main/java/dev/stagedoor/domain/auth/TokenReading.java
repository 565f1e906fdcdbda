package dev.stagedoor.domain.auth;

/** What came of checking a token or cookie. */
public sealed interface TokenReading {
  <R> R match(Cases<R> cases);

  /** One branch for each outcome. */
  interface Cases<R> {
    R valid(Valid valid);

    R invalid(Invalid invalid);
  }

  /** The proof is good and not revoked. */
  record Valid(VerifiedIdentity identity) implements TokenReading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.valid(this);
    }
  }

  /** Forged, altered, over its time, revoked, or no token at all; why is for the log only. */
  record Invalid(String why) implements TokenReading {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.invalid(this);
    }
  }
}
