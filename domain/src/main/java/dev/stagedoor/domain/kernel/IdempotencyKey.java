package dev.stagedoor.domain.kernel;

/** Makes a provider call repeatable: the same key asks for the same thing, done at most once. */
public record IdempotencyKey(String value) {
  public IdempotencyKey {
    if (value.isBlank() || value.length() > 255) {
      throw new IllegalArgumentException("an idempotency key has 1 to 255 characters");
    }
  }
}
