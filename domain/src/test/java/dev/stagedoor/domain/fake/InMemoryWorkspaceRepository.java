package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.WorkspaceRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps workspaces in memory. */
public final class InMemoryWorkspaceRepository implements WorkspaceRepository {
  private final InMemoryStore.Table<WorkspaceId, Workspace.Snapshot> table;

  public InMemoryWorkspaceRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Workspace> find(WorkspaceId id) {
    return table.find(id).map(Workspace::restore);
  }

  @Override
  public Optional<Workspace> lock(WorkspaceId id) {
    return table.lock(id).map(Workspace::restore);
  }

  @Override
  public List<Workspace> operatedBy(UserId user) {
    return all()
        .filter(one -> one.operators().contains(user))
        .sorted(
            Comparator.comparing(Workspace::createdAt)
                .thenComparing(one -> one.id().value().toString()))
        .toList();
  }

  @Override
  public void save(Workspace workspace) {
    Workspace.Snapshot now = workspace.snapshot();
    table.put(now.id(), next(now), Workspace.Snapshot::version, now.version());
  }

  public Stream<Workspace> all() {
    return table.rows().map(Workspace::restore);
  }

  private static Workspace.Snapshot next(Workspace.Snapshot of) {
    return new Workspace.Snapshot(
        of.id(),
        of.name(),
        of.currency(),
        of.plan(),
        of.operators(),
        of.createdAt(),
        of.version() + 1);
  }
}
