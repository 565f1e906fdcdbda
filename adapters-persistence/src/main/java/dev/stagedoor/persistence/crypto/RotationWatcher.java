package dev.stagedoor.persistence.crypto;

/** Is told how a rotation of keys goes on. What it throws ends the rotation there. */
public interface RotationWatcher {
  /** Hears, after each batch, how many values of a column have been looked at. */
  void advanced(String column, long values);

  /**
   * Hears of a value that cannot be read, and is left as it is.
   *
   * @param row the key of its row
   * @param why in words that hold nothing of the value
   */
  void unreadable(String column, String row, String why);
}
