package dev.stagedoor.bootstrap.benchmarks;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures the packaged server, and writes down what came of it. */
public final class Benchmarks {
  private Benchmarks() {}

  public static void main(String[] args) throws Exception {
    Options options;
    try {
      options = Options.of(args, home());
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage() + "\n\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    if (Files.exists(options.out())) {
      System.err.println(options.out() + " is there already, with results and a database");
      System.exit(2);
    }
    Files.createDirectories(options.out());
    Report report = new Report(options, Machine.describe(options));
    boolean sound = true;
    for (String name : options.workloads()) {
      sound &= measure(options, name, report);
    }
    System.out.println(report.write());
    System.exit(sound ? 0 : 1);
  }

  private static Path home() throws URISyntaxException {
    Path jar =
        Path.of(Benchmarks.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return jar.resolveSibling("");
  }

  /** Returns whether the database holds what it must afterwards. */
  private static boolean measure(Options options, String name, Report report) throws Exception {
    Path folder = Files.createDirectories(options.out().resolve(name));
    if (Fanout.isNamed(name)) {
      return Fanout.measure(options, name, folder, report);
    }
    if (Playlists.isNamed(name)) {
      return Playlists.measure(options, name, folder, report);
    }
    if (Analytics.isNamed(name)) {
      return Analytics.measure(options, name, folder, report);
    }
    if (Parties.isNamed(name)) {
      return Parties.measure(options, name, folder, report);
    }
    Workload workload = Workload.named(name);
    try (Database database = Database.start(folder.resolve("database"));
        Server server = Server.start(options, name, database, settings(workload))) {
      workload.prepare(database, server);
      Bench bench = new Bench(options, workload, name, database, server, folder);
      bench.warmUp();
      List<Run> runs = new ArrayList<>(bench.peaks());
      report.add(workload, runs);
      List<Run> latencies = bench.latencies(Report.median(runs, bench.best(runs)) / 2);
      report.add(workload, latencies);
      awaitJobs(database);
      List<String> wrong = workload.check(database);
      report.checked(name, database, wrong);
      return wrong.isEmpty();
    }
  }

  private static List<String> settings(Workload workload) {
    List<String> settings = new ArrayList<>(workload.settings());
    // One account sends everything here.
    settings.add("--stagedoor.rate-limits.enabled=false");
    return settings;
  }

  /** What could not be applied at once is retried by jobs; that counts when it is done. */
  private static void awaitJobs(Database database) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (database.number("select count(*) from received_webhooks where status = 'failed'") > 0
        && System.nanoTime() < end) {
      Thread.sleep(200);
    }
  }

  static void say(String what) {
    System.err.println(what);
  }

  static void append(Path file, String line) throws IOException {
    Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
