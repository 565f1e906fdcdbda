package dev.stagedoor.persistence.crypto;

import java.util.List;

/**
 * A column that holds encrypted values.
 *
 * @param key the columns of the table's primary key, in its order
 */
record Column(String table, String name, List<String> key) {
  Column {
    key = List.copyOf(key);
  }

  Place at(List<?> row) {
    if (row.size() != key.size()) {
      throw new IllegalArgumentException("a row of " + table + " is known by " + key);
    }
    return new Place(toString(), row);
  }

  @Override
  public String toString() {
    return table + "." + name;
  }
}
