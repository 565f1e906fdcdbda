package dev.stagedoor.persistence.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Turns rows into columns: many rows are handed to one statement as an array for each of them. */
public final class Columns {
  private Columns() {}

  /**
   * Returns what each of the rows has in one column, in their order.
   *
   * @param array makes the array: {@code UUID[]::new}
   */
  public static <E, T> T[] of(
      List<E> rows, Function<? super E, @Nullable T> value, IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  /** Returns the same of moments, as the driver takes them. */
  public static <E> OffsetDateTime[] times(List<E> rows, Function<? super E, Instant> value) {
    return of(rows, row -> value.apply(row).atOffset(ZoneOffset.UTC), OffsetDateTime[]::new);
  }
}
