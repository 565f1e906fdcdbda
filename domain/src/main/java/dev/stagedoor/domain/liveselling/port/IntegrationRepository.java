package dev.stagedoor.domain.liveselling.port;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.util.List;
import java.util.Optional;

/** Keeps integrations, their credentials encrypted. All methods need an open unit of work. */
public interface IntegrationRepository {
  Optional<Integration> find(IntegrationId id);

  /** Finds and locks a workspace's integration with a provider until the unit of work ends. */
  Optional<Integration> lock(WorkspaceId workspace, ProviderId provider);

  /** Returns a workspace's integrations, the one that was made first first. */
  List<Integration> of(WorkspaceId workspace);

  /**
   * Returns the integrations that are connected to an account of a provider: a page, or a merchant
   * who gave leave.
   */
  List<Integration> connectedTo(ProviderId provider, String account);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile, or when it is new and the workspace has one with that provider
   */
  void save(Integration integration);
}
