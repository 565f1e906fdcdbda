package dev.stagedoor.bootstrap.benchmarks;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.stagedoor.bootstrap.benchmarks.FanoutRun.Received;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands events to many readers at once: first the server and nchan in turn (A B, B A, A B ...),
 * each to readers who stay and then to readers who are all cut and come back; then the server
 * beside readers who do not read.
 */
final class Fanout {
  static final List<String> NAMES = List.of("fanout-1000", "fanout-5000", "fanout-9000");

  static final int EVENTS = 20;
  static final int PER_SECOND = 2;

  private static final String PREFIX = "fanout-";

  /** So many events come in a storm at least, so many before the cut, and so fast. */
  private static final int STORM_EVENTS = 24;

  private static final int BEFORE_THE_CUT = 6;
  private static final int STORM_PER_SECOND = 4;
  private static final int MOST_STORM_EVENTS = 120;

  private static final int LOADING_READERS = 10;
  private static final int WARM_UP_READERS = 200;

  private static final int WARM_UP_PER_SECOND = 50;

  private static final int SLOW_READERS = 10;
  private static final int SLOW_EVENTS = 25;
  private static final int SLOW_CHARACTERS = 32 * 1024;

  /** Beside the readers' sockets. */
  private static final int OTHER_FILES = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** So long we wait whether something comes twice. */
  private static final Duration AFTERWARDS = Duration.ofMillis(500);

  private final Options options;
  private final String name;
  private final int count;
  private final Database database;
  private final Server server;
  private final StagedoorSide ours;
  private final FanoutReport report;
  private long next = 1;

  private Fanout(
      Options options, String name, Database database, Server server, StagedoorSide ours) {
    this.options = options;
    this.name = name;
    this.count = readers(name);
    this.database = database;
    this.server = server;
    this.ours = ours;
    this.report = new FanoutReport(name, options);
  }

  static boolean isNamed(String name) {
    return name.matches(PREFIX + "[1-9][0-9]{0,4}");
  }

  private static int readers(String name) {
    return Integer.parseInt(name.substring(PREFIX.length()));
  }

  /** Returns whether every reader of the server had every event once. */
  static boolean measure(Options options, String name, Path folder, Report report)
      throws Exception {
    long files = files();
    if (readers(name) + OTHER_FILES > files) {
      throw new IllegalStateException(
          name + " needs more open files than " + files + ": see ulimit -n");
    }
    try (Database database = Database.start(folder.resolve("database"));
        Server server =
            Server.start(
                options, name, database, List.of("--stagedoor.rate-limits.enabled=false"));
        StagedoorSide ours = new StagedoorSide(server, database)) {
      Fanout fanout = new Fanout(options, name, database, server, ours);
      Optional<Nchan.Installed> installed = Nchan.find();
      if (installed.isEmpty()) {
        fanout.report.noPeer();
      }
      try (Nchan peer =
          installed.isEmpty()
              ? null
              : Nchan.start(
                  installed.get(), folder.resolve("nchan"), options.nchanWorkers(), (int) files)) {
        installed.ifPresent(fanout.report::peer);
        List<String> wrong = fanout.measure(peer);
        fanout.report.addTo(report);
        report.checked(name, database, wrong);
        return wrong.isEmpty();
      }
    }
  }

  private static long files() {
    return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class)
        .getMaxFileDescriptorCount();
  }

  private List<String> measure(@Nullable Nchan peer) throws IOException, InterruptedException {
    List<Side> sides = Stream.<@Nullable Side>of(ours, peer).flatMap(Stream::ofNullable).toList();
    for (Side side : sides) {
      report.memory(side, connectAll(side));
      warmUp(side);
    }
    List<String> wrong = new ArrayList<>();
    for (int repeat = 1; repeat <= options.repeats(); repeat++) {
      boolean oursFirst = repeat % 2 == 1;
      for (int i = 0; i < sides.size(); i++) {
        FanoutRun run = run(sides.get(oursFirst ? i : sides.size() - 1 - i), repeat);
        Benchmarks.say(run.line());
        Benchmarks.append(options.out().resolve("fanout.csv"), run.csv());
        report.add(run);
        if (run.side().equals(ours.name())) {
          check(run.steady(), "in run " + repeat, wrong);
          check(run.storm(), "in the storm of run " + repeat, wrong);
        }
      }
    }
    besideSlowReaders(wrong);
    return wrong;
  }

  private static void check(Received received, String where, List<String> wrong) {
    if (!received.isWhole()) {
      wrong.add(received.lost() + " events lost, " + received.repeated() + " repeated " + where);
    }
  }

  /** A few readers, many events; the server until it has compiled most of what it runs. */
  private void warmUp(Side side) throws IOException, InterruptedException {
    Benchmarks.say(name + ": warming up " + side.name());
    int few = Math.min(count, WARM_UP_READERS);
    int events = (int) options.warmUp().toSeconds() * WARM_UP_PER_SECOND;
    double compiling;
    int rounds = 0;
    do {
      Meter meter = new Meter(database, server, side::cpuMicros);
      try (Readers readers = Readers.connect(side.port(), side.path(), few)) {
        steady(side, readers, events, WARM_UP_PER_SECOND);
        storm(side, readers, WARM_UP_PER_SECOND);
      }
      Meter.Used used = meter.read();
      compiling = side == ours ? (double) used.compilers() / used.server() : 0;
      rounds++;
    } while (compiling > Bench.WARM && rounds < Bench.WARM_UPS);
  }

  /**
   * Connects all readers for the first time, and reads what they take: later it would be taken from
   * what other readers left.
   */
  private FanoutReport.Growth connectAll(Side side) throws IOException, InterruptedException {
    Benchmarks.say(name + ": connecting readers to " + side.name());
    try (Readers few =
        Readers.connect(side.port(), side.path(), Math.min(count, LOADING_READERS))) {
      // What is loaded once is there before.
      steady(side, few, EVENTS, WARM_UP_PER_SECOND);
    }
    side.settle();
    Side.Memory before = side.memory();
    try (Readers readers = Readers.connect(side.port(), side.path(), count)) {
      steady(side, readers, EVENTS / 2, PER_SECOND);
      Side.Memory with = side.memory();
      side.settle();
      FanoutReport.Growth growth = new FanoutReport.Growth(before, with, side.memory(), count);
      // All of them as in the runs: queues and buffers get their size.
      storm(side, readers, STORM_PER_SECOND);
      return growth;
    }
  }

  private FanoutRun run(Side side, int repeat) throws IOException, InterruptedException {
    try (Readers readers = Readers.connect(side.port(), side.path(), count)) {
      Bench.awaitIdle(options.idleWait());
      Meter meter = new Meter(database, server, side::cpuMicros);
      long readersNanos = readers.cpuNanos();
      Received steady = steady(side, readers, EVENTS, PER_SECOND);
      double readersMicros = (readers.cpuNanos() - readersNanos) / 1e3;
      Meter.Used used = meter.read();
      Storm storm = storm(side, readers, STORM_PER_SECOND);
      double events = (double) EVENTS * count;
      boolean isOurs = side == ours;
      return new FanoutRun(
          name,
          side.name(),
          repeat,
          steady,
          storm.received(),
          storm.backSeconds(),
          used.peer() / events,
          isOurs ? used.compilers() / events : 0,
          isOurs ? used.database() / events : 0,
          readersMicros / events,
          used.elsewhere(),
          side.memory().bytes());
    }
  }

  /** Publishes to readers who stay. */
  private Received steady(Side side, Readers readers, int events, double perSecond)
      throws IOException, InterruptedException {
    int broken = readers.broken();
    Reception reception = expect(readers, events);
    long start = System.nanoTime();
    while (!reception.isFull()) {
      publish(side, reception, start, perSecond);
    }
    return finish(reception, readers, broken);
  }

  /**
   * What came of a storm.
   *
   * @param backSeconds from the cut until every reader was answered and had what was published
   *     until then; infinite where one never had
   */
  private record Storm(Received received, double backSeconds) {}

  /** Publishes while all readers are cut and come back. */
  private Storm storm(Side side, Readers readers, double perSecond)
      throws IOException, InterruptedException {
    int broken = readers.broken();
    Reception reception = expect(readers, MOST_STORM_EVENTS);
    long start = System.nanoTime();
    long cutAt = 0;
    @Nullable Long backAt = null;
    while (!reception.isFull() && (backAt == null || reception.published() < STORM_EVENTS)) {
      publish(side, reception, start, perSecond);
      if (reception.published() == BEFORE_THE_CUT) {
        cutAt = System.nanoTime();
        readers.cut();
      }
      backAt = cutAt == 0 ? null : readers.allStandSince(cutAt);
    }
    Received received = finish(reception, readers, broken);
    Long stood = readers.allStandSince(cutAt);
    double back =
        stood == null || received.lost() > 0
            ? Double.POSITIVE_INFINITY
            : (Math.max(stood, reception.lastOfThoseDueBefore(stood)) - cutAt) / 1e9;
    return new Storm(received, back);
  }

  private Reception expect(Readers readers, int events) {
    Reception reception = new Reception(readers.count(), next, events);
    next += events;
    readers.tell(reception);
    return reception;
  }

  private static void publish(Side side, Reception reception, long start, double perSecond)
      throws IOException, InterruptedException {
    long due = start + (long) (reception.published() * 1e9 / perSecond);
    awaits(due);
    long number = reception.publish(due);
    long asked = System.nanoTime();
    side.publish(number);
    reception.acknowledged(number, System.nanoTime() - asked);
  }

  private static void awaits(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static Received finish(Reception reception, Readers readers, int brokenBefore)
      throws InterruptedException {
    reception.await(PATIENCE.toNanos());
    Thread.sleep(AFTERWARDS.toMillis());
    return new Received(
        reception.latencies(),
        reception.acknowledgements(),
        reception.lost(),
        reception.repeated(),
        readers.broken() - brokenBefore);
  }

  /**
   * The readers read about one event of the channel, and get as many events as in a run; the slow
   * ones read about all, and would get what is too much for them.
   */
  private void besideSlowReaders(List<String> wrong) throws IOException, InterruptedException {
    long droppedBefore = server.metric("stagedoor_live_dropped_total");
    String path = ours.path() + "?eventId=" + StagedoorSide.READ;
    try (Readers readers = Readers.connect(ours.port(), path, count);
        SlowReaders slow = SlowReaders.connect(ours.port(), ours.path(), SLOW_READERS)) {
      Bench.awaitIdle(options.idleWait());
      int broken = readers.broken();
      Reception reception = expect(readers, EVENTS);
      long start = System.nanoTime();
      while (!reception.isFull()) {
        publish(ours, reception, start, PER_SECOND);
        awaits(start + (long) ((reception.published() - 0.5) * 1e9 / PER_SECOND));
        ours.publishOther(SLOW_EVENTS, SLOW_CHARACTERS);
      }
      Received received = finish(reception, readers, broken);
      long dropped = server.metric("stagedoor_live_dropped_total") - droppedBefore;
      report.slow(received, dropped, slow.open(), ours.memory());
      check(received, "beside slow readers", wrong);
      if (dropped != SLOW_READERS) {
        wrong.add(dropped + " of " + SLOW_READERS + " slow readers were dropped");
      }
    }
  }
}
