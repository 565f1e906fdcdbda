package dev.stagedoor.domain.auth;

/** What came of a sign-in or of renewing one. */
public sealed interface SignInOutcome {
  <R> R match(Cases<R> cases);

  /** One branch for each outcome. */
  interface Cases<R> {
    R signedIn(SignedIn signedIn);

    R refused(Refused refused);

    R reused(Reused reused);
  }

  /** The person is who they say. */
  record SignedIn(SignedInTokens tokens) implements SignInOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.signedIn(this);
    }
  }

  /** Unknown e-mail, wrong password, unknown or expired refresh token: not told apart. */
  record Refused() implements SignInOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.refused(this);
    }
  }

  /** A refresh token came a second time: its whole family is now revoked. */
  record Reused(SessionId session) implements SignInOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.reused(this);
    }
  }
}
