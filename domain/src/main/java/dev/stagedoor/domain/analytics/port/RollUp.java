package dev.stagedoor.domain.analytics.port;

/** Adds facts to the sums that are shown. */
public interface RollUp {
  /**
   * Adds the oldest facts that no sum has yet, each once, whoever else does the same at the same
   * time. Needs an open unit of work.
   *
   * @param most how many at most
   * @return how many; fewer than asked for where no more are there
   */
  int next(int most);
}
