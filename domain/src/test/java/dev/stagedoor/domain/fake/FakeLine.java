package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderId;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The line to a far side in memory; it fails as it is told. */
final class FakeLine {
  private final ProviderId provider;
  private @Nullable FarSideFailure failure;
  private int answersUntilOneIsLost = -1;

  /** The far side may have acted, and nobody heard. */
  static final class LostAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  FakeLine(ProviderId provider) {
    this.provider = provider;
  }

  void fail(FarSideFailure how) {
    failure = how;
  }

  void recover() {
    failure = null;
    answersUntilOneIsLost = -1;
  }

  void loseAnswerAfter(int answers) {
    answersUntilOneIsLost = answers;
  }

  /**
   * Asks the far side.
   *
   * @throws LostAnswer when no answer came
   */
  <T> T ask(Supplier<T> farSide) {
    if (failure != null) {
      throw thrown(failure);
    }
    T answer = farSide.get();
    if (answersUntilOneIsLost >= 0 && answersUntilOneIsLost-- == 0) {
      throw new LostAnswer();
    }
    return answer;
  }

  private RuntimeException thrown(FarSideFailure how) {
    if (how.effect() == FarSideFailure.Effect.MAYBE_DONE) {
      return new LostAnswer();
    }
    return new ProviderException(
        provider,
        how.kinds().iterator().next(),
        how.name(),
        how == FarSideFailure.THROTTLED ? Duration.ofSeconds(7) : null,
        null);
  }

  /** Asks where a lost answer is thrown, too. */
  <T> T tell(Supplier<T> farSide) {
    try {
      return ask(farSide);
    } catch (LostAnswer lost) {
      throw new ProviderException(provider, Kind.UNREADABLE, "the answer was lost");
    }
  }

  ProviderException rejected(String what) {
    return new ProviderException(provider, Kind.REJECTED, what);
  }

  ProviderException unauthorised() {
    return new ProviderException(provider, Kind.UNAUTHORISED, "no leave");
  }
}
