package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.liveselling.Credentials;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import dev.stagedoor.domain.liveselling.port.WorkspaceRepository;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace's integrations, as the services read and change them in the open unit of work. */
final class Integrations {
  private final WorkspaceRepository workspaces;
  private final IntegrationRepository integrations;
  private final IntegrationCatalog catalog;
  private final LiveUpdates updates;
  private final Clock clock;

  Integrations(
      WorkspaceRepository workspaces,
      IntegrationRepository integrations,
      IntegrationCatalog catalog,
      LiveUpdates updates,
      Clock clock) {
    this.workspaces = workspaces;
    this.integrations = integrations;
    this.catalog = catalog;
    this.updates = updates;
    this.clock = clock;
  }

  /** A workspace that the caller operates, and what it has connected. */
  record Owned(Workspace workspace, List<Integration> integrations, Allowance allowance) {
    Optional<Integration> find(IntegrationCatalog.Entry entry) {
      return integrations.stream()
          .filter(one -> one.provider().equals(entry.provider()))
          .findFirst();
    }

    /**
     * Returns a connection that the plan lets be used, whether it works or not.
     *
     * @throws DomainException {@code PLAN_REQUIRED} or {@code NOT_CONNECTED}
     */
    Integration connected(IntegrationCatalog.Entry entry) {
      allowance.mustAllow(entry);
      return find(entry)
          .filter(one -> one.credentials().isPresent())
          .orElseThrow(() -> notConnected(entry));
    }
  }

  static DomainException notConnected(IntegrationCatalog.Entry entry) {
    return new DomainException(
        LiveSellingError.NOT_CONNECTED, Map.of("provider", entry.provider().value()));
  }

  /** Returns what somebody's workspace has; refuses whoever does not operate it. */
  Owned owned(Actor actor, WorkspaceId id) {
    actor.mustBeSignedIn();
    Workspace workspace = workspaces.find(id).orElseThrow(DomainException::notFound);
    workspace.mustBeOperatedBy(actor);
    return of(workspace);
  }

  /** Returns the same with the workspace locked, so that its plan and what it has stay. */
  Owned lock(WorkspaceId id) {
    return of(workspaces.lock(id).orElseThrow(DomainException::notFound));
  }

  Owned of(Workspace workspace) {
    List<Integration> all = integrations.of(workspace.id());
    return new Owned(workspace, all, new Allowance(workspace, all, catalog));
  }

  /**
   * Notes what the provider says of credentials: that they work, or why not. Does nothing when
   * there are others by now.
   */
  void heard(Integration asked, Credentials with, Optional<IntegrationProblem> problem) {
    integrations
        .lock(asked.workspace(), asked.provider())
        .filter(one -> one.credentials().equals(Optional.of(with)))
        .ifPresent(
            one -> {
              boolean isNews =
                  problem
                      .map(why -> one.broke(why, clock.instant()))
                      .orElseGet(() -> one.works(clock.instant()));
              if (isNews) {
                save(one);
              }
            });
  }

  /** Tells whether the platform that a page was connected to is on. */
  boolean isReached(Channel channel) {
    return catalog
        .answering(catalog.entry(IntegrationCatalog.FACEBOOK))
        .equals(Optional.of(channel.page().provider()));
  }

  /** Keeps an integration, and tells who watches the workspace. */
  void save(Integration integration) {
    integrations.save(integration);
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("provider", integration.provider().value());
    data.put("status", IntegrationViews.status(integration));
    integration.problem().ifPresent(problem -> data.put("problem", problem.code()));
    updates.publish(
        new LiveUpdate(
            Workspace.subject(integration.workspace()),
            "integration.changed",
            Map.of("integration", Map.copyOf(data))));
  }
}
