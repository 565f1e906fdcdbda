package dev.stagedoor.bootstrap.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How to measure.
 *
 * @param workloads which, by name
 * @param warmUp how long each side runs before anything counts
 * @param run how long a run is
 * @param repeats how many runs each side has
 * @param connections at how many the closed loop is run; pgbench has the first
 * @param idleWait how long to wait for an idle machine before each run
 * @param nchanWorkers how many worker processes the peer of the fan-out has
 * @param jfr whether to record where the server's time goes
 * @param server the packaged server
 * @param out where results and logs are put
 */
record Options(
    List<String> workloads,
    Duration warmUp,
    Duration run,
    int repeats,
    List<Integer> connections,
    Duration idleWait,
    int nchanWorkers,
    boolean jfr,
    Path server,
    Path out) {
  private static final List<String> NAMES =
      Stream.of(Workload.NAMES, Fanout.NAMES, Playlists.NAMES, Analytics.NAMES, Parties.NAMES)
          .flatMap(List::stream)
          .toList();

  static final String USAGE =
      """
      java -jar benchmarks.jar [--short] [--jfr] [--name value]...
        --workloads    %s
        --seconds 30, --warm-up 30, --idle-wait 60
        --repeats 5
        --connections  16,64
        --nchan-workers 1
        --server       the packaged stagedoor.jar
        --out          a folder for results and logs
      """
          .formatted(String.join(",", NAMES));

  /** Reads a command line; {@code home} is where the program's jar is. */
  static Options of(String[] args, Path home) {
    Deque<String> words = new ArrayDeque<>(List.of(args));
    if (words.remove("--help")) {
      throw new IllegalArgumentException("How to measure:");
    }
    boolean isShort = words.remove("--short");
    boolean jfr = words.remove("--jfr");
    Map<String, String> values = defaults(home, isShort);
    while (!words.isEmpty()) {
      String name = words.remove();
      if (!values.containsKey(name) || words.isEmpty()) {
        throw new IllegalArgumentException(
            "no option is called " + name + ", or its value is missing");
      }
      values.put(name, words.remove());
    }
    return of(values, jfr);
  }

  private static Map<String, String> defaults(Path home, boolean isShort) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("--workloads", String.join(",", NAMES));
    values.put("--seconds", isShort ? "8" : "30");
    values.put("--warm-up", isShort ? "10" : "30");
    values.put("--idle-wait", isShort ? "5" : "60");
    values.put("--repeats", isShort ? "2" : "5");
    values.put("--connections", "16,64");
    values.put("--nchan-workers", "1");
    values.put("--server", home.resolve("../../target/stagedoor.jar").normalize().toString());
    String now =
        LocalDateTime.now(ZoneId.systemDefault())
            .format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
    values.put("--out", home.resolve("results").resolve(now).toString());
    return values;
  }

  private static Options of(Map<String, String> values, boolean jfr) {
    return new Options(
        list(values, "--workloads").toList(),
        seconds(values, "--warm-up"),
        seconds(values, "--seconds"),
        number(values, "--repeats"),
        list(values, "--connections").map(Integer::valueOf).toList(),
        seconds(values, "--idle-wait"),
        number(values, "--nchan-workers"),
        jfr,
        Path.of(value(values, "--server")).toAbsolutePath(),
        Path.of(value(values, "--out")).toAbsolutePath());
  }

  private static Stream<String> list(Map<String, String> values, String name) {
    return Stream.of(value(values, name).split(",", -1));
  }

  private static Duration seconds(Map<String, String> values, String name) {
    return Duration.ofSeconds(number(values, name));
  }

  private static int number(Map<String, String> values, String name) {
    return Integer.parseInt(value(values, name));
  }

  private static String value(Map<String, String> values, String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}
