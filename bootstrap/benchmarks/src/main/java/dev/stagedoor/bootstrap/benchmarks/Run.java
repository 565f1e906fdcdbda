package dev.stagedoor.bootstrap.benchmarks;

import java.util.Locale;

/**
 * What one run of one side came to.
 *
 * @param side {@code server c=16}, {@code pgbench c=16}, {@code server 500/s}
 * @param perSecond operations that reached the database
 * @param p50 in milliseconds; of pgbench only the average is known
 * @param serverMicros processor time of the server for each operation, likewise the others
 * @param compilerMicros what of that went into compiling what the server runs often
 * @param elsewhere the part of the machine that neither side nor the generator used
 */
record Run(
    String workload,
    String side,
    int repeat,
    double perSecond,
    double p50,
    double p99,
    double worst,
    double serverMicros,
    double compilerMicros,
    double databaseMicros,
    double generatorMicros,
    double generatorBusy,
    double elsewhere,
    double commits,
    double walBytes,
    String statuses) {
  static final String HEADER =
      "workload,side,repeat,per_second,p50_ms,p99_ms,max_ms,server_us,compiler_us,database_us,generator_us,"
          + "generator_busy,elsewhere,commits,wal_bytes,statuses";

  String csv() {
    return String.join(
        ",",
        workload,
        side,
        Integer.toString(repeat),
        decimal(perSecond),
        decimal(p50),
        decimal(p99),
        decimal(worst),
        decimal(serverMicros),
        decimal(compilerMicros),
        decimal(databaseMicros),
        decimal(generatorMicros),
        decimal(generatorBusy),
        decimal(elsewhere),
        decimal(commits),
        decimal(walBytes),
        statuses);
  }

  private static String decimal(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
  }
}
