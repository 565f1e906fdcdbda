package dev.stagedoor.bootstrap.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Watch parties of four on one server, each member by a WebSocket of their own. The host of each
 * seeks every five seconds, the parties one after the other; a message counts from when it was due
 * until one of the four has it.
 */
final class Parties {
  static final List<String> NAMES = List.of("party-1000");

  /** How many are in a party. */
  static final int MEMBERS = 4;

  private static final String PREFIX = "party-";
  private static final String HEADER =
      "| workload | commands/s | messages/s | p50 ms | p99 ms | max ms | lost | repeated |"
          + " server µs | compiling µs | database µs | MiB | others |";
  private static final Duration BETWEEN = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int AT_ONCE = 16;

  private final Options options;
  private final String name;
  private final Database database;
  private final Server server;
  private final List<PartyGuest> hosts = new ArrayList<>();
  private final List<PartyGuest> guests = new ArrayList<>();
  private final PartyMessages messages = new PartyMessages();

  private record Result(
      double commands,
      Latencies latencies,
      long lost,
      long repeated,
      Meter.Used used,
      long bytes) {}

  private Parties(Options options, String name, Database database, Server server) {
    this.options = options;
    this.name = name;
    this.database = database;
    this.server = server;
  }

  static boolean isNamed(String name) {
    return name.matches(PREFIX + "[1-9][0-9]{0,3}");
  }

  /** Returns whether every member had every message once. */
  static boolean measure(Options options, String name, Path folder, Report report)
      throws Exception {
    int rooms = Integer.parseInt(name.substring(PREFIX.length()));
    List<String> settings =
        Stream.concat(Crowd.settings().stream(), Stream.of("--stagedoor.rate-limits.enabled=false"))
            .toList();
    try (Database database = Database.start(folder.resolve("database"));
        Server server = Server.start(options, name, database, settings)) {
      Crowd crowd = Crowd.like(Client.register(server, "somebody@example.org"));
      crowd.enter(database, "user", 0, rooms * MEMBERS);
      database.execute("analyze");
      Parties parties = new Parties(options, name, database, server);
      try {
        return parties.measure(crowd, rooms, report);
      } finally {
        parties.guests.forEach(PartyGuest::leave);
      }
    }
  }

  private boolean measure(Crowd crowd, int rooms, Report report) throws Exception {
    // What is loaded once is there before.
    gather(crowd, 0, 1);
    Processes.collect(server.pid());
    long before = Processes.memory(server.pid());
    gather(crowd, 1, rooms);
    warmUp();
    long with = Processes.memory(server.pid());
    Processes.collect(server.pid());
    long collected = Processes.memory(server.pid());
    List<Result> results = new ArrayList<>();
    for (int repeat = 1; repeat <= options.repeats(); repeat++) {
      Bench.awaitIdle(options.idleWait());
      Result result = run(options.run());
      Benchmarks.say(
          String.format(
              Locale.ROOT,
              "%s #%d: p50 %.1f ms, p99 %.1f ms, lost %d, repeated %d",
              name,
              repeat,
              result.latencies().millis(50),
              result.latencies().millis(99),
              result.lost(),
              result.repeated()));
      results.add(result);
    }
    row(report, results);
    report.note(
        String.format(
            Locale.ROOT,
            "`%s`: %d parties of %d; the server has %d MiB with one party, %d MiB with all of them and %d MiB of"
                + " that with garbage collected, which is %.1f KiB for each member.",
            name,
            rooms,
            MEMBERS,
            before >> 20,
            with >> 20,
            collected >> 20,
            (collected - before) / 1024.0 / guests.size()));
    long wrong = results.stream().mapToLong(one -> one.lost() + one.repeated()).sum();
    report.checked(
        name, database, wrong == 0 ? List.of() : List.of(wrong + " messages lost or repeated"));
    return wrong == 0;
  }

  /** Opens parties, each by its host, and has the others join. */
  private void gather(Crowd crowd, int first, int end) throws Exception {
    Benchmarks.say(name + ": " + (end - first) + " parties gather");
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<List<PartyGuest>>> opening =
          IntStream.range(first, end)
              .mapToObj(room -> threads.submit(() -> party(crowd, room)))
              .toList();
      for (Future<List<PartyGuest>> party : opening) {
        List<PartyGuest> members = party.get();
        hosts.add(members.get(0));
        guests.addAll(members);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private List<PartyGuest> party(Crowd crowd, int room) throws Exception {
    List<PartyGuest> members = new ArrayList<>();
    String id = "";
    for (int i = 0; i < MEMBERS; i++) {
      PartyGuest guest = PartyGuest.connect(server, crowd.token(room * MEMBERS + i), messages);
      id = i == 0 ? guest.create() : guest.join(id);
      members.add(guest);
    }
    return members;
  }

  private void warmUp() throws IOException, InterruptedException {
    double compiling;
    int rounds = 0;
    do {
      Benchmarks.say(name + ": warming up");
      Meter.Used used = run(options.warmUp()).used();
      compiling = (double) used.compilers() / used.server();
      rounds++;
    } while (compiling > Bench.WARM && rounds < Bench.WARM_UPS);
  }

  private Result run(Duration duration) throws IOException, InterruptedException {
    int count = Math.max(1, (int) (hosts.size() * duration.toMillis() / BETWEEN.toMillis()));
    double perSecond = count * 1000.0 / duration.toMillis();
    Meter meter = new Meter(database, server);
    int first = messages.expect(count, MEMBERS);
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = start + (long) (i * 1e9 / perSecond);
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      messages.due(first + i, due);
      hosts.get(i % hosts.size()).seek(first + i);
    }
    messages.await(PATIENCE);
    return new Result(
        perSecond,
        messages.latencies(),
        messages.lost(),
        messages.repeated(),
        meter.read(),
        Processes.memory(server.pid()));
  }

  private void row(Report report, List<Result> its) {
    double elsewhere = Report.median(its, one -> one.used().elsewhere());
    report.row(
        HEADER,
        String.join(
            " | ",
            "| " + name,
            Report.decimal(Report.median(its, Result::commands), 0),
            Report.decimal(Report.median(its, one -> one.commands() * MEMBERS), 0),
            Report.range(its, one -> one.latencies().millis(50), 1),
            Report.range(its, one -> one.latencies().millis(99), 1),
            Report.range(its, one -> one.latencies().millis(100), 1),
            Long.toString(its.stream().mapToLong(Result::lost).sum()),
            Long.toString(its.stream().mapToLong(Result::repeated).sum()),
            Report.decimal(Report.median(its, one -> per(one, one.used().server())), 0),
            Report.decimal(Report.median(its, one -> per(one, one.used().compilers())), 0),
            Report.decimal(Report.median(its, one -> per(one, one.used().database())), 0),
            Report.decimal(Report.median(its, one -> one.bytes() / 1048576.0), 0),
            Report.decimal(elsewhere * 100, 0) + " % |"));
    report.elsewhere(elsewhere);
  }

  /** Returns what of something went into each message that came. */
  private static double per(Result result, long micros) {
    return (double) micros / Math.max(1, result.latencies().count());
  }
}
