package dev.stagedoor.providers.sandbox.site;

/** How long a list may be. */
final class Limit {
  private static final int MOST = 1000;

  private Limit() {}

  static int of(int wanted) {
    if (wanted < 1 || wanted > MOST) {
      throw ControlRefusal.invalid("limit", "A limit is a number from 1 to 1000.");
    }
    return wanted;
  }
}
