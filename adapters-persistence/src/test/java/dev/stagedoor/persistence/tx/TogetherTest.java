package dev.stagedoor.persistence.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.port.StoreUnavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TogetherTest {
  private static final String BROKEN = "broken";
  private static final String LOST = "lost";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<List<String>> commits = Collections.synchronizedList(new ArrayList<>());
  private final List<String> alone = Collections.synchronizedList(new ArrayList<>());
  private final List<String> done = new ArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final Together<Work, String> together = new Together<>(this::commit, Work::alone);

  /** What is asked for, and what it does by itself. */
  private record Work(Supplier<String> shared, Supplier<String> byItself) {
    String alone() {
      return byItself.get();
    }
  }

  @AfterEach
  void stop() {
    gate.countDown();
    threads.shutdownNow();
  }

  private List<String> commit(List<Work> works) {
    done.clear();
    List<String> results = works.stream().map(work -> work.shared().get()).toList();
    commits.add(List.copyOf(done));
    return results;
  }

  private String ask(Supplier<String> shared, Supplier<String> byItself) {
    return together.ask(new Work(shared, byItself));
  }

  private CompletableFuture<String> write(String name) {
    return CompletableFuture.supplyAsync(
        () ->
            ask(
                () -> {
                  if (name.startsWith(BROKEN)) {
                    throw new IllegalStateException(name);
                  }
                  if (name.equals(LOST)) {
                    throw new StoreUnavailable(new IllegalStateException(name));
                  }
                  done.add(name);
                  return name;
                },
                () -> {
                  alone.add(name);
                  if (name.startsWith(BROKEN)) {
                    throw new IllegalStateException(name);
                  }
                  return name + " alone";
                }),
        threads);
  }

  /** Keeps a leader at work until the gate opens. */
  private CompletableFuture<String> busy() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<String> leader =
        CompletableFuture.supplyAsync(
            () ->
                ask(
                    () -> {
                      begun.countDown();
                      done.add("leader");
                      join(gate);
                      return "leader";
                    },
                    () -> "leader alone"),
            threads);
    begun.await();
    return leader;
  }

  private static void join(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void gather(int count) {
    while (together.waiting() < count) {
      Thread.onSpinWait();
    }
  }

  private List<CompletableFuture<String>> writeInOrder(String... names) {
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (String name : names) {
      all.add(write(name));
      gather(all.size());
    }
    return all;
  }

  @Test
  void whoComesAloneIsCommittedAlone() {
    assertThat(write("one").join()).isEqualTo("one");
    assertThat(write("two").join()).isEqualTo("two");

    assertThat(commits).containsExactly(List.of("one"), List.of("two"));
    assertThat(alone).isEmpty();
  }

  @Test
  void whoComesWhileOthersAreCommittedSharesTheNextCommitInOrder() throws Exception {
    CompletableFuture<String> leader = busy();
    List<CompletableFuture<String>> behind = writeInOrder("a", "b", "c");
    assertThat(behind).noneMatch(CompletableFuture::isDone);
    gate.countDown();

    assertThat(leader.join()).isEqualTo("leader");
    assertThat(behind).extracting(CompletableFuture::join).containsExactly("a", "b", "c");
    assertThat(commits).containsExactly(List.of("leader"), List.of("a", "b", "c"));
    assertThat(alone).isEmpty();
  }

  @Test
  void whereOneFailsEachIsDoneByItself() throws Exception {
    CompletableFuture<String> leader = busy();
    List<CompletableFuture<String>> behind = writeInOrder("a", BROKEN, "c");
    gate.countDown();

    assertThat(leader.join()).isEqualTo("leader");
    assertThat(behind.get(0).join()).isEqualTo("a alone");
    assertThatThrownBy(behind.get(1)::join).hasRootCauseMessage(BROKEN);
    assertThat(behind.get(2).join()).isEqualTo("c alone");
    assertThat(commits).containsExactly(List.of("leader"));
    assertThat(alone).containsExactlyInAnyOrder("a", BROKEN, "c");
    assertThat(write("next").join()).isEqualTo("next");
  }

  @Test
  void whereNobodyKnowsWhetherItWasDoneAllAreToldAndNothingIsDoneAgain() throws Exception {
    CompletableFuture<String> leader = busy();
    List<CompletableFuture<String>> behind = writeInOrder("a", LOST, "c");
    gate.countDown();

    assertThat(leader.join()).isEqualTo("leader");
    assertThat(behind)
        .allSatisfy(
            one -> assertThatThrownBy(one::join).hasCauseInstanceOf(StoreUnavailable.class));
    assertThat(alone).isEmpty();
    assertThat(write("next").join()).isEqualTo("next");
  }

  @Test
  void aCommitIsSharedBySixtyFourAtMost() throws Exception {
    CompletableFuture<String> leader = busy();
    List<CompletableFuture<String>> behind =
        writeInOrder(IntStream.range(0, 130).mapToObj(Integer::toString).toArray(String[]::new));
    gate.countDown();

    assertThat(leader.join()).isEqualTo("leader");
    behind.forEach(CompletableFuture::join);
    assertThat(commits).extracting(List::size).containsExactly(1, 64, 64, 2);
    assertThat(alone).isEmpty();
  }

  @Test
  void anErrorReachesWhoeverLeadsAndStopsNobodyElse() throws Exception {
    CompletableFuture<String> leader = busy();
    CompletableFuture<String> dying =
        CompletableFuture.supplyAsync(
            () ->
                ask(
                    () -> {
                      throw new AssertionError("on purpose");
                    },
                    () -> "not reached"),
            threads);
    gather(1);
    CompletableFuture<String> another = write("another");
    gather(2);
    gate.countDown();

    assertThat(leader.join()).isEqualTo("leader");
    assertThatThrownBy(dying::join).hasRootCauseInstanceOf(AssertionError.class);
    assertThat(another.join()).isEqualTo("another alone");
    assertThat(write("next").join()).isEqualTo("next");
  }

  @Test
  void anInterruptedThreadGetsItsAnswerAndKeepsTheInterruption() throws Exception {
    CompletableFuture<String> leader = busy();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              String unused = ask(() -> "done", () -> "alone");
              interrupted.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    gather(1);
    thread.interrupt();
    gate.countDown();

    assertThat(leader.join()).isEqualTo("leader");
    assertThat(interrupted.join()).isTrue();
  }
}
