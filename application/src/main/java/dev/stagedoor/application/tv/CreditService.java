package dev.stagedoor.application.tv;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.CreditEntry;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Credits of resellers: moved by admins, whose acts are recorded, and told to their owners. */
@SuppressWarnings("DoNotCallSuggester")
public final class CreditService {
  /**
   * Gives an account credits. The same key gives them once.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code INVALID_VALUE}, {@code NOT_FOUND}
   */
  public MovedCredits add(
      Actor actor, UserId account, long amount, String description, Optional<String> key) {
    throw new UnsupportedOperationException();
  }

  /**
   * Takes credits back.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code INSUFFICIENT_CREDITS}
   */
  public MovedCredits deduct(
      Actor actor, UserId account, long amount, String description, Optional<String> key) {
    throw new UnsupportedOperationException();
  }

  /** Lists what moved the caller's credits, the newest first. For resellers. */
  public Page<CreditEntry> list(
      Actor actor, Optional<Instant> from, Optional<Instant> to, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /** Hands out the same one by one, however many there are. */
  public void export(
      Actor actor,
      Optional<Instant> from,
      Optional<Instant> to,
      Consumer<? super CreditEntry> each) {
    throw new UnsupportedOperationException();
  }
}
