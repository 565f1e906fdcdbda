package dev.stagedoor.persistence.tx;

import static dev.stagedoor.domain.fixture.MemorialBuilder.aMemorial;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.contract.UnitOfWorkContract;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.port.MemorialRepository;
import dev.stagedoor.domain.messaging.Message;
import dev.stagedoor.domain.messaging.port.MessageRepository;
import dev.stagedoor.persistence.TestContext;
import dev.stagedoor.persistence.TestDatabase;
import dev.stagedoor.persistence.TestPersistence;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcUnitOfWorkTest implements UnitOfWorkContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public JdbcUnitOfWork work() {
    return (JdbcUnitOfWork) OPEN.ports().unitOfWork();
  }

  @Override
  public MessageRepository messages() {
    return OPEN.ports().messages();
  }

  /** Lets the database answer the next insertions of messages with an error. */
  private static void nextMessagesFail(int times, String sqlState) {
    OPEN.database()
        .run(
            """
            create sequence message_tries;
            create function fail_at_first() returns trigger language plpgsql as $$
            begin
              if nextval('message_tries') <= %d then
                raise exception 'on purpose' using errcode = '%s';
              end if;
              return new;
            end $$;
            create trigger fail_at_first before insert on messages
              for each row execute function fail_at_first();
            """
                .formatted(times, sqlState));
  }

  @AfterEach
  void letMessagesIn() {
    OPEN.database()
        .run(
            """
            drop trigger if exists fail_at_first on messages;
            drop function if exists fail_at_first;
            drop sequence if exists message_tries;
            """);
  }

  @Test
  void whatIsToBeWrittenBeforeTheCommitIsHandedOverTogetherAndInOrder() {
    List<List<String>> handed = new ArrayList<>();
    Consumer<List<String>> writer =
        things -> {
          assertThat(work().isOpen()).isTrue();
          handed.add(List.copyOf(things));
        };

    work()
        .run(
            () -> {
              work().beforeCommit(writer, "one");
              work().run(() -> work().beforeCommit(writer, "two"));
              work().beforeCommit(writer, "three");
              assertThat(handed).isEmpty();
            });

    assertThat(handed).containsExactly(List.of("one", "two", "three"));
  }

  @Test
  void whoeverLooksForWhatIsToBeWrittenHasItWrittenNow() {
    List<List<String>> handed = new ArrayList<>();
    Consumer<List<String>> writer = things -> handed.add(List.copyOf(things));

    work()
        .run(
            () -> {
              work().writeGathered(writer);
              work().beforeCommit(writer, "one");
              work().beforeCommit(writer, "two");
              work().writeGathered(writer);
              assertThat(handed).containsExactly(List.of("one", "two"));
              work().beforeCommit(writer, "three");
            });

    assertThat(handed).containsExactly(List.of("one", "two"), List.of("three"));
  }

  @Test
  void whatIsWrittenBeforeTheCommitIsPartOfTheWork() {
    Message kept = aMessage();
    Consumer<List<Message>> writer = things -> things.forEach(messages()::save);
    work().run(() -> work().beforeCommit(writer, kept));
    assertThat(isKept(kept)).isTrue();

    Message lost = aMessage();
    Message written = aMessage();
    assertThatThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          messages().save(lost);
                          work().beforeCommit(writer, written);
                          work().<String>beforeCommit(JdbcUnitOfWorkTest::refuse, "thing");
                        }))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(isKept(lost)).isFalse();
    assertThat(isKept(written)).isFalse();
  }

  private static void refuse(List<String> things) {
    throw new UnsupportedOperationException(things + ", on purpose");
  }

  @Test
  void workThatFailsOrOnlyReadsHasNothingWritten() {
    List<String> handed = new ArrayList<>();

    assertThatThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          work().beforeCommit(handed::addAll, "thing");
                          throw new UnsupportedOperationException("on purpose");
                        }))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(
            () ->
                work()
                    .read(
                        () -> {
                          work().beforeCommit(handed::addAll, "thing");
                          return "read";
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> work().beforeCommit(handed::addAll, "thing"))
        .isInstanceOf(IllegalStateException.class);

    assertThat(handed).isEmpty();
  }

  @Test
  void repeatedWorkHandsOverWhatItsLastTryGave() {
    nextMessagesFail(1, "40001");
    List<String> handed = new ArrayList<>();
    Consumer<List<String>> writer = handed::addAll;
    AtomicInteger runs = new AtomicInteger();

    work()
        .run(
            () -> {
              work().beforeCommit(writer, "try " + runs.incrementAndGet());
              messages().save(aMessage());
            });

    assertThat(handed).containsExactly("try 2");
  }

  @Test
  void aSerialisationFailureRepeatsTheWholeWork() {
    nextMessagesFail(2, "40001");
    Message message = aMessage();
    AtomicInteger runs = new AtomicInteger();

    work()
        .run(
            () -> {
              runs.incrementAndGet();
              messages().save(message);
            });

    assertThat(runs).hasValue(3);
    assertThat(isKept(message)).isTrue();
  }

  @Test
  void workIsGivenUpAfterThreeTries() {
    nextMessagesFail(3, "40001");
    Message message = aMessage();
    AtomicInteger runs = new AtomicInteger();

    assertThatThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          runs.incrementAndGet();
                          messages().save(message);
                        }))
        .hasStackTraceContaining("on purpose");

    assertThat(runs).hasValue(3);
    assertThat(isKept(message)).isFalse();
  }

  @Test
  void onlyTheOutermostWorkIsRepeated() {
    nextMessagesFail(1, "40P01");
    Message message = aMessage();
    AtomicInteger outer = new AtomicInteger();
    AtomicInteger inner = new AtomicInteger();

    work()
        .run(
            () -> {
              outer.incrementAndGet();
              work()
                  .run(
                      () -> {
                        inner.incrementAndGet();
                        messages().save(message);
                      });
            });

    assertThat(outer).hasValue(2);
    assertThat(inner).hasValue(2);
    assertThat(isKept(message)).isTrue();
  }

  @Test
  void anotherErrorIsNotRepeated() {
    nextMessagesFail(1, "23514");
    AtomicInteger runs = new AtomicInteger();

    assertThatThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          runs.incrementAndGet();
                          messages().save(aMessage());
                        }))
        .hasStackTraceContaining("on purpose");

    assertThat(runs).hasValue(1);
  }

  @Test
  void twoThatDeadlockBothGetTheirWorkDone() {
    MemorialRepository memorials = OPEN.ports().memorials();
    List<Memorial> both = List.of(aMemorial().build(), aMemorial().build());
    work().run(() -> both.forEach(memorials::add));
    CountDownLatch bothHoldOne = new CountDownLatch(2);
    AtomicInteger turn = new AtomicInteger();

    Race.of(
        2,
        () -> {
          int first = turn.getAndIncrement();
          work()
              .run(
                  () -> {
                    rename(memorials, both.get(first));
                    bothHoldOne.countDown();
                    await(bothHoldOne);
                    rename(memorials, both.get(1 - first));
                  });
          return true;
        });

    assertThat(both)
        .extracting(memorial -> work().read(() -> memorials.find(memorial.id())).orElseThrow())
        .extracting(Memorial::version)
        .containsExactly(3L, 3L);
  }

  @Test
  void aReadSeesOneStateOfTheDatabase() {
    MemorialRepository memorials = OPEN.ports().memorials();
    Memorial memorial = aMemorial().build();
    work().run(() -> memorials.add(memorial));

    long seen =
        work()
            .read(
                () -> {
                  long before = memorials.find(memorial.id()).orElseThrow().version();
                  Race.of(
                      1,
                      () -> {
                        work().run(() -> rename(memorials, memorial));
                        return true;
                      });
                  assertThat(memorials.find(memorial.id()).orElseThrow().version())
                      .isEqualTo(before);
                  return before;
                });

    assertThat(seen).isEqualTo(1);
    assertThat(work().read(() -> memorials.find(memorial.id())).orElseThrow().version())
        .isEqualTo(2);
  }

  @Test
  void whatFollowsACommitHappensOnceAndOutside() {
    AtomicInteger calls = new AtomicInteger();
    Runnable hook =
        () -> {
          assertThat(work().isOpen()).isFalse();
          calls.incrementAndGet();
        };

    work()
        .run(
            () -> {
              work().afterCommit(hook);
              work().run(() -> work().afterCommit(hook));
              assertThat(calls).hasValue(0);
            });

    assertThat(calls).hasValue(1);
  }

  @Test
  void nothingFollowsWhatWasNotCommitted() {
    nextMessagesFail(1, "40001");
    AtomicInteger calls = new AtomicInteger();

    assertThatThrownBy(
            () ->
                work()
                    .run(
                        () -> {
                          work().afterCommit(calls::incrementAndGet);
                          throw new UnsupportedOperationException("on purpose");
                        }))
        .isInstanceOf(UnsupportedOperationException.class);
    work()
        .run(
            () -> {
              work().afterCommit(calls::incrementAndGet);
              messages().save(aMessage());
            });

    assertThat(calls).as("once for the try that was committed").hasValue(1);
  }

  @Test
  void whoWaitsForALockKeepsNobodyWhoSharesACommit() {
    MemorialRepository memorials = OPEN.ports().memorials();
    Memorial locked = aMemorial().build();
    work().run(() -> memorials.add(locked));
    List<Message> free = List.of(aMessage(), aMessage(), aMessage());

    CompletableFuture<Void> waiting =
        work()
            .write(
                () -> {
                  rename(memorials, locked);
                  CompletableFuture<Void> blocked =
                      CompletableFuture.runAsync(
                          () ->
                              work()
                                  .writeShared(
                                      () -> {
                                        rename(memorials, locked);
                                        return true;
                                      }));
                  // While the lock is held, everybody else gets through.
                  free.forEach(
                      message ->
                          CompletableFuture.runAsync(
                                  () ->
                                      work()
                                          .writeShared(
                                              () -> {
                                                messages().save(message);
                                                return true;
                                              }))
                              .join());
                  assertThat(blocked).isNotDone();
                  return blocked;
                });
    waiting.join();

    assertThat(free).allMatch(this::isKept);
    assertThat(work().read(() -> memorials.find(locked.id())).orElseThrow().version()).isEqualTo(3);
  }

  @Test
  void whatBreaksOffIsNotDoneAgainUnlessItOnlyLooks() {
    try (ApplicationContext context = TestContext.start(OPEN.database(), TestDatabase.KEYS)) {
      JdbcUnitOfWork work = context.getBean(JdbcUnitOfWork.class);
      DSLContext sql = context.getBean(DSLContext.class);
      AtomicInteger writes = new AtomicInteger();
      AtomicInteger looks = new AtomicInteger();
      Function<String, String> written =
          work.together(
              all -> {
                breakOff(sql, writes);
                return all;
              });
      Function<String, String> looked =
          work.lookTogether(
              all -> {
                breakOff(sql, looks);
                return all;
              });

      assertThatThrownBy(() -> written.apply("a")).isInstanceOf(StoreUnavailable.class);
      assertThat(writes).hasValue(1);
      assertThat(looked.apply("a")).isEqualTo("a");
      assertThat(looks).hasValue(2);
      assertThat(written.apply("b")).isEqualTo("b");
    }
  }

  /** Loses the connection, the first time. */
  private static void breakOff(DSLContext sql, AtomicInteger tries) {
    if (tries.incrementAndGet() == 1) {
      var unused = sql.fetch("select pg_terminate_backend(pg_backend_pid())");
    }
  }

  @Test
  void aTransactionOfItsOwnIsRefusedInsideAUnitOfWork() {
    assertThatThrownBy(() -> work().run(() -> work().alone(() -> "done")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(work().alone(() -> "done")).isEqualTo("done");
  }

  @Test
  void aLookHasNoTransactionAroundItUnlessOneIsOpen() {
    try (ApplicationContext context = TestContext.start(OPEN.database(), TestDatabase.KEYS)) {
      JdbcUnitOfWork work = context.getBean(JdbcUnitOfWork.class);
      DSLContext sql = context.getBean(DSLContext.class);

      assertThat(work.look(() -> transactions(sql))).hasSize(2);
      assertThat(work.alone(() -> transactions(sql))).hasSize(1);
      assertThat(work.read(() -> work.look(() -> transactions(sql)))).hasSize(1);
      assertThatThrownBy(() -> work.run(() -> work.lookAlone(() -> transactions(sql))))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  /** Says by when they began in which transactions two statements run. */
  private static Set<Object> transactions(DSLContext sql) {
    Set<Object> begun = new HashSet<>();
    begun.add(sql.fetchValue("select now()"));
    begun.add(sql.fetchValue("select now()"));
    return begun;
  }

  private boolean isKept(Message message) {
    return work().write(() -> messages().lock(message.id())).isPresent();
  }

  private static void rename(MemorialRepository memorials, Memorial memorial) {
    Memorial locked = memorials.lock(memorial.id()).orElseThrow();
    locked.rename("Augusta Ada", NOW);
    memorials.save(locked);
  }

  private static void await(CountDownLatch latch) {
    try {
      // Whoever comes again after a deadlock finds the latch open.
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
