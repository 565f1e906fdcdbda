package dev.stagedoor.bootstrap.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is told of one {@code fanout} workload. */
final class FanoutReport {
  private static final String HEADER =
      "| workload | side | p50 ms | p99 ms | of nchan's p99 | max ms | acknowledged ms | lost | repeated | side µs | compiling µs |"
          + " database µs | readers µs | all back s | p99 then ms | lost then | repeated then | broken | MiB |"
          + " others |";

  private final String name;
  private final Options options;
  private final List<FanoutRun> runs = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  FanoutReport(String name, Options options) {
    this.name = name;
    this.options = options;
  }

  /**
   * What a side's memory grew by when readers connected.
   *
   * @param before without readers, garbage collected
   * @param with with all of them, after some events
   * @param collected the same, garbage collected
   */
  record Growth(Side.Memory before, Side.Memory with, Side.Memory collected, int readers) {
    String said() {
      String said =
          String.format(
              Locale.ROOT,
              "%d MiB without readers, %d MiB with all of them, which is %.1f KiB for each",
              before.bytes() >> 20,
              with.bytes() >> 20,
              kibibytes(with.bytes() - before.bytes()));
      if (before.heapBytes() == 0) {
        return said;
      }
      return said
          + String.format(
              Locale.ROOT,
              ", or %.1f KiB with garbage collected; of that %.1f KiB are objects",
              kibibytes(collected.bytes() - before.bytes()),
              kibibytes(collected.heapBytes() - before.heapBytes()));
    }

    private double kibibytes(long bytes) {
      return bytes / 1024.0 / readers;
    }
  }

  void noPeer() {
    note(
        "there is NO PEER: nchan is not installed (on Debian: apt-get install libnginx-mod-nchan)");
  }

  void peer(Nchan.Installed installed) {
    note(installed.version() + " with nchan, " + options.nchanWorkers() + " worker processes");
  }

  void memory(Side side, Growth growth) {
    note(side.name() + ": " + growth.said());
  }

  void add(FanoutRun run) {
    runs.add(run);
  }

  void slow(FanoutRun.Received received, long dropped, int open, Side.Memory memory) {
    note(
        String.format(
            Locale.ROOT,
            "server, beside readers that do not read: p50 %.1f ms, p99 %.1f ms, max %.1f ms, lost %d, repeated %d,"
                + " broken %d; %d of the slow ones were dropped, %d of their connections are still there, %d MiB",
            received.p50(),
            received.p99(),
            received.worst(),
            received.lost(),
            received.repeated(),
            received.broken(),
            dropped,
            open,
            memory.bytes() >> 20));
  }

  private void note(String what) {
    String note = "`" + name + "`: " + what + ".";
    Benchmarks.say(note);
    notes.add(note);
  }

  void addTo(Report report) {
    List<FanoutRun> peer = of("nchan");
    for (String side : runs.stream().map(FanoutRun::side).distinct().toList()) {
      List<FanoutRun> its = of(side);
      double elsewhere = Report.median(its, FanoutRun::elsewhere);
      report.row(
          HEADER,
          String.join(
              " | ",
              "| " + name,
              side,
              Report.range(its, run -> run.steady().p50(), 1),
              Report.range(its, run -> run.steady().p99(), 1),
              peer.isEmpty() ? "" : Report.decimal(p99(its) / p99(peer), 2) + "x",
              Report.range(its, run -> run.steady().worst(), 1),
              Report.decimal(Report.median(its, run -> run.steady().acknowledged()), 1),
              Long.toString(its.stream().mapToLong(run -> run.steady().lost()).sum()),
              Long.toString(its.stream().mapToLong(run -> run.steady().repeated()).sum()),
              Report.decimal(Report.median(its, FanoutRun::sideMicros), 1),
              Report.decimal(Report.median(its, FanoutRun::compilerMicros), 1),
              Report.decimal(Report.median(its, FanoutRun::databaseMicros), 1),
              Report.decimal(Report.median(its, FanoutRun::readersMicros), 1),
              Report.range(its, FanoutRun::backSeconds, 2),
              Report.range(its, run -> run.storm().p99(), 0),
              Long.toString(its.stream().mapToLong(run -> run.storm().lost()).sum()),
              Long.toString(its.stream().mapToLong(run -> run.storm().repeated()).sum()),
              Long.toString(
                  its.stream()
                      .mapToLong(run -> run.steady().broken() + run.storm().broken())
                      .sum()),
              Report.decimal(Report.median(its, run -> run.bytes() / 1048576.0), 0),
              Report.decimal(elsewhere * 100, 0) + " % |"));
      report.elsewhere(elsewhere);
    }
    notes.forEach(report::note);
  }

  private List<FanoutRun> of(String side) {
    return runs.stream().filter(run -> run.side().equals(side)).toList();
  }

  private static double p99(List<FanoutRun> runs) {
    return Report.median(runs, run -> run.steady().p99());
  }
}
