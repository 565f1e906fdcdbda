package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.fixture.Samples.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.messaging.Message;
import dev.stagedoor.domain.messaging.port.MessageRepository;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every unit of work must do, seen at what it does to messages. */
public interface UnitOfWorkContract {
  UnitOfWork work();

  /** A repository under the same units of work. */
  MessageRepository messages();

  @Test
  default void whatWasWrittenIsThereAfterwards() {
    Message message = aMessage();

    assertThat(
            work()
                .write(
                    () -> {
                      messages().save(message);
                      return "done";
                    }))
        .isEqualTo("done");
    assertThat(isKept(message)).isTrue();

    Message another = aMessage();
    work().run(() -> messages().save(another));
    assertThat(isKept(another)).isTrue();
  }

  @Test
  default void whoeverReadsGetsTheResult() {
    assertThat(work().<String>read(() -> "read")).isEqualTo("read");
  }

  @Test
  default void whatIsToHappenAfterTheCommitHappensOnceAndNotBefore() {
    AtomicInteger called = new AtomicInteger();

    work()
        .run(
            () -> {
              work().run(() -> work().afterCommit(called::incrementAndGet));
              assertThat(called).hasValue(0);
            });

    assertThat(called).hasValue(1);
    work().run(() -> messages().save(aMessage()));
    assertThat(called).hasValue(1);
  }

  @Test
  default void whatIsToHappenAfterTheCommitDoesNotHappenWithoutOne() {
    AtomicInteger called = new AtomicInteger();

    assertThatThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          work().afterCommit(called::incrementAndGet);
                          throw new UnsupportedOperationException("on purpose");
                        }))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> work().afterCommit(called::incrementAndGet))
        .isInstanceOf(IllegalStateException.class);
    work().run(() -> messages().save(aMessage()));

    assertThat(called).hasValue(0);
  }

  @Test
  default void workThatFailsLeavesNothingAndTellsWhy() {
    Message one = aMessage();
    Message another = aMessage();
    UnsupportedOperationException failure = new UnsupportedOperationException("on purpose");

    assertThatThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          messages().save(one);
                          messages().save(another);
                          throw failure;
                        }))
        .isSameAs(failure);

    assertThat(isKept(one)).isFalse();
    assertThat(isKept(another)).isFalse();
  }

  @Test
  default void anErrorLeavesNothingEither() {
    Message message = aMessage();

    assertThatThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          messages().save(message);
                          throw new AssertionError("on purpose");
                        }))
        .isInstanceOf(AssertionError.class);

    assertThat(isKept(message)).isFalse();
  }

  @Test
  default void workInsideOtherWorkIsCommittedWithIt() {
    Message inner = aMessage();
    Message outer = aMessage();
    work()
        .run(
            () -> {
              work().run(() -> messages().save(inner));
              assertThat(work().read(() -> messages().lock(inner.id()))).isPresent();
              messages().save(outer);
            });

    assertThat(isKept(inner)).isTrue();
    assertThat(isKept(outer)).isTrue();
  }

  @Test
  default void workInsideOtherWorkFailsWithIt() {
    Message inner = aMessage();

    assertThatThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          work().run(() -> messages().save(inner));
                          throw new UnsupportedOperationException("on purpose");
                        }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(isKept(inner)).isFalse();
  }

  @Test
  default void nothingIsCommittedWhenWorkInsideFailedEvenIfThatWasSwallowed() {
    Message inner = aMessage();
    Message outer = aMessage();

    assertThatThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          messages().save(outer);
                          try {
                            work()
                                .run(
                                    () -> {
                                      messages().save(inner);
                                      throw new UnsupportedOperationException("on purpose");
                                    });
                          } catch (UnsupportedOperationException swallowed) {
                            assertThat(work().isOpen()).isTrue();
                          }
                        }))
        .isInstanceOf(RuntimeException.class);

    assertThat(isKept(inner)).isFalse();
    assertThat(isKept(outer)).isFalse();
  }

  @Test
  default void workThatOnlyReadsCannotWrite() {
    Message message = aMessage();

    assertThatThrownBy(() -> work().read(() -> work().write(() -> "joined")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () ->
                work()
                    .read(
                        () -> {
                          messages().save(message);
                          return "saved";
                        }))
        .isInstanceOf(RuntimeException.class);

    assertThat(isKept(message)).isFalse();
  }

  @Test
  default void isOpenOnlyInside() {
    assertThat(work().isOpen()).isFalse();
    assertThat(work().<Boolean>read(() -> work().isOpen())).isTrue();
    assertThat(work().<Boolean>write(() -> work().isOpen())).isTrue();
    assertThatThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          throw new UnsupportedOperationException("on purpose");
                        }))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(work().isOpen()).isFalse();
  }

  @Test
  default void isOpenOnlyForTheThreadThatOpenedIt() {
    boolean elsewhere =
        work().write(() -> CompletableFuture.supplyAsync(() -> work().isOpen()).join());

    assertThat(elsewhere).isFalse();
  }

  @Test
  default void threadsThatWriteAtOnceAllGetTheirWorkDone() {
    assertThat(
            Race.of(
                4,
                () -> {
                  Message message = aMessage();
                  work().run(() -> messages().save(message));
                  return isKept(message);
                }))
        .containsOnly(true);
  }

  private boolean isKept(Message message) {
    return work().write(() -> messages().lock(message.id())).isPresent();
  }
}
