package dev.stagedoor.persistence.sql;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import io.micronaut.data.exceptions.OptimisticLockException;
import java.util.function.BooleanSupplier;

/** Saves an aggregate by its version: 0 was never stored, any other must be the stored one. */
public final class Versions {
  private Versions() {}

  /**
   * Inserts or updates, and returns the version that is stored now.
   *
   * @param insert inserts the row with version 1 unless it is there, and tells whether it did
   * @param update updates the row where its version is still the given one
   * @throws DomainException {@code STALE_VERSION} when it was changed meanwhile
   */
  public static long save(long version, BooleanSupplier insert, Runnable update) {
    if (version == 0) {
      if (!insert.getAsBoolean()) {
        throw new DomainException(CommonError.STALE_VERSION);
      }
      return 1;
    }
    try {
      update.run();
      return version + 1;
    } catch (OptimisticLockException e) {
      throw new DomainException(CommonError.STALE_VERSION);
    }
  }

  /**
   * Refuses when a statement that writes one row, by its version, wrote none.
   *
   * @throws DomainException {@code STALE_VERSION}
   */
  public static void mustChange(int rows) {
    mustChange(1, rows);
  }

  /**
   * Refuses when a statement that writes many rows, each by its version, left one out.
   *
   * @throws DomainException {@code STALE_VERSION}
   */
  public static void mustChange(int expected, int rows) {
    if (rows < expected) {
      throw new DomainException(CommonError.STALE_VERSION);
    }
  }
}
