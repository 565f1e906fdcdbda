package dev.stagedoor.providers.sandbox;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The line between the product and the sandbox's far side. It can be cut, and it can lose an answer
 * after the far side has done its work, as the lines to real providers do.
 */
public final class SandboxLine {
  /** The name of every sandbox provider. */
  public static final ProviderId PROVIDER = new ProviderId("sandbox");

  private final AtomicBoolean down = new AtomicBoolean();
  private final AtomicBoolean losesNextAnswer = new AtomicBoolean();

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

  /**
   * Asks the far side.
   *
   * @throws ProviderException {@code UNAVAILABLE} when the line is cut
   * @throws AnswerLost when the far side has acted and its answer did not come
   */
  public <T> T ask(Supplier<T> farSide) {
    if (down.get()) {
      throw new ProviderException(
          PROVIDER, ProviderException.Kind.UNAVAILABLE, "the sandbox is unreachable");
    }
    T answer = farSide.get();
    if (losesNextAnswer.compareAndSet(true, false)) {
      throw new AnswerLost();
    }
    return answer;
  }
}
