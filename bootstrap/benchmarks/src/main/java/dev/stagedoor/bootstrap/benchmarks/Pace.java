package dev.stagedoor.bootstrap.benchmarks;

/**
 * How requests follow each other.
 *
 * @param connections how many there are at most
 * @param perSecond requests sent in a second whether those before are answered or not, 0 for each
 *     connection sending as soon as it has its answer
 */
record Pace(int connections, double perSecond) {
  static Pace closed(int connections) {
    return new Pace(connections, 0);
  }

  static Pace open(double perSecond, int connections) {
    return new Pace(connections, perSecond);
  }

  boolean isOpen() {
    return perSecond > 0;
  }
}
