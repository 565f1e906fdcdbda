package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.tv.Client;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.port.ClientRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps the clients of resellers in memory. */
public final class InMemoryClientRepository implements ClientRepository {
  private final InMemoryStore.Table<ClientId, Row> table;

  private record Row(Client.Snapshot client, Optional<String> key) {
    boolean isMadeBy(UserId reseller, String wanted) {
      return client.reseller().equals(reseller) && key.filter(wanted::equals).isPresent();
    }
  }

  public InMemoryClientRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public List<Client> lock(Collection<ClientId> ids) {
    return ids.stream()
        .map(table::lock)
        .flatMap(Optional::stream)
        .map(row -> Client.restore(row.client()))
        .toList();
  }

  @Override
  public Optional<Client> findByUser(UserId user) {
    return all().filter(client -> client.user().equals(user)).findFirst();
  }

  @Override
  public Optional<Client> findByKey(UserId reseller, String key) {
    return table
        .rows()
        .filter(row -> row.isMadeBy(reseller, key))
        .map(row -> Client.restore(row.client()))
        .findFirst();
  }

  @Override
  public void add(Client client, Optional<String> key) {
    boolean isTaken =
        findByUser(client.user()).isPresent()
            || key.flatMap(made -> findByKey(client.reseller(), made)).isPresent();
    if (isTaken) {
      throw new DomainException(CommonError.STALE_VERSION);
    }
    put(client, key, 0);
  }

  @Override
  public void save(List<Client> clients) {
    clients.forEach(this::save);
  }

  private void save(Client client) {
    Optional<Row> stored = table.lock(client.id());
    if (stored.isEmpty()) {
      throw new DomainException(CommonError.STALE_VERSION);
    }
    put(client, stored.get().key(), client.version());
  }

  private void put(Client client, Optional<String> key, long expected) {
    table.put(
        client.id(),
        new Row(next(client.snapshot()), key),
        row -> row.client().version(),
        expected);
  }

  public Stream<Client> all() {
    return table.rows().map(row -> Client.restore(row.client()));
  }

  private static Client.Snapshot next(Client.Snapshot of) {
    return new Client.Snapshot(
        of.id(),
        of.reseller(),
        of.user(),
        of.plan(),
        of.begunAt(),
        of.months(),
        of.isSuspended(),
        of.createdAt(),
        of.version() + 1);
  }
}
