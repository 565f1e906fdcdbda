package dev.stagedoor.application.liveselling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.fixture.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SideBySideTest {
  private static final List<Integer> MANY = IntStream.range(0, 50).boxed().toList();

  private final MutableClock clock = new MutableClock(Samples.NOW);
  private final SideBySide sideBySide = new SideBySide(3, 2, Duration.ofMinutes(1), clock);

  @Test
  void eachIsDoneOnceWhateverBecomesOfOthers() {
    Set<Integer> done = ConcurrentHashMap.newKeySet();

    sideBySide.each(
        MANY,
        one -> {
          if (one == 7) {
            throw new IllegalStateException("on purpose");
          }
          assertThat(done.add(one)).isTrue();
        });

    assertThat(done).hasSize(49);
  }

  @Test
  void whoeverAsksHasTheSameFewThreads() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();

    for (int time = 0; time < 10; time++) {
      sideBySide.each(MANY, one -> threads.add(Thread.currentThread()));
    }

    assertThat(threads).hasSizeBetween(1, 3);
  }

  @Test
  void nobodyHasMoreThanAFewAtATime() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch two = new CountDownLatch(2);

    sideBySide.each(
        MANY,
        one -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          two.countDown();
          await(two);
          now.decrementAndGet();
        });

    assertThat(most).hasValue(2);
  }

  @Test
  void whatIsNotBegunInTimeIsLeft() {
    AtomicInteger begun = new AtomicInteger();

    sideBySide.each(
        MANY,
        one -> {
          begun.incrementAndGet();
          clock.advance(Duration.ofMinutes(1));
        });

    assertThat(begun.get()).isBetween(1, 2);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
