package dev.stagedoor.bootstrap.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far many people are with what they watch, told by all their devices in any order. */
final class ProgressWorkload implements Workload {
  private @Nullable ProgressTraffic traffic;

  @Override
  public String description() {
    return "devices of 10,000 people tell how far they are with 20 items, 30 % of them late";
  }

  @Override
  public List<Integer> connections() {
    return List.of();
  }

  @Override
  public List<String> settings() {
    return Crowd.settings();
  }

  @Override
  public void prepare(Database database, Server server) throws IOException, InterruptedException {
    Crowd crowd = Crowd.like(Client.register(server, "somebody@example.org"));
    crowd.enter(database, "user", 0, ProgressTraffic.PEOPLE);
    String accounts = " from accounts where email like 'viewer-%'";
    database.execute(
        "insert into tv_subscribers (id, since) select id, now()" + accounts,
        """
        insert into tv_profiles (id, owner_id, name, is_kids, wrong_pins, created_at, version)
          select id, id, 'Ben', false, 0, now(), 1
        """
            + accounts,
        "analyze");
    traffic = new ProgressTraffic(crowd);
  }

  @Override
  public ProgressTraffic traffic() {
    return Objects.requireNonNull(traffic, "not prepared");
  }

  @Override
  public List<Pgbench.Script> scripts() {
    return List.of(new Pgbench.Script("progress.sql", 1));
  }

  @Override
  public Map<String, String> variables() {
    return Map.of(
        "people", Integer.toString(ProgressTraffic.PEOPLE),
        "items", Integer.toString(ProgressTraffic.ITEMS),
        "duration", Integer.toString(ProgressTraffic.DURATION));
  }

  @Override
  public double counted() {
    return 1;
  }

  @Override
  public List<String> check(Database database) {
    List<String> wrong = new ArrayList<>();
    traffic().wrongAnswers().forEach((what, count) -> wrong.add(what + ", " + count + " times"));
    Map<ProgressTraffic.Watched, ProgressTraffic.Told> missing = new HashMap<>(traffic().newest());
    String kept =
        """
        select profile_id, item_id, (extract(epoch from told_at) * 1000)::bigint, told_by, progress_seconds,
          is_completed, duration_seconds, item_type, type_at = told_at and duration_at = told_at
        from tv_progress where item_id like 'item-%'
        """;
    for (List<String> row : database.rows(kept)) {
      var watched = new ProgressTraffic.Watched(Crowd.number(row.get(0)), row.get(1));
      var told =
          new ProgressTraffic.Told(
              Long.parseLong(row.get(2)),
              row.get(3),
              Integer.parseInt(row.get(4)),
              row.get(5).equals("t"));
      if (!told.equals(missing.remove(watched))) {
        wrong.add(watched + " is not as the newest told: " + told);
      }
      if (!row.subList(6, 9).equals(List.of("" + ProgressTraffic.DURATION, "movie", "t"))) {
        wrong.add(watched + " has another type or duration than the newest told: " + row);
      }
    }
    missing.keySet().forEach(watched -> wrong.add("nothing is kept of " + watched));
    return wrong;
  }
}
