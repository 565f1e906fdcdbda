package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.channels.ChannelReading;
import dev.stagedoor.domain.channels.DirectMessageOutcome;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.port.MerchantConsent;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.liveselling.Credentials;
import dev.stagedoor.domain.liveselling.Integration;
import dev.stagedoor.domain.liveselling.IntegrationId;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back what workspaces let us do at providers, when they disconnect or connect otherwise.
 * What another workspace has from the same account or page stays.
 */
final class Leaves {
  private static final Logger LOG = LoggerFactory.getLogger(Leaves.class);
  private static final String GIVE_BACK = "give-leave-back";

  private final UnitOfWork work;
  private final Outbox outbox;
  private final IntegrationRepository repository;
  private final IntegrationCatalog catalog;
  private final Clock clock;

  Leaves(
      UnitOfWork work,
      Outbox outbox,
      IntegrationRepository repository,
      IntegrationCatalog catalog,
      Clock clock) {
    this.work = work;
    this.outbox = outbox;
    this.repository = repository;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * Stops hearing of a page, while its token is still known. What cannot be stopped is ignored when
   * it comes, since nobody has the page connected then.
   */
  void stopListening(Integration integration, Credentials credentials) {
    if (credentials instanceof Credentials.Page page
        && !isShared(integration, page.channel().page().value())) {
      try {
        catalog.channel(catalog.entry(integration.provider())).channels().ignore(page.channel());
      } catch (ProviderException | DomainException problem) {
        LOG.warn("{} still tells us of a page that is disconnected", integration.id(), problem);
      }
    }
  }

  /** Has the leave for a merchant's account given back after the open unit of work. */
  void giveBackLater(Integration integration, Credentials credentials) {
    if (leave(credentials).isPresent()) {
      outbox.add(new Job(GIVE_BACK, integration.id().value(), clock.instant()));
    }
  }

  /** Gives back at once what was just taken and is not kept, or was kept until just now. */
  void giveBack(Integration integration, Credentials credentials) {
    stopListening(integration, credentials);
    leave(credentials)
        .ifPresent(
            merchant -> {
              try {
                withdraw(integration, merchant);
              } catch (ProviderException problem) {
                LOG.warn("the leave of {} could not be given back", merchant.account(), problem);
              }
            });
  }

  JobHandler givingBack() {
    return new JobHandler(GIVE_BACK, this::giveBack);
  }

  private void giveBack(UUID subject) {
    Integration integration =
        work.read(() -> repository.find(new IntegrationId(subject))).orElseThrow();
    boolean isConnected = integration.credentials().isPresent();
    String account = integration.account();
    if (!isConnected && !account.isEmpty() && !KeyEnding.is(account)) {
      withdraw(integration, new Merchant.Connected(account));
    }
  }

  private void withdraw(Integration integration, Merchant.Connected merchant) {
    Optional<MerchantConsent> consent =
        catalog.invoicing(catalog.entry(integration.provider())).consent();
    if (consent.isPresent() && !isShared(integration, merchant.account())) {
      consent.get().withdraw(merchant);
    }
  }

  private boolean isShared(Integration integration, String account) {
    return work.read(
        () ->
            repository.connectedTo(integration.provider(), account).stream()
                .anyMatch(other -> !other.id().equals(integration.id())));
  }

  static Optional<Merchant.Connected> leave(Credentials credentials) {
    return credentials instanceof Credentials.Billing billing
            && billing.merchant() instanceof Merchant.Connected merchant
        ? Optional.of(merchant)
        : Optional.empty();
  }

  /** Returns what is wrong with a page's token, in the words of integrations. */
  static Optional<IntegrationProblem> problem(ChannelReading reading) {
    return reading.match(
        new ChannelReading.Cases<>() {
          @Override
          public Optional<IntegrationProblem> working(ChannelReading.Working working) {
            return Optional.empty();
          }

          @Override
          public Optional<IntegrationProblem> refused(ChannelReading.Refused refused) {
            return Optional.of(
                refused.why() == DirectMessageOutcome.Why.DISCONNECTED
                    ? IntegrationProblem.REVOKED
                    : IntegrationProblem.NOT_PERMITTED);
          }
        });
  }
}
