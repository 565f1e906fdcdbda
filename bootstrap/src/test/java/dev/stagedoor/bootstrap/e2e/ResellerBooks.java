package dev.stagedoor.bootstrap.e2e;

import dev.stagedoor.persistence.embedded.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads the books of all resellers in the database itself, again and again while servers write
 * them, and notes whatever does not add up at a moment. One statement reads all of a moment.
 */
final class ResellerBooks implements AutoCloseable {
  /** What the addresses of all clients end with. */
  static final String CLIENTS = "@clients.example.org";

  private static final String FAULTS =
      """
      with running as (
        select account_id, number, amount, balance,
          sum(amount) over (partition by account_id order by number) as added
        from credit_entries
      ), totals as (
        select account_id, sum(amount) as added, count(*) as entries, min(number) as first,
          max(number) as last, bool_and(balance = added) as adds_up
        from running group by account_id
      ), debits as (
        select * from credit_entries where kind = 'client_created' and amount < 0
      ), people as (
        select * from accounts where email like '%' || ? and status <> 'registering'
      )
      select concat('the account ', account_id, ' holds ', a.balance, ' after ', a.entries,
        ' entries; its ledger ', t.added, ' after ', t.entries)
        from credit_accounts a full join totals t using (account_id)
        where (a.balance = t.added and a.balance >= 0 and a.entries = t.entries and t.first = 1
          and t.last = t.entries and t.adds_up) is not true
      union all
      select concat('client ', c.id, ' and the debit of ', d.client_id)
        from tv_clients c full join debits d
          on d.client_id = c.id and d.account_id = c.reseller_id
        where c.id is null or d.id is null
      union all
      select concat('client ', client_id, ' was charged more than once') from debits
        group by client_id having count(*) > 1
      union all
      select concat('client ', c.id, ' has the account ', p.email, ' ', p.status)
        from tv_clients c full join people p on p.id = c.user_id
        where c.id is null or p.id is null or p.status <> 'active'
      union all
      select concat('client ', c.id, ' has no profile') from tv_clients c
        where not exists (select from tv_profiles p where p.owner_id = c.user_id)
      """;

  private final Connection connection;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Future<?> reading;
  private final Set<String> faults = new LinkedHashSet<>();
  private final Set<Integer> moments = new LinkedHashSet<>();
  private volatile int clients;
  private volatile boolean over;

  private ResellerBooks(Connection connection) throws SQLException {
    this.connection = connection;
    sample();
    this.reading =
        thread.submit(
            () -> {
              while (!over) {
                sample();
                // The servers need the processor too.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
              }
              return null;
            });
  }

  static ResellerBooks open(EmbeddedDatabase database) throws SQLException {
    return new ResellerBooks(connect(database));
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(
        database.url(), database.username(), database.password().reveal());
  }

  private void sample() throws SQLException {
    faults.addAll(read(connection, FAULTS, CLIENTS));
    clients = Integer.parseInt(read(connection, "select count(*) from tv_clients").get(0));
    moments.add(clients);
  }

  /** Waits until there are so many clients. */
  void awaitClients(int many) throws Exception {
    while (clients < many) {
      if (reading.isDone()) {
        reading.get();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  int clients() {
    return clients;
  }

  /** What was seen until the reading ended. */
  record Seen(Set<String> faults, Set<Integer> moments) {}

  /** Ends the reading, with a last look. */
  Seen finish(EmbeddedDatabase database) throws Exception {
    over = true;
    reading.get();
    try (Connection last = connect(database)) {
      faults.addAll(read(last, FAULTS, CLIENTS));
    }
    return new Seen(faults, moments);
  }

  /** Returns the first column of what a query finds. */
  static List<String> read(EmbeddedDatabase database, String query, String... values)
      throws SQLException {
    try (Connection connection = connect(database)) {
      return read(connection, query, values);
    }
  }

  private static List<String> read(Connection connection, String query, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }

  @Override
  public void close() throws SQLException {
    over = true;
    thread.shutdown();
    connection.close();
  }
}
