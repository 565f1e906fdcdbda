package dev.stagedoor.persistence.crypto;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Where an encrypted value is kept: its column, and its row by its key. Made by {@link
 * EncryptedColumn} only, so that nothing is encrypted that key rotation does not know.
 */
public final class Place {
  private final String column;
  private final String row;

  /**
   * @throws IllegalArgumentException when a part of the key could be taken for two
   */
  Place(String column, List<?> key) {
    this.column = column;
    this.row = key.stream().map(Place::word).collect(Collectors.joining(":"));
  }

  private static String word(Object part) {
    String word = part.toString();
    if (word.indexOf(':') >= 0) {
      throw new IllegalArgumentException("the key of a row has a colon in it");
    }
    return word;
  }

  String row() {
    return row;
  }

  /** What a value is authenticated with; the form is that of all values there are. */
  String boundTo(String keyId) {
    return keyId + ":" + column + ":" + row;
  }

  @Override
  public String toString() {
    return column + " of " + row;
  }
}
