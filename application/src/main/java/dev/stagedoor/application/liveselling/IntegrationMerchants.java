package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.invoicing.MerchantDirectory;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.webhooks.WebhookSecrets;
import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.liveselling.Credentials;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationId;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The merchants that workspaces have connected: each integration owns its invoices. They are found
 * under any plan, because what was begun is finished.
 */
final class IntegrationMerchants implements MerchantDirectory, WebhookSecrets {
  private static final Logger LOG = LoggerFactory.getLogger(IntegrationMerchants.class);

  private final UnitOfWork work;
  private final IntegrationRepository repository;
  private final Integrations integrations;
  private final IntegrationCatalog catalog;

  IntegrationMerchants(
      UnitOfWork work,
      IntegrationRepository repository,
      Integrations integrations,
      IntegrationCatalog catalog) {
    this.work = work;
    this.repository = repository;
    this.integrations = integrations;
    this.catalog = catalog;
  }

  /** Returns what is behind a connection that writes invoices; empty for any other. */
  static Optional<Credentials.Billing> billing(Integration integration) {
    return integration
        .credentials()
        .filter(Credentials.Billing.class::isInstance)
        .map(Credentials.Billing.class::cast);
  }

  @Override
  public Optional<Merchant> merchant(Subject owner, ProviderId provider) {
    return integration(owner, provider)
        .flatMap(IntegrationMerchants::billing)
        .map(Credentials.Billing::merchant);
  }

  private Optional<Integration> integration(Subject owner, ProviderId provider) {
    return Integration.of(owner).flatMap(id -> integration(id, provider));
  }

  /** Finds an integration that this provider answers for; a key is shown to no other. */
  private Optional<Integration> integration(IntegrationId id, ProviderId provider) {
    return work.read(() -> repository.find(id))
        .filter(one -> catalog.isPayment(one.provider()))
        .filter(
            one -> catalog.answering(catalog.entry(one.provider())).equals(Optional.of(provider)));
  }

  @Override
  public void notAuthorised(Subject owner, ProviderId provider, Merchant merchant) {
    integration(owner, provider).ifPresent(integration -> ask(integration, merchant));
  }

  private void ask(Integration integration, Merchant merchant) {
    Optional<Credentials.Billing> billing =
        billing(integration).filter(one -> one.merchant().equals(merchant));
    if (billing.isPresent()) {
      IntegrationProblem why =
          why(catalog.invoicing(catalog.entry(integration.provider())), merchant);
      work.run(() -> integrations.heard(integration, billing.get(), Optional.of(why)));
    }
  }

  private static IntegrationProblem why(InvoicingProvider provider, Merchant merchant) {
    try {
      return problem(provider.merchants().check(merchant))
          // The key is good, and was not good enough for what was asked.
          .orElse(IntegrationProblem.NOT_PERMITTED);
    } catch (ProviderException unknown) {
      LOG.warn("{} does not say why it refuses a merchant", provider.id(), unknown);
      return IntegrationProblem.REVOKED;
    }
  }

  /** Returns what is wrong with a merchant, in the words of integrations. */
  static Optional<IntegrationProblem> problem(MerchantReading reading) {
    return reading.match(
        new MerchantReading.Cases<>() {
          @Override
          public Optional<IntegrationProblem> working(MerchantReading.Working working) {
            return Optional.empty();
          }

          @Override
          public Optional<IntegrationProblem> refused(MerchantReading.Refused refused) {
            return Optional.of(
                switch (refused.why()) {
                  case NOT_A_KEY -> IntegrationProblem.NOT_A_KEY;
                  case REVOKED -> IntegrationProblem.REVOKED;
                  case NOT_PERMITTED -> IntegrationProblem.NOT_PERMITTED;
                  case WRONG_SITE -> IntegrationProblem.WRONG_SITE;
                });
          }
        });
  }

  @Override
  public void left(ProviderId provider, Merchant.Connected merchant) {
    work.run(
        () ->
            catalog.namesOf(IntegrationCatalog.Kind.PAYMENT, provider).stream()
                .flatMap(name -> repository.connectedTo(name, merchant.account()).stream())
                .forEach(
                    one ->
                        integrations.heard(
                            one,
                            one.credentials().orElseThrow(),
                            Optional.of(IntegrationProblem.REVOKED))));
  }

  @Override
  public Optional<Secret> of(ProviderId provider, String account) {
    return id(account)
        .flatMap(id -> integration(id, provider))
        .flatMap(IntegrationMerchants::billing)
        .flatMap(Credentials.Billing::webhookSecret);
  }

  private static Optional<IntegrationId> id(String account) {
    try {
      UUID id = UUID.fromString(account);
      // Other ways to write it are other addresses.
      return id.toString().equals(account) ? Optional.of(new IntegrationId(id)) : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
