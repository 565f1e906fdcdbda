package dev.stagedoor.application.port;

import dev.stagedoor.domain.kernel.DomainException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What came of one thing that was done in one unit of work with others: its result, or why it was
 * refused. Thrown inside, a refusal would undo what the others did; so it is {@linkplain #orThrow
 * told} once that work is over, and whoever refuses does so before it writes anything.
 */
public final class Answer<T> {
  private final Optional<T> result;
  private final Optional<DomainException> refusal;

  private Answer(Optional<T> result, Optional<DomainException> refusal) {
    this.result = result;
    this.refusal = refusal;
  }

  public static <T> Answer<T> of(T result) {
    return new Answer<>(Optional.of(result), Optional.empty());
  }

  public static <T> Answer<T> refused(DomainException why) {
    return new Answer<>(Optional.empty(), Optional.of(why));
  }

  /** Does something, and keeps why it is refused where it is. */
  public static <T> Answer<T> to(Supplier<T> work) {
    try {
      return of(work.get());
    } catch (DomainException why) {
      return refused(why);
    }
  }

  /**
   * Returns the result.
   *
   * @throws DomainException where it was refused
   */
  public T orThrow() {
    refusal.ifPresent(
        why -> {
          throw why;
        });
    return result.orElseThrow();
  }
}
