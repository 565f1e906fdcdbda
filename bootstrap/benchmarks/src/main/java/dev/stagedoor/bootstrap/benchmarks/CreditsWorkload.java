package dev.stagedoor.bootstrap.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Resellers renew their clients: another month for the client, paid with credits, both or neither.
 * Half of the resellers and clients are pgbench's.
 */
final class CreditsWorkload implements Workload {
  private static final int CLIENTS = 1_000;
  private static final int FIRST_CLIENT = 1_000;
  private static final int PRICE = 799;
  private static final long GRANT = 100_000_000_000L;

  private final int resellers;
  private final List<Integer> connections;
  private @Nullable RenewalTraffic traffic;

  /**
   * Renewals by some resellers.
   *
   * @param connections at how many they come, where it matters
   */
  CreditsWorkload(int resellers, List<Integer> connections) {
    this.resellers = resellers;
    this.connections = connections;
  }

  @Override
  public String description() {
    return "renewals of %,d clients, which %s with credits"
        .formatted(CLIENTS, resellers == 1 ? "one reseller pays" : resellers + " resellers pay");
  }

  @Override
  public List<Integer> connections() {
    return connections;
  }

  @Override
  public List<String> settings() {
    return Crowd.settings();
  }

  @Override
  public void prepare(Database database, Server server) throws IOException, InterruptedException {
    Crowd crowd = Crowd.like(Client.register(server, "somebody@example.org"));
    crowd.enter(database, "reseller", 0, 2 * resellers);
    crowd.enter(database, "user", FIRST_CLIENT, 2 * CLIENTS);
    database.execute(
        """
        insert into tv_plans (id, price_id, name, monthly_minor, currency, max_profiles, max_playlists, max_favorites,
            features, created_at, version)
          values (%s, 'price_of_benchmarks', 'Plan', %d, 'USD', 5, 5, 500, '{}', now(), 1)
        """
            .formatted(Crowd.id("0"), PRICE),
        """
        insert into credit_accounts (account_id, balance, entries)
          select id, %d, 1 from accounts where role = 'reseller'
        """
            .formatted(GRANT),
        """
        insert into credit_entries (account_id, number, id, kind, amount, balance, description, at)
          select account_id, 1, account_id, 'grant', balance, balance, 'Grant', now() from credit_accounts
        """,
        """
        insert into tv_clients (id, reseller_id, user_id, plan_id, begun_at, months, paid_until, is_suspended,
            created_at, version)
          select id, reseller, id, %1$s, now(), 1, now() + interval '1 month', false, now(), 1
          from (
            select %2$s as id, %3$s as reseller from generate_series(0, %4$d - 1) as n
            union all
            select %5$s, %6$s from generate_series(0, %4$d - 1) as n) as clients
        """
            .formatted(
                Crowd.id("0"),
                Crowd.id(FIRST_CLIENT + " + n"),
                Crowd.id("n % " + resellers),
                CLIENTS,
                Crowd.id(FIRST_CLIENT + CLIENTS + " + n"),
                Crowd.id(resellers + " + n % " + resellers)),
        "analyze");
    traffic =
        new RenewalTraffic(
            IntStream.range(0, resellers).mapToObj(crowd::token).toList(), CLIENTS, FIRST_CLIENT);
  }

  @Override
  public RenewalTraffic traffic() {
    return Objects.requireNonNull(traffic, "not prepared");
  }

  @Override
  public List<Pgbench.Script> scripts() {
    return List.of(new Pgbench.Script("renewal.sql", 1));
  }

  @Override
  public Map<String, String> variables() {
    return Map.of(
        "clients", Integer.toString(CLIENTS),
        "first", Integer.toString(FIRST_CLIENT + CLIENTS),
        "price", Integer.toString(PRICE));
  }

  @Override
  public double counted() {
    return 1;
  }

  @Override
  public List<String> check(Database database) {
    List<String> wrong = new ArrayList<>();
    traffic().wrongAnswers().forEach((what, count) -> wrong.add(what + ", " + count + " times"));
    checkClients(database, wrong);
    String unsound =
        """
        select account_id, balance, entries, summed, counted, last, least
        from credit_accounts left join (
          select account_id, sum(amount) as summed, count(*) as counted, max(number) as last,
            min(balance) as least
          from credit_entries group by account_id) as ledger using (account_id)
        where (balance, entries, entries) is distinct from (summed, counted, last)
          or least < 0 or balance < 0
          or balance <> %d - %d * (entries - 1)
        """
            .formatted(GRANT, PRICE);
    database.rows(unsound).forEach(row -> wrong.add("a ledger is not sound: " + row));
    String misnumbered =
        """
        select account_id, number from (
          select account_id, number, balance - amount as before, number - 1 as last_number,
            lag(balance, 1, 0) over entries as last_balance, lag(number, 1, 0) over entries as last
          from credit_entries window entries as (partition by account_id order by number)) as entries
        where before <> last_balance or last <> last_number
        """;
    database.rows(misnumbered).forEach(row -> wrong.add("an entry does not follow: " + row));
    return wrong;
  }

  /** Each renewal that was acknowledged is one month and one entry, and nothing else is. */
  private void checkClients(Database database, List<String> wrong) {
    String renewals =
        """
        select tv_clients.id, months - 1, version - 1, count(credit_entries.id)
        from tv_clients left join credit_entries
          on client_id = tv_clients.id and account_id = reseller_id and kind = 'client_renewed'
        group by tv_clients.id
        """;
    for (List<String> row : database.rows(renewals)) {
      int client = Crowd.number(row.get(0)) - FIRST_CLIENT;
      String months = row.get(1);
      if (!months.equals(row.get(2)) || !months.equals(row.get(3))) {
        wrong.add("months and entries of a client differ: " + row);
      }
      if (client < CLIENTS && Long.parseLong(months) != traffic().renewed(client)) {
        wrong.add(row + " was renewed " + traffic().renewed(client) + " times");
      }
    }
  }
}
