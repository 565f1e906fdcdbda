package dev.stagedoor.providers.localauth;

/**
 * What one password hash costs.
 *
 * @param memoryKib memory in KiB, taken from the heap while the hash is computed
 * @param iterations passes over that memory
 * @param parallelism lanes; computed one after another, so more of them are no faster here
 */
public record Argon2Cost(int memoryKib, int iterations, int parallelism) {
  /** OWASP's recommendation for a server: 19 MiB, 2 passes, 1 lane. */
  public static final Argon2Cost RECOMMENDED = new Argon2Cost(19_456, 2, 1);

  private static final int MAX_MEMORY_KIB = 1 << 20;
  private static final int MAX_ITERATIONS = 100;
  private static final int MAX_PARALLELISM = 16;
  // Memory times passes of the cheapest set that OWASP lists: 7 MiB, 5 passes.
  private static final int LEAST_MEMORY_KIB = 7_168;
  private static final int LEAST_WORK = LEAST_MEMORY_KIB * 5;

  public Argon2Cost {
    LocalAuthConfig.RULES.check(
        "hash-parallelism",
        parallelism >= 1 && parallelism <= MAX_PARALLELISM,
        "must be 1 to " + MAX_PARALLELISM + ", not " + parallelism);
    LocalAuthConfig.RULES.check(
        "hash-memory-kib",
        memoryKib >= 8 * parallelism && memoryKib <= MAX_MEMORY_KIB,
        "must be 8 for each lane to " + MAX_MEMORY_KIB + ", not " + memoryKib);
    LocalAuthConfig.RULES.check(
        "hash-iterations",
        iterations >= 1 && iterations <= MAX_ITERATIONS,
        "must be 1 to " + MAX_ITERATIONS + ", not " + iterations);
  }

  /** Tells whether a stolen hash is as hard to guess as OWASP asks for. */
  boolean isStrongEnough() {
    return memoryKib >= LEAST_MEMORY_KIB && (long) memoryKib * iterations >= LEAST_WORK;
  }
}
