package dev.stagedoor.domain.analytics;

/**
 * So many of so many: exact, where a fraction would be rounded.
 *
 * @param whole nothing where there was nothing to be part of
 */
public record Share(long part, long whole) {
  public boolean isOfSomething() {
    return whole != 0;
  }
}
