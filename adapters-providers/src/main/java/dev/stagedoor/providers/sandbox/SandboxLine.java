package dev.stagedoor.providers.sandbox;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The line between the product and the sandbox's far side. It can be cut, and it can lose an answer
 * after the far side has done its work, as the lines to real providers do.
 */
public final class SandboxLine {
  /** The name of every sandbox provider. */
  public static final ProviderId ID = new ProviderId("sandbox");

  private final AtomicBoolean down = new AtomicBoolean();
  private final AtomicBoolean losesNextAnswer = new AtomicBoolean();
  private volatile @Nullable Supplier<RuntimeException> fault;

  /** The far side did what it was asked, and nobody heard. */
  public static final class AnswerLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private AnswerLost() {
      super("the answer was lost");
    }
  }

  /** Makes the far side unreachable, or reachable again. */
  public void setDown(boolean isDown) {
    down.set(isDown);
  }

  /** Lets the next thing that is asked be done, and its answer get lost. */
  public void loseNextAnswer() {
    losesNextAnswer.set(true);
  }

  /** Makes the far side refuse all it is asked, until {@link #mend}. */
  public void refuse(ProviderException.Kind kind, Optional<Duration> retryAfter) {
    fault =
        () -> new ProviderException(ID, kind, "the sandbox refuses", retryAfter.orElse(null), null);
  }

  /** Makes the far side do nothing and answer nothing, until {@link #mend}. */
  public void swallow() {
    fault = AnswerLost::new;
  }

  /** Ends what {@link #refuse}, {@link #swallow} and the other faults began. */
  public void mend() {
    fault = null;
    down.set(false);
    losesNextAnswer.set(false);
  }

  /**
   * Asks the far side, where a lost answer is no outcome.
   *
   * @throws ProviderException as {@link #ask}, and {@code UNREADABLE} when the answer was lost
   */
  public <T> T tell(Supplier<T> farSide) {
    try {
      return ask(farSide);
    } catch (AnswerLost lost) {
      throw new ProviderException(
          ID, ProviderException.Kind.UNREADABLE, "the answer was lost", null, lost);
    }
  }

  /**
   * Asks the far side.
   *
   * @throws ProviderException {@code UNAVAILABLE} when the line is cut, or what it refuses with
   * @throws AnswerLost when the far side has acted and its answer did not come
   */
  public <T> T ask(Supplier<T> farSide) {
    if (down.get()) {
      throw new ProviderException(
          ID, ProviderException.Kind.UNAVAILABLE, "the sandbox is unreachable");
    }
    Supplier<RuntimeException> broken = fault;
    if (broken != null) {
      throw broken.get();
    }
    T answer = farSide.get();
    if (losesNextAnswer.compareAndSet(true, false)) {
      throw new AnswerLost();
    }
    return answer;
  }
}
