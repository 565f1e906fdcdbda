package dev.stagedoor.bootstrap.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The statements that make a year up, the same each time. */
final class AnalyticsYear {
  private static final String FACTS =
      "insert into analytics_facts (id, at, kind, who, what, amount, currency, is_counted) ";

  private AnalyticsYear() {}

  /** Makes up the year until a day; nothing of it is in the sums yet but requests. */
  static List<String> of(int accounts, LocalDate today) {
    List<String> statements = new ArrayList<>();
    String end = "timestamptz '" + today + " 00:00:00Z'";
    statements.add(
        """
        create temporary table people as
        select n, %1$s as id,
          %3$s - interval '364 days' + make_interval(secs => (n * 7919::bigint) %% (364 * 86400)) as since,
          n %% 5 < 2 as pays, n %% 3 as plan, %4$s as reseller
        from generate_series(1, %2$d) as n
        """
            .formatted(
                Crowd.id("n"), accounts, end, Crowd.id("n % " + resellers(accounts) + " + 1")));
    statements.add(
        """
        insert into accounts (id, identity_provider, identity_subject, email, first_name, last_name, role, status,
            language, created_at, version)
          select id, 'local', id, concat('viewer-', n, '@example.org'), 'Ben', 'Chmark',
            case when n <= %d then 'reseller' else 'user' end, 'active', 'en', since, 1
          from people
        """
            .formatted(resellers(accounts)));
    statements.add(facts("signed_up", "since", "", "0", "", "true"));
    statements.add(facts("trial_started", "since", "", "0", "", "true"));
    String paid = "since + interval '7 days'";
    String pays = "pays and " + paid + " < " + end;
    String price = "concat('price_', plan)";
    String monthly = "500 * (plan + 1)";
    statements.add(facts("trial_converted", paid, "", "0", "", pays));
    statements.add(facts("started_trial_converted", "since", "", "0", "", pays));
    statements.add(facts("subscribed", paid, "", monthly, "USD", pays));
    statements.add(facts("plan_taken", paid, price, monthly, "USD", pays));
    String dearer = "since + interval '50 days'";
    String upgrades = "pays and plan = 0 and n % 7 = 0 and " + dearer + " < " + end;
    statements.add(facts("upgraded", dearer, "", "500", "USD", upgrades));
    statements.add(facts("plan_left", dearer, "'price_0'", "-500", "USD", upgrades));
    statements.add(facts("plan_taken", dearer, "'price_1'", "1000", "USD", upgrades));
    String left = "since + make_interval(days => 60 + n % 90)";
    String leaves = "pays and plan > 0 and n % 4 = 0 and " + left + " < " + end;
    statements.add(facts("churned", left, "", "-" + monthly, "USD", leaves));
    statements.add(facts("plan_left", left, price, "-" + monthly, "USD", leaves));
    // Less and less often: on the day itself, and 1, 4, 9 and so on to 100 days after it.
    for (int visit = 0; visit <= 10; visit++) {
      String day = "since + interval '" + visit * visit + " days'";
      statements.add(
          facts("active", day, "", "0", "", "n % 11 >= " + visit + " and " + day + " < " + end));
    }
    String reseller = "cast(reseller as text)";
    for (int month = 0; month < 4; month++) {
      String at = "since + interval '" + month + " months'";
      String renews = "n % 5 = 4 and n % 4 >= " + month + " and " + at + " < " + end;
      statements.add(facts("credits_spent", at, reseller, monthly, "", renews));
      statements.add(
          facts(month == 0 ? "client_created" : "client_renewed", at, reseller, "0", "", renews));
      statements.add(facts("client_served", at, "", "1", "", renews));
      statements.add(facts("client_served", at + " + interval '1 month'", "", "-1", "", renews));
    }
    statements.add(
        facts("credits_granted", "since", "", "1000000", "", "n <= " + resellers(accounts)));
    statements.addAll(requests(end));
    return statements;
  }

  private static int resellers(int accounts) {
    return Math.max(1, accounts / 1_000);
  }

  private static String facts(
      String kind, String at, String what, String amount, String currency, String where) {
    return FACTS
        + "select gen_random_uuid(), %s, '%s', id, %s, %s, '%s', false from people where %s"
            .formatted(at, kind, what.isEmpty() ? "''" : what, amount, currency, where);
  }

  /** Five kinds of devices, with answers from a millisecond to some seconds. */
  private static List<String> requests(String end) {
    List<String> statements = new ArrayList<>();
    String columns =
        "insert into analytics_requests (span, start, device, route, requests, errors, refusals, latencies) ";
    statements.add(
        columns
            + """
            select 'quarter_hour', start, device, '', 10000, 10, 100, latencies
            from generate_series(%1$s - interval '364 days', %1$s - interval '15 minutes', interval '15 minutes') as start
            cross join unnest(array['mobile', 'tablet', 'tv', 'desktop', 'other']) as device
            cross join lateral (
              select array_agg(case when slot < 30 then 0 else (slot * 13 + extract(day from start)::int) %% 50 end order by slot)
                as latencies
              from generate_series(1, 120) as slot) as slots
            """
                .formatted(end));
    for (String span : List.of("hour", "quarter_day", "day")) {
      String length =
          switch (span) {
            case "hour" -> "1 hour";
            case "quarter_day" -> "6 hours";
            default -> "1 day";
          };
      statements.add(
          columns
              + String.format(
                  Locale.ROOT,
                  """
                  select '%1$s', piece, device, '', quarters * requests, quarters * errors, quarters * refusals, sums
                  from (
                    select date_bin('%2$s', start, timestamptz '2000-01-01 00:00:00Z') as piece, device,
                      count(*) as quarters, min(requests) as requests, min(errors) as errors, min(refusals) as refusals,
                      min(latencies) as latencies
                    from analytics_requests
                    where span = 'quarter_hour'
                    group by piece, device) as pieces
                  cross join lateral (
                    select array_agg(quarters * one order by slot) as sums
                    from unnest(latencies) with ordinality as slots (one, slot)) as slots
                  """,
                  span,
                  length));
    }
    statements.add(
        columns
            + """
            select 'day', start, '', concat('route-', n), requests, errors, refusals, latencies
            from analytics_requests cross join generate_series(1, 15) as n
            where span = 'day' and device = 'mobile'
            """);
    statements.add(
        columns
            + """
            select 'month', month, '', route, sum(requests), sum(errors), sum(refusals), (
              select array_agg(one order by slot)
              from (
                select slot, sum(one) as one
                from analytics_requests as days cross join unnest(latencies) with ordinality as slots (one, slot)
                where span = 'day' and days.route = pieces.route and date_trunc('month', start, 'UTC') = month
                group by slot) as slots)
            from (
              select *, date_trunc('month', start, 'UTC') as month
              from analytics_requests where span = 'day' and device = '') as pieces
            group by month, route
            """);
    statements.add(
        """
        insert into analytics_system (start, readings, cpu_sum, cpu_most, heap_sum, heap_most, connections_sum,
            connections_most)
          select start, 60, 12000, 900, 12000000000, 400000000, 6000, 300
          from generate_series(%1$s - interval '364 days', %1$s - interval '15 minutes', interval '15 minutes') as start
        """
            .formatted(end));
    return statements;
  }
}
