package dev.stagedoor.bootstrap.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Runs one workload: first the server and pgbench in turn (A B, B A, A B ...), so that whatever
 * drifts drifts for both, each as fast as it goes; then the server alone at half of its peak.
 */
final class Bench {
  /** So many wait at most, at an open pace, before further requests are late. */
  private static final int OPEN_CONNECTIONS = 256;

  private static final double IDLE = 0.05;

  /** A warm server needs less than this part of its time for compiling. */
  static final double WARM = 0.1;

  /** So many times it is warmed up at most; the table tells what was left to compile. */
  static final int WARM_UPS = 6;

  private final Options options;
  private final Workload workload;
  private final String name;
  private final Database database;
  private final Server server;
  private final Pgbench pgbench;
  private final List<Integer> connections;

  Bench(
      Options options,
      Workload workload,
      String name,
      Database database,
      Server server,
      Path folder) {
    this.options = options;
    this.workload = workload;
    this.name = name;
    this.database = database;
    this.server = server;
    this.pgbench = new Pgbench(database, folder);
    this.connections =
        workload.connections().isEmpty() ? options.connections() : workload.connections();
  }

  /** Warms the server up until it has compiled most of what it runs, however many runs that is. */
  void warmUp() throws IOException, InterruptedException {
    Benchmarks.say(name + ": warming up");
    int most = Collections.max(connections);
    double compiling;
    int rounds = 0;
    do {
      Meter meter = new Meter(database, server);
      var unused =
          LoadGenerator.run(server.port(), workload.traffic(), Pace.closed(most), options.warmUp());
      Meter.Used used = meter.read();
      compiling = (double) used.compilers() / used.server();
      rounds++;
    } while (compiling > WARM && rounds < WARM_UPS);
    pgbench(options.warmUp().dividedBy(2));
  }

  /** Runs both sides in turn. */
  List<Run> peaks() throws IOException, InterruptedException {
    List<Run> runs = new ArrayList<>();
    for (int repeat = 1; repeat <= options.repeats(); repeat++) {
      boolean serverFirst = repeat % 2 == 1;
      if (serverFirst) {
        closed(repeat, runs);
      }
      runs.add(peer(repeat));
      if (!serverFirst) {
        closed(repeat, runs);
      }
    }
    return runs;
  }

  private void closed(int repeat, List<Run> runs) throws IOException, InterruptedException {
    for (int count : connections) {
      runs.add(serve("server c=" + count, repeat, Pace.closed(count)));
    }
  }

  /** Returns the server's fastest way. */
  String best(List<Run> runs) {
    return runs.stream()
        .map(Run::side)
        .filter(side -> side.startsWith("server"))
        .distinct()
        .max(Comparator.comparingDouble(side -> Report.median(runs, side)))
        .orElseThrow();
  }

  /** Runs the server at a pace of its own, so many requests in a second. */
  List<Run> latencies(double perSecond) throws IOException, InterruptedException {
    List<Run> runs = new ArrayList<>();
    long rounded = Math.max(1, Math.round(perSecond));
    for (int repeat = 1; repeat <= options.repeats(); repeat++) {
      runs.add(
          serve("server " + rounded + "/s", repeat, Pace.open((double) rounded, OPEN_CONNECTIONS)));
    }
    return runs;
  }

  private Run serve(String side, int repeat, Pace pace) throws IOException, InterruptedException {
    awaitIdle(options.idleWait());
    Meter meter = new Meter(database, server);
    Outcome outcome = LoadGenerator.run(server.port(), workload.traffic(), pace, options.run());
    Meter.Used used = meter.read();
    String statuses =
        outcome.statuses().entrySet().stream()
            .map(status -> status.getKey() + ":" + status.getValue())
            .collect(Collectors.joining(" "));
    double operations = outcome.latencies().count() * workload.counted();
    return noted(
        new Run(
            name,
            side,
            repeat,
            outcome.perSecond() * workload.counted(),
            outcome.latencies().millis(50),
            outcome.latencies().millis(99),
            outcome.latencies().millis(100),
            used.server() / operations,
            used.compilers() / operations,
            used.database() / operations,
            outcome.generatorCpuNanos() / 1e3 / operations,
            outcome.generatorCpuNanos() / 1e9 / outcome.seconds(),
            used.elsewhere(),
            used.commits() / operations,
            used.walBytes() / operations,
            statuses));
  }

  private Run peer(int repeat) throws IOException, InterruptedException {
    awaitIdle(options.idleWait());
    Meter meter = new Meter(database, server);
    long start = System.nanoTime();
    Pgbench.Result result = pgbench(options.run());
    double seconds = (System.nanoTime() - start) / 1e9;
    Meter.Used used = meter.read();
    double operations = result.perSecond() * options.run().toSeconds();
    return noted(
        new Run(
            name,
            "pgbench c=" + connections.get(0),
            repeat,
            result.perSecond(),
            result.averageMillis(),
            Double.NaN,
            Double.NaN,
            used.server() / operations,
            used.compilers() / operations,
            used.database() / operations,
            used.generator() / operations,
            used.generator() / 1e6 / seconds,
            used.elsewhere(),
            used.commits() / operations,
            used.walBytes() / operations,
            ""));
  }

  private Pgbench.Result pgbench(Duration duration) throws IOException, InterruptedException {
    return pgbench.run(workload.scripts(), workload.variables(), connections.get(0), duration);
  }

  /** Waits until the machine has nothing else to do; not for ever, and the table tells. */
  static void awaitIdle(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    double busy;
    do {
      long before = Cpu.ofMachine();
      long start = System.nanoTime();
      Thread.sleep(1000);
      double wall = (System.nanoTime() - start) / 1e3 * Runtime.getRuntime().availableProcessors();
      busy = (Cpu.ofMachine() - before) / wall;
    } while (busy > IDLE && System.nanoTime() < end);
  }

  private Run noted(Run run) throws IOException {
    Benchmarks.say(Report.line(run));
    Benchmarks.append(options.out().resolve("runs.csv"), run.csv());
    return run;
  }
}
