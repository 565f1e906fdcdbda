package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps integrations in memory. */
public final class InMemoryIntegrationRepository implements IntegrationRepository {
  private final InMemoryStore.Table<IntegrationId, Integration.Snapshot> table;

  public InMemoryIntegrationRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Integration> find(IntegrationId id) {
    return table.find(id).map(Integration::restore);
  }

  @Override
  public Optional<Integration> lock(WorkspaceId workspace, ProviderId provider) {
    return oldestFirst()
        .filter(one -> one.workspace().equals(workspace) && one.provider().equals(provider))
        .findFirst()
        .flatMap(one -> table.lock(one.id()))
        .map(Integration::restore);
  }

  @Override
  public List<Integration> of(WorkspaceId workspace) {
    return oldestFirst().filter(one -> one.workspace().equals(workspace)).toList();
  }

  @Override
  public List<Integration> connectedTo(ProviderId provider, String account) {
    return oldestFirst()
        .filter(one -> one.provider().equals(provider))
        .filter(one -> one.connectedAccount().filter(account::equals).isPresent())
        .toList();
  }

  @Override
  public void save(Integration integration) {
    Integration.Snapshot now = integration.snapshot();
    boolean isSecond =
        oldestFirst()
            .filter(one -> one.workspace().equals(now.workspace()))
            .filter(one -> one.provider().equals(now.provider()))
            .anyMatch(one -> !one.id().equals(now.id()));
    if (isSecond) {
      throw new DomainException(CommonError.STALE_VERSION);
    }
    table.put(now.id(), next(now), Integration.Snapshot::version, now.version());
  }

  private Stream<Integration> oldestFirst() {
    return table
        .rows()
        .map(Integration::restore)
        .sorted(
            Comparator.comparing(Integration::createdAt)
                .thenComparing(one -> one.id().value().toString()));
  }

  private static Integration.Snapshot next(Integration.Snapshot of) {
    return new Integration.Snapshot(
        of.id(),
        of.workspace(),
        of.provider(),
        of.displayName(),
        of.account(),
        of.credentials(),
        of.problem(),
        of.settings(),
        of.connectedAt(),
        of.createdAt(),
        of.updatedAt(),
        of.version() + 1);
  }
}
