package dev.stagedoor.domain.auth;

/** What came of exchanging a session's token for the next one. */
public sealed interface Rotation {
  <R> R match(Cases<R> cases);

  /** One branch for each outcome. */
  interface Cases<R> {
    R rotated(Rotated rotated);

    R reused(Reused reused);

    R unknown(Unknown unknown);
  }

  /** The token was current and is now used up. */
  record Rotated(LocalSession session) implements Rotation {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.rotated(this);
    }
  }

  /** The token had been used before; the session is revoked with this answer. */
  record Reused(SessionId session) implements Rotation {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.reused(this);
    }
  }

  /** No such token, or its session is over. */
  record Unknown() implements Rotation {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.unknown(this);
    }
  }
}
