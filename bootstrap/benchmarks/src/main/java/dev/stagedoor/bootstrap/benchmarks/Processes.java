package dev.stagedoor.bootstrap.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** What Linux and the JDK tell of a process. */
final class Processes {
  private static final Pattern MEMORY = Pattern.compile("Pss: +([0-9]+) kB");
  private static final Pattern HEAP = Pattern.compile(" used ([0-9]+)K");

  private Processes() {}

  /** Returns what a process and its children hold in memory, what they share counted once. */
  static long memory(long pid) throws IOException {
    LongStream children =
        ProcessHandle.of(pid).stream()
            .flatMap(ProcessHandle::children)
            .mapToLong(ProcessHandle::pid);
    long bytes = 0;
    for (long each : LongStream.concat(LongStream.of(pid), children).toArray()) {
      String said = Files.readString(Path.of("/proc", Long.toString(each), "smaps_rollup"));
      bytes += number(MEMORY, said) * 1024;
    }
    return bytes;
  }

  /** Has a Java process collect its garbage. */
  static void collect(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
  }

  /** Returns what the objects of a Java process take. */
  static long heap(long pid) throws IOException, InterruptedException {
    return number(HEAP, jcmd(pid, "GC.heap_info")) * 1024;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid),
                command)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("jcmd " + command + " failed:\n" + said);
    }
    return said;
  }

  private static long number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("nothing of " + pattern + " in:\n" + text);
    }
    return Long.parseLong(matcher.group(1));
  }
}
