package dev.stagedoor.bootstrap.benchmarks;

import java.util.Map;

/**
 * What came of one run of the load generator.
 *
 * @param seconds from the first request to the last answer
 * @param latencies from when a request was due to its answer
 * @param statuses how many answers had which status; 0 stands for connections that broke
 * @param generatorCpuNanos what the generator's thread used
 */
record Outcome(
    double seconds, Latencies latencies, Map<Integer, Long> statuses, long generatorCpuNanos) {
  double perSecond() {
    return latencies.count() / seconds;
  }
}
