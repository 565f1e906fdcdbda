package dev.stagedoor.domain.kernel;

import java.util.UUID;

/** Makes new ids. Time-ordered in production, so that rows are inserted in order. */
@FunctionalInterface
public interface Ids {
  /** Returns an id never returned before. */
  UUID next();
}
