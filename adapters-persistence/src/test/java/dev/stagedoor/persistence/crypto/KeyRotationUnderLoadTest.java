package dev.stagedoor.persistence.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Keys are changed while servers, one of them not yet restarted, read and write the same rows. With
 * 10,000 rows; with -Dstagedoor.rotation.rows=1000000 it takes a quarter of an hour.
 */
class KeyRotationUnderLoadTest {
  private static final int ROWS = Integer.getInteger("stagedoor.rotation.rows", 10_000);
  private static final long SEED = Long.getLong("stagedoor.rotation.seed", System.nanoTime());
  private static final Secret OLD_KEY = key(1);
  private static final Secret NEW_KEY = key(2);
  private static final Map<String, Secret> BOTH = Map.of("old", OLD_KEY, "new", NEW_KEY);
  private static final EncryptionKeys NOT_RESTARTED = new EncryptionKeys("old", BOTH);
  private static final EncryptionKeys RESTARTED = new EncryptionKeys("new", BOTH);
  private static final EncryptionKeys AFTER = EncryptionKeys.of("new", NEW_KEY);

  private final CountDownLatch busy = new CountDownLatch(5);
  private volatile boolean over;

  private static Secret key(int first) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) first;
    return Secret.of(Base64.getEncoder().encodeToString(bytes));
  }

  private static UUID id(int number) {
    return new UUID(0, number);
  }

  /** Makes streams whose keys say whose they are. */
  private static void fill(TestDatabase database) throws SQLException {
    ColumnCipher cipher = new ColumnCipher(NOT_RESTARTED);
    database.run(
        """
        insert into live_streams (id, subject_kind, subject_id, provider, created_by, title,
          description, is_visible, is_public, input_provider, input_id, rtmp_url, playback_url,
          stream_key, status, viewers, recordings, created_at, updated_at, version)
        select lpad(to_hex(n), 32, '0')::uuid, 'memorial', gen_random_uuid(), 'sandbox',
          gen_random_uuid(), '0', '', true, true, 'sandbox', n::text, 'rtmp://localhost/live',
          'https://play.example.org', '', 'ready', 0, '[]', now(), now(), 1
        from generate_series(0, %d) n
        """
            .formatted(ROWS - 1));
    try (Connection connection = database.pool().getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update live_streams set stream_key = ?, whip_url = ? where id = ?")) {
      connection.setAutoCommit(false);
      for (int number = 0; number < ROWS; number++) {
        UUID id = id(number);
        update.setString(
            1, cipher.encrypt(EncryptedColumn.STREAM_KEY.at(id), Secret.of("key " + number)));
        update.setString(2, cipher.encrypt(EncryptedColumn.STREAM_WHIP_URL.at(id), Secret.of("0")));
        update.setObject(3, id);
        update.addBatch();
        if (number % 1000 == 999) {
          update.executeBatch();
        }
      }
      update.executeBatch();
      connection.commit();
      connection.setAutoCommit(true);
    }
    database.run("analyze live_streams");
  }

  private static LiveStream stream(Persistence server, int number) {
    return server
        .ports()
        .unitOfWork()
        .read(() -> server.ports().liveStreams().find(new LiveStreamId(id(number))).orElseThrow());
  }

  private static String streamKey(LiveStream stream) {
    return stream.input().orElseThrow().credentials().rtmp().orElseThrow().streamKey().reveal();
  }

  private static String whipUrl(LiveStream stream) {
    return stream.input().orElseThrow().credentials().whipUrl().orElseThrow().reveal();
  }

  /** Does something to streams at random until the rotation is over; returns how often to each. */
  private int[] untilOver(int worker, IntConsumer work) {
    Random random = new Random(SEED + worker);
    int[] times = new int[ROWS];
    for (boolean first = true; first || !over; first = false) {
      int number = random.nextInt(ROWS);
      work.accept(number);
      times[number]++;
      if (first) {
        busy.countDown();
      }
    }
    return times;
  }

  private int[] reads(int worker, Persistence server) {
    return untilOver(
        worker, number -> assertThat(streamKey(stream(server, number))).isEqualTo("key " + number));
  }

  /** Counts in the title, and writes the whole row with it. */
  private int[] counts(int worker, Persistence server) {
    return untilOver(
        worker,
        number ->
            server
                .ports()
                .unitOfWork()
                .run(
                    () -> {
                      LiveStreamId id = new LiveStreamId(id(number));
                      LiveStream stream = server.ports().liveStreams().lock(id).orElseThrow();
                      LiveStream.Details now = stream.details();
                      String next = Integer.toString(Integer.parseInt(now.title()) + 1);
                      stream.change(
                          new LiveStream.Details(
                              next,
                              now.description(),
                              now.scheduledStart(),
                              now.isVisible(),
                              now.isPublic()),
                          Instant.EPOCH);
                      server.ports().liveStreams().save(stream);
                    }));
  }

  /** Counts in an encrypted value. */
  private int[] countsInSecret(int worker, TestDatabase database, EncryptionKeys keys) {
    ColumnCipher cipher = new ColumnCipher(keys);
    int[] counted = new int[ROWS];
    return untilOver(
        worker,
        number -> {
          try (Connection connection = database.pool().getConnection();
              PreparedStatement update =
                  connection.prepareStatement(
                      "update live_streams set whip_url = ? where id = ?")) {
            Secret next = Secret.of(Integer.toString(++counted[number]));
            update.setString(
                1, cipher.encrypt(EncryptedColumn.STREAM_WHIP_URL.at(id(number)), next));
            update.setObject(2, id(number));
            update.execute();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void noReadFailsAndNoWriteIsLost() throws Exception {
    try (TestDatabase database = TestDatabase.fresh()) {
      fill(database);
      RotationReport report;
      int[] titles = new int[ROWS];
      int[] secrets;
      ExecutorService threads = Executors.newFixedThreadPool(5);
      try (Persistence restarted = Persistence.open(database.pool(), RESTARTED);
          Persistence notRestarted = Persistence.open(database.pool(), NOT_RESTARTED)) {
        List<Future<int[]>> readers = new ArrayList<>();
        readers.add(threads.submit(() -> reads(1, restarted)));
        readers.add(threads.submit(() -> reads(2, notRestarted)));
        List<Future<int[]>> counters = new ArrayList<>();
        counters.add(threads.submit(() -> counts(3, restarted)));
        counters.add(threads.submit(() -> counts(4, notRestarted)));
        Future<int[]> secret = threads.submit(() -> countsInSecret(5, database, NOT_RESTARTED));
        busy.await();

        restarted.rotateKeys(new Silent());
        over = true;

        for (Future<int[]> reader : readers) {
          assertThat(reader.get()).as("reads, seed %s", SEED).contains(1);
        }
        for (Future<int[]> counter : counters) {
          int[] times = counter.get();
          assertThat(times).as("writes, seed %s", SEED).contains(1);
          for (int number = 0; number < ROWS; number++) {
            titles[number] += times[number];
          }
        }
        secrets = secret.get();
        report = restarted.rotateKeys(new Silent());
      } finally {
        over = true;
        threads.shutdownNow();
      }

      assertThat(report.isComplete()).isTrue();
      assertThat(report.stillNeeded()).containsEntry("old", 0L);
      try (Persistence after = Persistence.open(database.pool(), AFTER)) {
        assertAllAreThere(after, titles, secrets);
      }
    }
  }

  private static void assertAllAreThere(Persistence server, int[] titles, int[] secrets) {
    for (int first = 0; first < ROWS; first += 1000) {
      List<Integer> some = IntStream.range(first, Math.min(first + 1000, ROWS)).boxed().toList();
      server
          .ports()
          .unitOfWork()
          .read(
              () -> {
                for (int number : some) {
                  LiveStream stream = stream(server, number);
                  assertThat(streamKey(stream)).isEqualTo("key " + number);
                  assertThat(stream.details().title()).isEqualTo("" + titles[number]);
                  assertThat(whipUrl(stream)).isEqualTo("" + secrets[number]);
                }
                return true;
              });
    }
  }

  private static final class Silent implements RotationWatcher {
    @Override
    public void advanced(String column, long values) {}

    @Override
    public void unreadable(String column, String row, String why) {
      throw new AssertionError(column + " of " + row + " " + why);
    }
  }
}
