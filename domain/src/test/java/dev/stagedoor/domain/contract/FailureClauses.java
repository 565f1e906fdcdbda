package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stagedoor.domain.kernel.ProviderException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The clauses about failing that the contracts of all providers share. */
public final class FailureClauses {
  private FailureClauses() {}

  /** Every failure of a call that throws is told by its kind, and the call works again after. */
  public static void eachIsThrown(FailingFarSide world, Runnable call) {
    each(
        world,
        call,
        failure -> {
          Throwable thrown = catchThrowable(call::run);
          assertThat(thrown).as(failure.name()).isInstanceOf(ProviderException.class);
          check(failure, (ProviderException) thrown);
        });
  }

  /**
   * Every failure of a call that has an outcome for a lost answer: what surely was not done is
   * thrown, what may have been done is that outcome.
   */
  public static <T> void eachIsThrownOrUnknown(
      FailingFarSide world, Supplier<T> call, Predicate<T> isUnknown) {
    each(
        world,
        call::get,
        failure -> {
          AtomicReference<T> outcome = new AtomicReference<>();
          Throwable thrown = catchThrowable(() -> outcome.set(call.get()));
          if (failure.effect() == FarSideFailure.Effect.MAYBE_DONE) {
            assertThat(thrown).as(failure.name()).isNull();
            assertThat(isUnknown.test(outcome.get())).as("%s is Unknown", failure).isTrue();
          } else {
            assertThat(thrown).as(failure.name()).isInstanceOf(ProviderException.class);
            check(failure, (ProviderException) thrown);
          }
        });
  }

  /**
   * Every failure of a call that asks before it acts: as {@link #eachIsThrownOrUnknown}, but what
   * got lost while asking was surely not done, and may be thrown as {@code UNAVAILABLE}. {@code
   * notDone} checks that then nothing was.
   */
  public static <T> void eachIsThrownOrUnknownAfterAsking(
      FailingFarSide world, Supplier<T> call, Predicate<T> isUnknown, Runnable notDone) {
    each(
        world,
        call::get,
        failure -> {
          AtomicReference<T> outcome = new AtomicReference<>();
          Throwable thrown = catchThrowable(() -> outcome.set(call.get()));
          if (thrown == null) {
            assertThat(failure.effect())
                .as(failure.name())
                .isEqualTo(FarSideFailure.Effect.MAYBE_DONE);
            assertThat(isUnknown.test(outcome.get())).as("%s is Unknown", failure).isTrue();
            return;
          }
          assertThat(thrown).as(failure.name()).isInstanceOf(ProviderException.class);
          ProviderException problem = (ProviderException) thrown;
          if (failure.effect() == FarSideFailure.Effect.MAYBE_DONE) {
            assertThat(problem.kind())
                .as(failure.name())
                .isEqualTo(ProviderException.Kind.UNAVAILABLE);
            notDone.run();
          } else {
            check(failure, problem);
          }
        });
  }

  /** Every failure of a call that never throws satisfies {@code fails}. */
  public static <T> void eachIsAnOutcome(
      FailingFarSide world, Supplier<T> call, Predicate<T> fails) {
    eachIsAnOutcome(world, call, (failure, outcome) -> fails.test(outcome));
  }

  /** Every failure of a call that never throws has an outcome that tells of it rightly. */
  public static <T> void eachIsAnOutcome(
      FailingFarSide world, Supplier<T> call, BiPredicate<FarSideFailure, T> tells) {
    each(
        world,
        call::get,
        failure -> {
          T outcome = call.get();
          assertThat(tells.test(failure, outcome)).as("%s is %s", failure, outcome).isTrue();
        });
  }

  private static void each(FailingFarSide world, Runnable call, Consumer<FarSideFailure> clause) {
    for (FarSideFailure failure : FarSideFailure.values()) {
      world.fail(failure);
      clause.accept(failure);
      world.recover();
      assertThat(catchThrowable(call::run)).as("after %s", failure).isNull();
    }
  }

  private static void check(FarSideFailure failure, ProviderException thrown) {
    assertThat(thrown.kind()).as(failure.name()).isIn(failure.kinds());
    if (failure == FarSideFailure.THROTTLED) {
      assertThat(thrown.retryAfter()).as(failure.name()).contains(Duration.ofSeconds(7));
    }
  }
}
