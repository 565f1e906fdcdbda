package dev.stagedoor.domain.tv;

/** What came of fetching a playlist. */
public sealed interface FetchOutcome {
  <R> R match(Cases<R> cases);

  /** One branch for each outcome. */
  interface Cases<R> {
    R fetched(Fetched fetched);

    R failed(Failed failed);
  }

  /** All of it was handed over. */
  record Fetched(int channels) implements FetchOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.fetched(this);
    }
  }

  /**
   * Nothing of it counts, not even what was handed over.
   *
   * @param detail for the log; never an address, name or password
   */
  record Failed(PlaylistProblem problem, String detail) implements FetchOutcome {
    @Override
    public <R> R match(Cases<R> cases) {
      return cases.failed(this);
    }
  }
}
