package dev.stagedoor.persistence.live;

import static dev.stagedoor.domain.fixture.MemorialBuilder.aMemorial;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aMessage;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.PersistencePorts;
import dev.stagedoor.application.Settings;
import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveFeed.Entry;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.TestDatabase;
import dev.stagedoor.persistence.tx.JdbcUnitOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances on one database, and transactions that end in another order than they began. */
class LiveRelayTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final Persistence one = Persistence.open(database.pool(), TestDatabase.KEYS);
  private final Persistence other = Persistence.open(database.pool(), TestDatabase.KEYS);
  private Reader reader;
  private Reader otherReader;

  @BeforeEach
  void read() {
    reader = new Reader(one.ports().liveFeed());
    otherReader = new Reader(other.ports().liveFeed());
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
    database.close();
  }

  /** Collects what one instance tells its readers. */
  private static final class Reader {
    private final BlockingQueue<Entry> got = new LinkedBlockingQueue<>();

    Reader(LiveFeed feed) {
      feed.subscribe(got::add);
    }

    List<Entry> next(int count) {
      List<Entry> entries = new ArrayList<>();
      while (entries.size() < count) {
        try {
          Entry entry = got.poll(30, TimeUnit.SECONDS);
          assertThat(entry).as("update %s of %s", entries.size() + 1, count).isNotNull();
          entries.add(entry);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
      return entries;
    }

    List<String> types(int count) {
      return types(next(count));
    }

    static List<String> types(List<Entry> entries) {
      return entries.stream().map(entry -> entry.update().type()).toList();
    }
  }

  private static void publish(PersistencePorts by, Subject channel, String type) {
    by.liveUpdates().publish(new LiveUpdate(channel, type, Map.of()));
  }

  @Test
  void bothInstancesSeeWhatEitherPublishesInOneOrder() {
    for (int i = 0; i < 10; i++) {
      String type = "number-" + i;
      PersistencePorts by = (i % 2 == 0 ? one : other).ports();
      by.unitOfWork().run(() -> publish(by, aSubject(), type));
    }

    List<Entry> seen = reader.next(10);
    assertThat(otherReader.next(10)).isEqualTo(seen);
    assertThat(Reader.types(seen))
        .isEqualTo(IntStream.range(0, 10).mapToObj(i -> "number-" + i).toList());
  }

  @Test
  void anEntryOfALateCommitterIsNotSkipped() {
    Subject channel = aSubject();
    CountDownLatch drawn = new CountDownLatch(1);
    CountDownLatch overtaken = new CountDownLatch(1);
    PersistencePorts late = one.ports();
    CompletableFuture<Void> slow =
        CompletableFuture.runAsync(
            () ->
                late.unitOfWork()
                    .run(
                        () -> {
                          publish(late, channel, "drawn first");
                          beforeCommit(
                              late,
                              () -> {
                                drawn.countDown();
                                await(overtaken);
                              });
                        }));
    await(drawn);
    other.ports().unitOfWork().run(() -> publish(other.ports(), channel, "committed first"));
    overtaken.countDown();
    slow.join();

    assertThat(reader.types(2)).containsExactly("drawn first", "committed first");
    assertThat(otherReader.types(2)).containsExactly("drawn first", "committed first");
  }

  /** Does something between the drawing of numbers, which is the last work done, and the commit. */
  private static void beforeCommit(PersistencePorts ports, Runnable todo) {
    ((JdbcUnitOfWork) ports.unitOfWork()).beforeCommit(things -> todo.run(), "once");
  }

  @Test
  void changesOfOneThingComeInTheOrderOfTheirCommitsThoughTheTransactionsBeganInAnother() {
    Memorial memorial = aMemorial().build();
    Subject channel = Memorial.subject(memorial.id());
    PersistencePorts ports = one.ports();
    ports.unitOfWork().run(() -> ports.memorials().add(memorial));
    CountDownLatch firstHasBegun = new CountDownLatch(1);
    CountDownLatch secondIsDone = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () ->
                ports
                    .unitOfWork()
                    .run(
                        () -> {
                          ports.messages().save(aMessage());
                          firstHasBegun.countDown();
                          await(secondIsDone);
                          ports.memorials().lock(memorial.id()).orElseThrow();
                          publish(ports, channel, "began first");
                        }));
    await(firstHasBegun);
    ports
        .unitOfWork()
        .run(
            () -> {
              ports.memorials().lock(memorial.id()).orElseThrow();
              publish(ports, channel, "committed first");
            });
    secondIsDone.countDown();
    first.join();

    assertThat(reader.types(2)).containsExactly("committed first", "began first");
    assertThat(otherReader.types(2)).containsExactly("committed first", "began first");
  }

  @Test
  void nothingIsLostDoubledOrOutOfOrderUnderLoad() {
    int threads = 8;
    int rounds = 25;
    Memorial memorial = aMemorial().build();
    Subject shared = Memorial.subject(memorial.id());
    one.ports().unitOfWork().run(() -> one.ports().memorials().add(memorial));
    AtomicInteger thread = new AtomicInteger();

    Race.of(
        threads,
        () -> {
          int mine = thread.getAndIncrement();
          PersistencePorts ports = (mine % 2 == 0 ? one : other).ports();
          Subject own = aSubject();
          for (int i = 0; i < rounds; i++) {
            String type = "own-" + mine + "-" + i;
            ports
                .unitOfWork()
                .run(
                    () -> {
                      // An id early, a number early and a commit late, in every mixture.
                      if (ThreadLocalRandom.current().nextBoolean()) {
                        ports.messages().save(aMessage());
                      }
                      if (ThreadLocalRandom.current().nextBoolean()) {
                        publish(ports, own, type);
                        publishShared(ports, memorial, shared);
                      } else {
                        publishShared(ports, memorial, shared);
                        publish(ports, own, type);
                      }
                    });
          }
          return true;
        });

    List<Entry> seen = reader.next(2 * threads * rounds);
    assertThat(otherReader.next(2 * threads * rounds)).isEqualTo(seen);
    assertThat(seen).extracting(Entry::place).doesNotHaveDuplicates();
    assertThat(
            Reader.types(seen.stream().filter(e -> e.update().channel().equals(shared)).toList()))
        .as("what was published under one lock comes in the order of the lock")
        .isEqualTo(
            IntStream.rangeClosed(2, threads * rounds + 1).mapToObj(i -> "version-" + i).toList());
    for (int mine = 0; mine < threads; mine++) {
      String prefix = "own-" + mine + "-";
      assertThat(Reader.types(seen))
          .filteredOn(type -> type.startsWith(prefix))
          .isEqualTo(IntStream.range(0, rounds).mapToObj(i -> prefix + i).toList());
    }
    assertThat(reader.got).isEmpty();
  }

  private static void publishShared(PersistencePorts ports, Memorial memorial, Subject shared) {
    Memorial locked = ports.memorials().lock(memorial.id()).orElseThrow();
    locked.rename("Ada", NOW);
    ports.memorials().save(locked);
    publish(ports, shared, "version-" + (locked.version() + 1));
  }

  @Test
  void aReaderOfAnotherInstanceResumesWhereItWas() {
    Subject channel = aSubject();
    PersistencePorts ports = one.ports();
    ports.unitOfWork().run(() -> publish(ports, channel, "seen"));
    String place = reader.next(1).get(0).place();
    ports.unitOfWork().run(() -> publish(ports, channel, "missed"));

    try (Persistence third = Persistence.open(database.pool(), TestDatabase.KEYS)) {
      assertThat(third.ports().liveFeed().since(channel, place).orElseThrow())
          .extracting(entry -> entry.update().type())
          .containsExactly("missed");
    }
  }

  @Test
  void fromAPlaceOlderThanFiveMinutesNobodyResumes() {
    Subject channel = aSubject();
    PersistencePorts ports = one.ports();
    ports.unitOfWork().run(() -> publish(ports, channel, "seen"));
    String place = reader.next(1).get(0).place();
    assertThat(ports.liveFeed().since(channel, place)).isPresent();

    database.run("update live_events set published_at = now() - interval '301 seconds'");

    assertThat(ports.liveFeed().since(channel, place)).isEmpty();
  }

  @Test
  void aSubscriptionBeginsWithWhatIsCommittedAfterIt() {
    PersistencePorts ports = one.ports();
    ports.unitOfWork().run(() -> publish(ports, aSubject(), "before"));

    try (Persistence third = Persistence.open(database.pool(), TestDatabase.KEYS)) {
      Reader late = new Reader(third.ports().liveFeed());
      ports.unitOfWork().run(() -> publish(ports, aSubject(), "after"));

      assertThat(late.types(1)).containsExactly("after");
    }
  }

  @Test
  void aReaderThatFailsDoesNotKeepOthersFromReading() {
    one.ports()
        .liveFeed()
        .subscribe(
            entry -> {
              throw new UnsupportedOperationException("on purpose");
            });
    Reader after = new Reader(one.ports().liveFeed());
    one.ports().unitOfWork().run(() -> publish(one.ports(), aSubject(), "told"));

    assertThat(after.types(1)).containsExactly("told");
    assertThat(reader.types(1)).containsExactly("told");
  }

  @Test
  void aRelayThatLostItsConnectionGoesOnWhereItWas() {
    PersistencePorts ports = one.ports();
    ports.unitOfWork().run(() -> publish(ports, aSubject(), "before"));
    assertThat(reader.types(1)).containsExactly("before");

    database.run(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()
        """);
    database.pool().getHikariPoolMXBean().softEvictConnections();
    ports.unitOfWork().run(() -> publish(ports, aSubject(), "after"));

    assertThat(reader.types(1)).containsExactly("after");
    assertThat(otherReader.types(2)).containsExactly("before", "after");
  }

  @Test
  void oldEntriesAreRemovedAndYoungOnesStay() {
    Subject channel = aSubject();
    PersistencePorts ports = one.ports();
    ports.unitOfWork().run(() -> publish(ports, channel, "old"));
    database.run("update live_events set published_at = now() - interval '11 minutes'");
    ports.unitOfWork().run(() -> publish(ports, channel, "young"));
    List<Entry> both = reader.next(2);

    one.housekeeping(Settings.Retention.standard()).forEach(job -> job.work().run());

    assertThat(ports.liveFeed().since(channel, both.get(0).place())).isEmpty();
    assertThat(ports.liveFeed().since(channel, both.get(1).place())).isPresent();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
