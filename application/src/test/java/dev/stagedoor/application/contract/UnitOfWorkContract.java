package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.fixture.Samples.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.messaging.Message;
import dev.stagedoor.domain.messaging.MessageId;
import dev.stagedoor.domain.messaging.port.MessageRepository;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
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
  default void whatFailsAfterTheCommitTakesNothingBackAndIsNotDoneAgain() {
    Message kept = aMessage();
    AtomicInteger done = new AtomicInteger();
    AtomicInteger called = new AtomicInteger();

    int result =
        work()
            .writeShared(
                () -> {
                  messages().save(kept);
                  work()
                      .afterCommit(
                          () -> {
                            throw new UnsupportedOperationException("on purpose");
                          });
                  work().afterCommit(called::incrementAndGet);
                  return done.incrementAndGet();
                });

    assertThat(result).isEqualTo(1);
    assertThat(done).hasValue(1);
    assertThat(called).hasValue(1);
    assertThat(isKept(kept)).isTrue();
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

  @Test
  default void workThatSharesItsCommitFailsByItself() {
    UnsupportedOperationException failure = new UnsupportedOperationException("on purpose");
    AtomicInteger turns = new AtomicInteger();

    List<Boolean> kept =
        Race.of(
            16,
            () -> {
              Message message = aMessage();
              boolean fails = turns.getAndIncrement() % 4 == 0;
              Supplier<Message> work =
                  () -> {
                    messages().save(message);
                    if (fails) {
                      throw failure;
                    }
                    return message;
                  };
              if (fails) {
                assertThatThrownBy(() -> work().writeShared(work)).isSameAs(failure);
                return isKept(message);
              }
              assertThat(work().writeShared(work)).isSameAs(message);
              return isKept(message);
            });

    assertThat(kept).filteredOn(one -> one).hasSize(12);
  }

  @Test
  default void whatFollowsASharedCommitHappensOnceForEach() {
    AtomicInteger called = new AtomicInteger();

    List<Integer> unused =
        Race.of(
            16,
            () -> {
              Message message = aMessage();
              return work()
                  .writeShared(
                      () -> {
                        messages().save(message);
                        // Each is another hook: what is given twice is called once.
                        work().afterCommit(new CountingHook(called));
                        return 1;
                      });
            });

    assertThat(called).hasValue(16);
  }

  /** A hook that is like no other. */
  final class CountingHook implements Runnable {
    private final AtomicInteger count;

    CountingHook(AtomicInteger count) {
      this.count = count;
    }

    @Override
    public void run() {
      count.incrementAndGet();
    }
  }

  @Test
  default void sharedWorkInsideOtherWorkIsCommittedWithIt() {
    Message inner = aMessage();

    assertThatThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          Message unused =
                              work()
                                  .writeShared(
                                      () -> {
                                        messages().save(inner);
                                        return inner;
                                      });
                          throw new UnsupportedOperationException("on purpose");
                        }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(isKept(inner)).isFalse();
  }

  @Test
  default void whatIsWrittenTogetherIsKeptForEachAndOneThatFailsFailsAlone() {
    IllegalArgumentException failure = new IllegalArgumentException("on purpose");
    Message broken = aMessage();
    Function<Message, MessageId> kept =
        work()
            .together(
                all -> {
                  if (all.contains(broken)) {
                    throw failure;
                  }
                  all.forEach(messages()::save);
                  return all.stream().map(Message::id).toList();
                });
    AtomicInteger turn = new AtomicInteger();

    List<Boolean> good =
        Race.of(
            24,
            () -> {
              if (turn.getAndIncrement() % 6 == 0) {
                assertThatThrownBy(() -> kept.apply(broken)).isSameAs(failure);
                return isKept(broken);
              }
              Message message = aMessage();
              assertThat(kept.apply(message)).isEqualTo(message.id());
              return isKept(message);
            });

    assertThat(good).filteredOn(one -> one).hasSize(20);
  }

  @Test
  default void whatIsWrittenTogetherInsideOtherWorkIsCommittedWithIt() {
    Message inner = aMessage();
    Function<Message, MessageId> kept =
        work()
            .together(
                all -> {
                  all.forEach(messages()::save);
                  return all.stream().map(Message::id).toList();
                });

    assertThatThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          MessageId unused = kept.apply(inner);
                          throw new UnsupportedOperationException("on purpose");
                        }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(isKept(inner)).isFalse();
  }

  @Test
  default void aLookIsOpenAndWritesNothing() {
    assertThat(work().<Boolean>look(() -> work().isOpen())).isTrue();
    assertThatThrownBy(() -> work().look(() -> work().write(() -> "joined")))
        .isInstanceOf(IllegalStateException.class);
  }

  private boolean isKept(Message message) {
    return work().write(() -> messages().lock(message.id())).isPresent();
  }
}
