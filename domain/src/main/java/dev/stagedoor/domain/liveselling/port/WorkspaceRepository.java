package dev.stagedoor.domain.liveselling.port;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** Keeps workspaces with their operators. All methods need an open unit of work. */
public interface WorkspaceRepository {
  Optional<Workspace> find(WorkspaceId id);

  /** Finds and locks a workspace until the unit of work ends. */
  Optional<Workspace> lock(WorkspaceId id);

  /** Returns the workspaces somebody operates, the oldest first. */
  List<Workspace> operatedBy(UserId user);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(Workspace workspace);
}
