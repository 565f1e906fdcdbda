package dev.stagedoor.bootstrap.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the statements that the server would run, and nothing else, as fast as PostgreSQL can. */
final class Pgbench {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
  private static final Pattern AVERAGE = Pattern.compile("latency average = ([0-9.]+) ms");

  /** What is kept of a delivery's headers. */
  static final String HEADERS =
      "{\"host\":[\"127.0.0.1\"],\"user-agent\":[\"benchmark\"],"
          + "\"content-type\":[\"application/json\"],\"content-length\":[\"900\"]}";

  private final Database database;
  private final Path logs;
  private int runs;

  Pgbench(Database database, Path logs) {
    this.database = database;
    this.logs = logs;
  }

  /**
   * Some of the transactions of a workload.
   *
   * @param file a resource beside this class
   * @param weight how often it comes, beside the others
   */
  record Script(String file, int weight) {}

  /** What pgbench says of a run. */
  record Result(double perSecond, double averageMillis) {}

  /** Says what it needs where it is not installed. */
  static String version() throws InterruptedException {
    try {
      Process process = new ProcessBuilder("pgbench", "--version").start();
      String version = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      process.waitFor();
      return version;
    } catch (IOException e) {
      throw new IllegalStateException(
          "pgbench is not there; on Debian: apt-get install postgresql-contrib", e);
    }
  }

  Result run(List<Script> scripts, Map<String, String> variables, int clients, Duration duration)
      throws IOException, InterruptedException {
    runs++;
    URI address = URI.create(database.url().substring("jdbc:".length()));
    List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared"));
    command.addAll(List.of("-h", address.getHost(), "-p", Integer.toString(address.getPort())));
    command.addAll(List.of("-U", database.username()));
    command.addAll(List.of("-c", Integer.toString(clients), "-j", "1"));
    command.addAll(List.of("-T", Long.toString(duration.toSeconds())));
    variables.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
    command.addAll(List.of("-D", "n=0", "-D", "run=" + runs));
    for (Script script : scripts) {
      command.addAll(List.of("-f", unpacked(script.file()) + "@" + script.weight()));
    }
    command.add(address.getPath().substring(1));
    Path log = logs.resolve("pgbench-" + runs + ".log");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", database.password());
    int exit = builder.redirectOutput(log.toFile()).start().waitFor();
    String said = Files.readString(log);
    if (exit != 0 || said.contains("ERROR")) {
      throw new IllegalStateException("pgbench failed:\n" + said);
    }
    return new Result(number(RATE, said), number(AVERAGE, said));
  }

  private Path unpacked(String file) {
    Path copy = logs.resolve(file);
    try (InputStream script = Pgbench.class.getResourceAsStream(file)) {
      if (script == null) {
        throw new IllegalStateException("no script is called " + file);
      }
      Files.copy(script, copy, StandardCopyOption.REPLACE_EXISTING);
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("pgbench says nothing of " + pattern + ":\n" + text);
    }
    return Double.parseDouble(matcher.group(1));
  }
}
