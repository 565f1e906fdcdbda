package dev.stagedoor.bootstrap.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where and of what figures were taken. */
final class Machine {
  private static final Pattern MODEL = Pattern.compile("model name\\s*: (.+)");
  private static final Pattern MEMORY = Pattern.compile("MemTotal: +([0-9]+) kB");

  private Machine() {}

  static String describe(Options options) throws IOException, InterruptedException {
    return String.join(
        ", ",
        Runtime.getRuntime().availableProcessors() + " cores of " + found(MODEL, "/proc/cpuinfo"),
        Long.parseLong(found(MEMORY, "/proc/meminfo")) / (1 << 20) + " GiB",
        "Linux " + System.getProperty("os.version"),
        "JDK " + System.getProperty("java.version") + " " + Server.MEMORY,
        Pgbench.version(),
        "commit " + commit(options.server().resolveSibling("")));
  }

  private static String found(Pattern pattern, String file) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(Path.of(file)));
    return matcher.find() ? matcher.group(1) : "0";
  }

  private static String commit(Path folder) throws IOException, InterruptedException {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty", "--abbrev=10")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      String said = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
      return git.waitFor() == 0 ? said : "unknown";
    } catch (IOException noGit) {
      return "unknown";
    }
  }
}
