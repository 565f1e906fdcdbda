package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.liveselling.IntegrationCatalog.Entry;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.liveselling.Credentials;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationId;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import java.time.Clock;
import java.util.Optional;

/** Keeps what a provider has taken, and gives back what it replaces. */
final class Connector {
  private final UnitOfWork work;
  private final Integrations integrations;
  private final IntegrationRepository repository;
  private final IntegrationViews views;
  private final Leaves leaves;
  private final Clock clock;
  private final Ids ids;

  Connector(
      UnitOfWork work,
      Integrations integrations,
      IntegrationRepository repository,
      IntegrationViews views,
      Leaves leaves,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.integrations = integrations;
    this.repository = repository;
    this.views = views;
    this.leaves = leaves;
    this.clock = clock;
    this.ids = ids;
  }

  /** What a provider has taken; {@code account} shows whose it is. */
  record Given(
      Credentials credentials, String displayName, String account, ChangeSettings settings) {}

  private record Kept(
      Integration integration, Optional<Credentials> before, IntegrationView view) {}

  /**
   * Keeps the connection, where the workspace's plan still lets it.
   *
   * @throws DomainException {@code PLAN_REQUIRED}: what was taken is given back
   */
  IntegrationView keep(Actor actor, WorkspaceId workspace, Entry entry, Given given) {
    Kept kept;
    try {
      kept = work.write(() -> connect(actor, workspace, entry, given));
    } catch (DomainException refused) {
      Integration none =
          Integration.of(
              new IntegrationId(ids.next()), workspace, entry.provider(), clock.instant());
      if (!isKept(workspace, entry, given)) {
        leaves.giveBack(none, given.credentials());
      }
      throw refused;
    }
    kept.before()
        .filter(before -> !isOfTheSame(before, given.credentials()))
        .ifPresent(before -> leaves.giveBack(kept.integration(), before));
    return kept.view();
  }

  private boolean isKept(WorkspaceId workspace, Entry entry, Given given) {
    return work.read(() -> repository.of(workspace)).stream()
        .filter(one -> one.provider().equals(entry.provider()))
        .flatMap(one -> one.credentials().stream())
        .anyMatch(known -> isOfTheSame(known, given.credentials()));
  }

  private Kept connect(Actor actor, WorkspaceId workspace, Entry entry, Given given) {
    integrations.lock(workspace).allowance().mustAllow(entry);
    Integration integration =
        repository
            .lock(workspace, entry.provider())
            .orElseGet(
                () ->
                    Integration.of(
                        new IntegrationId(ids.next()),
                        workspace,
                        entry.provider(),
                        clock.instant()));
    Optional<Credentials> before = integration.credentials();
    integration.connect(given.credentials(), given.displayName(), given.account(), clock.instant());
    integration.change(given.settings().apply(integration.settings()), clock.instant());
    integrations.save(integration);
    return new Kept(integration, before, views.view(integrations.owned(actor, workspace), entry));
  }

  private static boolean isOfTheSame(Credentials one, Credentials other) {
    if (one instanceof Credentials.Page page && other instanceof Credentials.Page same) {
      return page.channel().page().equals(same.channel().page());
    }
    return Leaves.leave(one).equals(Leaves.leave(other));
  }
}
