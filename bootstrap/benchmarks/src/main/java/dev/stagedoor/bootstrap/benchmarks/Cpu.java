package dev.stagedoor.bootstrap.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from Linux what processor time was used, in microseconds; in steps of 10 ms. */
final class Cpu {
  private static final long MICROS_PER_TICK = 10_000;
  private static final Pattern SPACES = Pattern.compile(" +");

  private Cpu() {}

  /** Returns what one process has used. */
  static long of(long pid) {
    return own(pid, false);
  }

  /** Returns what a process and the children it had have used. */
  static long ofAndGone(long pid) {
    return own(pid, true);
  }

  /**
   * Returns what each thread of a Java process that compiles what it runs often has used: much
   * while the process is young, little later.
   */
  static Map<Path, Long> ofCompilers(long pid) {
    try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
      return threads
          .filter(Cpu::compiles)
          .collect(Collectors.toMap(thread -> thread, thread -> own(thread, false)));
    } catch (IOException gone) {
      return Map.of();
    }
  }

  private static boolean compiles(Path thread) {
    try {
      return Files.readString(thread.resolve("comm")).matches("C[12] Compiler.*\\s*");
    } catch (IOException gone) {
      return false;
    }
  }

  /** Returns what a process, those it has and those it had as children have used. */
  static long ofFamily(long pid) {
    return own(pid, true) + children(pid).stream().mapToLong(child -> own(child.pid(), true)).sum();
  }

  private static List<ProcessHandle> children(long pid) {
    return ProcessHandle.of(pid).stream().flatMap(ProcessHandle::children).toList();
  }

  private static long own(long pid, boolean withGone) {
    return own(Path.of("/proc", Long.toString(pid)), withGone);
  }

  private static long own(Path task, boolean withGone) {
    return fields(task.resolve("stat"))
        .map(fields -> Stream.of(fields).skip(11).limit(withGone ? 4 : 2))
        .map(ticks -> ticks.mapToLong(Long::parseLong).sum() * MICROS_PER_TICK)
        .orElse(0L);
  }

  /** Returns the fields behind the name of the program, which may have spaces. */
  private static Optional<String[]> fields(Path stat) {
    try {
      String line = Files.readString(stat).strip();
      return Optional.of(SPACES.split(line.substring(line.lastIndexOf(')') + 2), -1));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Returns what the whole machine has used, what others took of it included. */
  static long ofMachine() {
    String[] fields = SPACES.split(machine(), -1);
    long ticks = 0;
    for (int i = 1; i < fields.length && i <= 8; i++) {
      boolean isIdle = i == 4 || i == 5;
      ticks += isIdle ? 0 : Long.parseLong(fields[i]);
    }
    return ticks * MICROS_PER_TICK;
  }

  private static String machine() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
      return lines.findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException("the benchmarks need Linux", e);
    }
  }
}
