package dev.stagedoor.bootstrap.benchmarks;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What one run of one side of {@code fanout} came to.
 *
 * @param steady events that came to readers who stayed
 * @param storm events that came while all readers were cut and came back
 * @param backSeconds from the cut until every reader was answered again and had what was published
 *     until then
 * @param sideMicros processor time of the side for each event at each reader, likewise the others
 * @param elsewhere the part of the machine that none of them used
 * @param bytes what the side held in memory after the storm, all readers connected
 */
record FanoutRun(
    String workload,
    String side,
    int repeat,
    Received steady,
    Received storm,
    double backSeconds,
    double sideMicros,
    double compilerMicros,
    double databaseMicros,
    double readersMicros,
    double elsewhere,
    long bytes) {
  static final String HEADER =
      "workload,side,repeat,p50_ms,p99_ms,max_ms,acknowledged_p50_ms,lost,repeated,broken,storm_p50_ms,storm_p99_ms,storm_max_ms,storm_acknowledged_p50_ms,"
          + "storm_lost,storm_repeated,storm_broken,back_s,side_us,compiler_us,database_us,readers_us,elsewhere,"
          + "bytes";

  /**
   * What came of some events.
   *
   * @param latencies from when an event was due to be published to its last byte
   * @param acknowledgements how long publishing them took
   * @param lost how many never came, counted at each reader, likewise the next
   * @param repeated how many came again
   * @param broken connections that ended, or were refused, without being cut by us
   */
  record Received(
      Latencies latencies, Latencies acknowledgements, long lost, int repeated, int broken) {
    boolean isWhole() {
      return lost == 0 && repeated == 0;
    }

    double p50() {
      return latencies.millis(50);
    }

    double p99() {
      return latencies.millis(99);
    }

    double worst() {
      return latencies.millis(100);
    }

    double acknowledged() {
      return acknowledgements.millis(50);
    }

    private Stream<String> csv() {
      return Stream.concat(
          decimals(p50(), p99(), worst(), acknowledged()),
          Stream.of(lost, repeated, broken).map(String::valueOf));
    }
  }

  String csv() {
    return Stream.of(
            Stream.of(workload, side, Integer.toString(repeat)),
            steady.csv(),
            storm.csv(),
            decimals(
                backSeconds, sideMicros, compilerMicros, databaseMicros, readersMicros, elsewhere),
            Stream.of(Long.toString(bytes)))
        .flatMap(fields -> fields)
        .collect(Collectors.joining(","));
  }

  private static Stream<String> decimals(double... values) {
    return DoubleStream.of(values).mapToObj(value -> String.format(Locale.ROOT, "%.2f", value));
  }

  String line() {
    return String.format(
        Locale.ROOT,
        "%s %s #%d: p50 %.1f ms, p99 %.1f ms, max %.1f ms, acknowledged in %.1f ms, lost %d, repeated %d, broken %d;"
            + " all back after %.2f s, p99 %.1f ms, max %.1f ms, lost %d, repeated %d, broken %d;"
            + " side %.1f us (%.1f compiling), database %.1f us, readers %.1f us, others %.0f %%, %d MiB",
        workload,
        side,
        repeat,
        steady.p50(),
        steady.p99(),
        steady.worst(),
        steady.acknowledged(),
        steady.lost(),
        steady.repeated(),
        steady.broken(),
        backSeconds,
        storm.p99(),
        storm.worst(),
        storm.lost(),
        storm.repeated(),
        storm.broken(),
        sideMicros,
        compilerMicros,
        databaseMicros,
        readersMicros,
        elsewhere * 100,
        bytes >> 20);
  }
}
