package dev.stagedoor.domain.kernel;

/** Makes tokens that cannot be guessed: 256 random bits, safe in a URL. */
@FunctionalInterface
public interface Tokens {
  Secret next();
}
