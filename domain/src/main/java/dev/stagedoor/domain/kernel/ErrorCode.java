package dev.stagedoor.domain.kernel;

/**
 * Names one business refusal. Implemented by one enum per package ({@code MemorialError}); the name
 * is public and stable, clients branch on it.
 */
public interface ErrorCode {
  /** Returns the public name, unique in the whole product, in upper case with underscores. */
  String name();

  /** Tells what kind of refusal this is; edges derive their status from it. */
  Refusal refusal();
}
