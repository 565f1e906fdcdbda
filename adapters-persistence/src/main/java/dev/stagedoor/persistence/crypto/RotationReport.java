package dev.stagedoor.persistence.crypto;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rotation of keys did, and what it left.
 *
 * @param active the id of the key that values are encrypted with now
 * @param columns every encrypted column
 * @param stillNeeded how many values need each key that is not active, the unreadable ones
 *     included, as counted at the end: a server that still runs with the old key goes on writing
 *     with it. Nothing more needs a key with 0
 */
public record RotationReport(
    String active, List<OfColumn> columns, SortedMap<String, Long> stillNeeded) {
  public RotationReport {
    columns = List.copyOf(columns);
    stillNeeded = Collections.unmodifiableSortedMap(new TreeMap<>(stillNeeded));
  }

  /**
   * What a rotation did in one column.
   *
   * @param name table and column
   * @param reencrypted values that had another key and now have the active one
   * @param alreadyActive values that were read and had the active key
   * @param unreadable values that cannot be read and are as they were
   * @param stillNeeded how many values need each key that is not active, as counted at the end
   */
  public record OfColumn(
      String name,
      long reencrypted,
      long alreadyActive,
      long unreadable,
      SortedMap<String, Long> stillNeeded) {
    public OfColumn {
      stillNeeded = Collections.unmodifiableSortedMap(new TreeMap<>(stillNeeded));
    }
  }

  /** Tells whether every value can be read and needs no key but the active one. */
  public boolean isComplete() {
    return columns.stream().allMatch(column -> column.unreadable() == 0)
        && stillNeeded.values().stream().allMatch(values -> values == 0);
  }
}
