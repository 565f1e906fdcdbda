package dev.stagedoor.bootstrap.benchmarks;

import java.util.List;
import java.util.Map;

/** What is measured: requests to the server, and the same work of the database without it. */
interface Workload {
  List<String> NAMES =
      List.of(
          "webhooks",
          "comments-1",
          "comments-100",
          "feed-1",
          "feed-100",
          "progress",
          "credits-50",
          "credits-hot");

  static Workload named(String name) {
    return switch (name) {
      case "webhooks" -> new WebhooksWorkload();
      case "comments-1" -> new CommentsWorkload(false, 1);
      case "comments-100" -> new CommentsWorkload(false, 100);
      case "feed-1" -> new CommentsWorkload(true, 1);
      case "feed-100" -> new CommentsWorkload(true, 100);
      case "progress" -> new ProgressWorkload();
      case "credits-50" -> new CreditsWorkload(50, List.of());
      case "credits-hot" -> new CreditsWorkload(1, List.of(50));
      default -> throw new IllegalArgumentException("no workload is called " + name);
    };
  }

  /** Says what one operation is. */
  String description();

  /** Returns at how many connections the closed loop is run; none: as for all workloads. */
  List<Integer> connections();

  /** Returns settings of the server beside those every workload has. */
  List<String> settings();

  /** Puts into the database what requests tell of; the server is running. */
  void prepare(Database database, Server server) throws Exception;

  Traffic traffic();

  /** Returns the transactions that pgbench runs. */
  List<Pgbench.Script> scripts();

  /** Returns variables of those transactions. */
  Map<String, String> variables();

  /** Returns which part of the requests reach the database, and so count beside pgbench. */
  double counted();

  /** Looks at what the database holds after all runs, and says what is wrong. */
  List<String> check(Database database);
}
