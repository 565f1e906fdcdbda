package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.liveselling.IntegrationCatalog.Entry;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.Credentials;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a workspace has connected, and how that stands. */
public final class IntegrationService {
  private final UnitOfWork work;
  private final WorkspaceService workspaces;
  private final Integrations integrations;
  private final IntegrationRepository repository;
  private final IntegrationCatalog catalog;
  private final IntegrationViews views;
  private final Leaves leaves;
  private final Clock clock;

  IntegrationService(
      UnitOfWork work,
      WorkspaceService workspaces,
      Integrations integrations,
      IntegrationRepository repository,
      IntegrationCatalog catalog,
      Leaves leaves,
      Clock clock) {
    this.work = work;
    this.workspaces = workspaces;
    this.integrations = integrations;
    this.repository = repository;
    this.catalog = catalog;
    this.views = new IntegrationViews(catalog);
    this.leaves = leaves;
    this.clock = clock;
  }

  /** Lists every provider as the workspace sees it. For any plan. */
  public List<IntegrationView> list(Actor actor, Optional<WorkspaceId> workspace) {
    Integrations.Owned owned = owned(actor, workspace);
    return catalog.entries().stream().map(entry -> views.view(owned, entry)).toList();
  }

  /** Returns one provider as the workspace sees it. For any plan. */
  public IntegrationView get(Actor actor, Optional<WorkspaceId> workspace, ProviderId provider) {
    Integrations.Owned owned = owned(actor, workspace);
    return views.view(owned, catalog.entry(provider));
  }

  /**
   * Asks the provider whether the connection works, and notes what it says.
   *
   * @throws ProviderException when the provider could not be asked: nothing is learnt
   */
  public ConnectionTest test(Actor actor, Optional<WorkspaceId> workspace, ProviderId provider) {
    Integrations.Owned owned = owned(actor, workspace);
    Entry entry = catalog.entry(provider);
    Integration integration = owned.connected(entry);
    Credentials credentials = integration.credentials().orElseThrow();
    Optional<IntegrationProblem> problem = credentials.match(asked(entry));
    work.run(() -> integrations.heard(integration, credentials, problem));
    return new ConnectionTest(problem);
  }

  private Credentials.Cases<Optional<IntegrationProblem>> asked(Entry entry) {
    return new Credentials.Cases<>() {
      @Override
      public Optional<IntegrationProblem> billing(Credentials.Billing billing) {
        return IntegrationMerchants.problem(
            catalog.invoicing(entry).merchants().check(billing.merchant()));
      }

      @Override
      public Optional<IntegrationProblem> page(Credentials.Page page) {
        return Leaves.problem(catalog.channel(entry).channels().check(page.channel()));
      }
    };
  }

  /**
   * Changes how invoices are written from now on.
   *
   * @throws DomainException {@code PLAN_REQUIRED} or {@code NOT_CONNECTED}
   */
  public IntegrationView change(
      Actor actor, Optional<WorkspaceId> workspace, ProviderId provider, ChangeSettings change) {
    WorkspaceId id = workspaces.meant(actor, workspace);
    Entry entry = catalog.entry(provider);
    return work.write(
        () -> {
          Integration known = integrations.owned(actor, id).connected(entry);
          Integration locked =
              repository.lock(id, known.provider()).orElseThrow(DomainException::notFound);
          locked.change(change.apply(locked.settings()), clock.instant());
          integrations.save(locked);
          return views.view(integrations.owned(actor, id), entry);
        });
  }

  /** Disconnects: credentials are forgotten, invoices stay. Idempotent, and for any plan. */
  public void disconnect(Actor actor, Optional<WorkspaceId> workspace, ProviderId provider) {
    Integrations.Owned owned = owned(actor, workspace);
    owned
        .find(catalog.entry(provider))
        .filter(integration -> integration.credentials().isPresent())
        .ifPresent(this::disconnect);
  }

  private void disconnect(Integration known) {
    Credentials credentials = known.credentials().orElseThrow();
    leaves.stopListening(known, credentials);
    work.run(
        () ->
            repository
                .lock(known.workspace(), known.provider())
                .filter(one -> one.credentials().equals(Optional.of(credentials)))
                .ifPresent(
                    one -> {
                      one.disconnect(clock.instant());
                      integrations.save(one);
                      leaves.giveBackLater(one, credentials);
                    }));
  }

  private Integrations.Owned owned(Actor actor, Optional<WorkspaceId> workspace) {
    WorkspaceId id = workspaces.meant(actor, workspace);
    return work.read(() -> integrations.owned(actor, id));
  }
}
