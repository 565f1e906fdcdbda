package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.PersistencePorts;
import dev.stagedoor.application.Providers;
import dev.stagedoor.application.Settings;
import dev.stagedoor.application.invoicing.MerchantDirectory;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.webhooks.WebhookSecrets;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Tokens;
import java.time.Clock;
import java.time.Duration;

/** Puts together how workspaces connect accounts at providers, and who asks about them. */
public final class ConnectedAccounts {
  private static final Duration FORGET_EVERY = Duration.ofHours(1);

  private final IntegrationCatalog catalog;
  private final Integrations integrations;
  private final Leaves leaves;
  private final IntegrationMerchants merchants;
  private final IntegrationService integrationService;
  private final ConsentStates consents;
  private final ConnectionService connectionService;

  public ConnectedAccounts(
      PersistencePorts ports,
      Providers providers,
      Settings settings,
      WorkspaceService workspaces,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    var work = ports.unitOfWork();
    var selling = ports.liveSelling();
    var repository = selling.integrations();
    catalog = new IntegrationCatalog(providers.invoicing(), providers.channels());
    integrations =
        new Integrations(selling.workspaces(), repository, catalog, ports.liveUpdates(), clock);
    leaves = new Leaves(work, ports.outbox(), repository, catalog, clock);
    merchants = new IntegrationMerchants(work, repository, integrations, catalog);
    integrationService =
        new IntegrationService(work, workspaces, integrations, repository, catalog, leaves, clock);
    consents = new ConsentStates(work, selling.consentStates(), clock, tokens);
    connectionService =
        new ConnectionService(
            work,
            workspaces,
            integrations,
            consents,
            catalog,
            new Connector(
                work, integrations, repository, new IntegrationViews(catalog), leaves, clock, ids),
            settings);
  }

  Integrations integrations() {
    return integrations;
  }

  public IntegrationCatalog catalog() {
    return catalog;
  }

  public IntegrationService integrationService() {
    return integrationService;
  }

  public ConnectionService connectionService() {
    return connectionService;
  }

  public MerchantDirectory merchants() {
    return merchants;
  }

  public WebhookSecrets webhookSecrets() {
    return merchants;
  }

  public JobHandler givingBack() {
    return leaves.givingBack();
  }

  /** Returns what forgets who set out to a provider's page and did not come back in time. */
  public RecurringJob forgettingConsents() {
    return new RecurringJob("purge-consent-states", FORGET_EVERY, consents::purge);
  }
}
