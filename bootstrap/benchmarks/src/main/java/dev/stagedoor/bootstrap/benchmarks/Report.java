package dev.stagedoor.bootstrap.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Writes results down: each run as a line of CSV, medians as a table in Markdown. */
final class Report {
  /** More of the machine than this, used by somebody else, disturbs a run. */
  private static final double DISTURBED = 0.05;

  private static final String HEADER =
      "| workload | side | per second | of pgbench | p50 ms | p99 ms | server µs | compiling µs |"
          + " database µs | generator µs | generator busy | commits | WAL bytes | others |";

  private final Options options;
  private final String machine;
  private final Map<String, List<String>> tables = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private double mostElsewhere;

  Report(Options options, String machine) throws IOException {
    this.options = options;
    this.machine = machine;
    Benchmarks.append(options.out().resolve("runs.csv"), Run.HEADER);
    Benchmarks.append(options.out().resolve("fanout.csv"), FanoutRun.HEADER);
  }

  void add(Workload workload, List<Run> runs) {
    double peer = runs.stream().anyMatch(Report::isPeer) ? peer(runs) : 0;
    for (String side : runs.stream().map(Run::side).distinct().toList()) {
      List<Run> its = runs.stream().filter(run -> run.side().equals(side)).toList();
      row(
          HEADER,
          String.join(
              " | ",
              "| " + its.get(0).workload(),
              side,
              range(its, Run::perSecond, 0),
              peer == 0 ? "" : decimal(median(its, Run::perSecond) / peer, 2) + "x",
              range(its, Run::p50, 1),
              range(its, Run::p99, 1),
              decimal(median(its, Run::serverMicros), 0),
              decimal(median(its, Run::compilerMicros), 0),
              decimal(median(its, Run::databaseMicros), 0),
              decimal(median(its, Run::generatorMicros), 0),
              decimal(median(its, Run::generatorBusy) * 100, 0) + " %",
              decimal(median(its, Run::commits), 2),
              decimal(median(its, Run::walBytes), 0),
              decimal(median(its, Run::elsewhere) * 100, 0) + " % |"));
      elsewhere(median(its, Run::elsewhere));
    }
    note("`" + runs.get(0).workload() + "`: " + workload.description() + ".");
  }

  /** Adds a line to the table of a header. */
  void row(String header, String line) {
    tables.computeIfAbsent(header, key -> new ArrayList<>()).add(line);
  }

  /** Takes which part of the machine others used. */
  void elsewhere(double part) {
    mostElsewhere = Math.max(mostElsewhere, part);
  }

  /** Adds a note below the tables, once. */
  void note(String note) {
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  private static boolean isPeer(Run run) {
    return run.side().startsWith("pgbench");
  }

  private static double peer(List<Run> runs) {
    return median(runs.stream().filter(Report::isPeer).toList(), Run::perSecond);
  }

  /** Notes what the database held afterwards. */
  void checked(String workload, Database database, List<String> wrong) throws IOException {
    Files.write(options.out().resolve(workload + "-wrong.txt"), wrong);
    notes.add(
        "`"
            + workload
            + "` afterwards, on PostgreSQL "
            + database.text("show server_version")
            + " with fsync "
            + database.text("show fsync")
            + " and synchronous_commit "
            + database.text("show synchronous_commit")
            + ": "
            + (wrong.isEmpty()
                ? "everything as it must be."
                : wrong.size() + " things WRONG, the first: " + wrong.get(0)));
  }

  String write() throws IOException {
    List<String> page = new ArrayList<>();
    page.add(machine + ".");
    page.add("");
    if (mostElsewhere > DISTURBED) {
      page.add("**Disturbed: others used up to " + decimal(mostElsewhere * 100, 0) + " % of it.**");
      page.add("");
    }
    tables.forEach(
        (header, lines) -> {
          page.add(said(header));
          page.add("");
          page.add(header);
          page.add(header.replaceAll("[^|]+", "---"));
          page.addAll(lines);
          page.add("");
        });
    notes.forEach(note -> page.add("* " + note));
    String text = String.join("\n", page) + "\n";
    Files.writeString(options.out().resolve("report.md"), text);
    return text + "\nin " + options.out();
  }

  private String said(String header) {
    if (header.equals(HEADER)) {
      return runs();
    }
    return header.contains("| lost |") ? fanouts() : "Of all that was measured, one by one.";
  }

  private String runs() {
    return "Medians (least to most) of "
        + options.repeats()
        + " runs of "
        + options.run().toSeconds()
        + " s after at least "
        + options.warmUp().toSeconds()
        + " s of warming up.";
  }

  private String fanouts() {
    return "Medians (least to most) of "
        + options.repeats()
        + " runs of "
        + Fanout.EVENTS
        + " events, "
        + Fanout.PER_SECOND
        + " in a second, each followed by a cut of all readers.";
  }

  static double median(List<Run> runs, String side) {
    return median(runs.stream().filter(run -> run.side().equals(side)).toList(), Run::perSecond);
  }

  static <R> double median(List<R> runs, ToDoubleFunction<R> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static <R> String range(List<R> runs, ToDoubleFunction<R> figure, int decimals) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    if (Double.isNaN(sorted[0])) {
      return "";
    }
    return decimal(median(runs, figure), decimals)
        + " ("
        + decimal(sorted[0], decimals)
        + " to "
        + decimal(sorted[sorted.length - 1], decimals)
        + ")";
  }

  static String decimal(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }

  static String line(Run run) {
    return String.format(
        Locale.ROOT,
        "%s %s #%d: %.0f/s, p50 %.2f ms, p99 %.2f ms, server %.0f us (%.0f compiling), database %.0f us,"
            + " generator %.0f us (%.0f %% busy), others %.0f %%, %s",
        run.workload(),
        run.side(),
        run.repeat(),
        run.perSecond(),
        run.p50(),
        run.p99(),
        run.serverMicros(),
        run.compilerMicros(),
        run.databaseMicros(),
        run.generatorMicros(),
        run.generatorBusy() * 100,
        run.elsewhere() * 100,
        run.statuses());
  }
}
