package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.liveselling.IntegrationCatalog.Entry;
import dev.stagedoor.application.liveselling.IntegrationCatalog.Method;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.channels.ChannelReading;
import dev.stagedoor.domain.invoicing.ConsentOutcome;
import dev.stagedoor.domain.invoicing.Merchant;
import dev.stagedoor.domain.invoicing.MerchantReading;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.invoicing.port.MerchantConsent;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.liveselling.Credentials;
import dev.stagedoor.domain.liveselling.IntegrationProblem;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Connects workspaces to providers, each of which must have taken what it is given first. */
public final class ConnectionService {
  private final UnitOfWork work;
  private final WorkspaceService workspaces;
  private final Integrations integrations;
  private final ConsentStates states;
  private final IntegrationCatalog catalog;
  private final Connector connector;
  private final Settings settings;

  ConnectionService(
      UnitOfWork work,
      WorkspaceService workspaces,
      Integrations integrations,
      ConsentStates states,
      IntegrationCatalog catalog,
      Connector connector,
      Settings settings) {
    this.work = work;
    this.workspaces = workspaces;
    this.integrations = integrations;
    this.states = states;
    this.catalog = catalog;
    this.connector = connector;
    this.settings = settings;
  }

  /**
   * Connects by a key of the merchant, which the provider must take.
   *
   * @throws DomainException {@code PLAN_REQUIRED}, {@code CREDENTIALS_REFUSED}, {@code
   *     METHOD_NOT_SUPPORTED} or {@code PROVIDER_NOT_AVAILABLE}
   * @throws ProviderException when the provider could not be asked: nothing changes
   */
  public IntegrationView connect(
      Actor actor, Optional<WorkspaceId> workspace, ProviderId provider, ConnectMerchant wanted) {
    Entry entry = catalog.entry(provider);
    WorkspaceId id = allowed(actor, workspace, entry, Method.API_KEY);
    Secret key = stripped("secretKey", wanted.key());
    Optional<String> site = wanted.site().map(String::strip).filter(given -> !given.isEmpty());
    if (entry.needsSite() && site.isEmpty()) {
      throw DomainException.invalid("site", "blank");
    }
    Merchant merchant = new Merchant.Keyed(key, site);
    MerchantReading.Working working = taken(catalog.invoicing(entry).merchants().check(merchant));
    Credentials credentials =
        new Credentials.Billing(
            merchant,
            wanted.publishableKey().map(String::strip).filter(given -> !given.isEmpty()),
            wanted
                .webhookSecret()
                .filter(secret -> !secret.isBlank())
                .map(secret -> Secret.of(secret.reveal().strip())));
    return connector.keep(
        actor,
        id,
        entry,
        new Connector.Given(
            credentials,
            wanted.displayName().or(working::name).orElse(""),
            KeyEnding.of(key),
            wanted.settings()));
  }

  /**
   * Connects a page by its token, which the platform must take, and listens to it.
   *
   * @throws DomainException {@code CREDENTIALS_REFUSED}, {@code METHOD_NOT_SUPPORTED} or {@code
   *     PROVIDER_NOT_AVAILABLE}
   * @throws ProviderException when the platform could not be asked: nothing changes
   */
  public IntegrationView connect(
      Actor actor, Optional<WorkspaceId> workspace, ProviderId provider, ConnectPage wanted) {
    Entry entry = catalog.entry(provider);
    WorkspaceId id = allowed(actor, workspace, entry, Method.PAGE_TOKEN);
    String page = wanted.pageId().strip();
    if (page.isEmpty()) {
      throw DomainException.invalid("pageId", "blank");
    }
    Secret token = stripped("accessToken", wanted.accessToken());
    ChannelProvider platform = catalog.channel(entry);
    Channel channel = new Channel(new ProviderRef(platform.id(), page), token);
    ChannelReading reading = platform.channels().check(channel);
    Leaves.problem(reading).ifPresent(ConnectionService::refuse);
    listen(platform, channel);
    Optional<String> name =
        reading instanceof ChannelReading.Working working ? working.name() : Optional.empty();
    return connector.keep(
        actor,
        id,
        entry,
        new Connector.Given(
            new Credentials.Page(channel),
            wanted.displayName().or(() -> name).orElse(""),
            page,
            ChangeSettings.none()));
  }

  private static void listen(ChannelProvider platform, Channel channel) {
    try {
      platform.channels().listen(channel);
    } catch (ProviderException problem) {
      if (problem.kind() == ProviderException.Kind.UNAUTHORISED) {
        throw refused(IntegrationProblem.NOT_PERMITTED);
      }
      throw problem;
    }
  }

  /**
   * Returns the provider's page on which the merchant gives leave.
   *
   * @throws DomainException {@code PLAN_REQUIRED}, {@code METHOD_NOT_SUPPORTED} or {@code
   *     PROVIDER_NOT_AVAILABLE}
   */
  public URI beginConsent(Actor actor, Optional<WorkspaceId> workspace, ProviderId provider) {
    UserId user = actor.userId();
    Entry entry = catalog.entry(provider);
    WorkspaceId id = allowed(actor, workspace, entry, Method.OAUTH);
    Secret state = states.begin(user, id, provider);
    URI comeBack = settings.link("/api/integrations/" + provider + "/oauth/callback");
    return consent(entry).page(state.reveal(), comeBack);
  }

  /**
   * Takes a merchant back who gave leave; the state is good once, for who set out.
   *
   * @throws DomainException {@code CONSENT_STATE_INVALID} also when the provider does not take the
   *     code; {@code PLAN_REQUIRED} when the plan was changed meanwhile
   * @throws ProviderException when the provider could not be asked: the merchant begins again
   */
  public IntegrationView finishConsent(
      Actor actor, ProviderId provider, Secret code, String state) {
    UserId user = actor.userId();
    Entry entry = catalog.entry(provider);
    WorkspaceId id =
        states.take(state, user, provider).orElseThrow(ConnectionService::stateInvalid);
    WorkspaceId allowed = allowed(actor, Optional.of(id), entry, Method.OAUTH);
    Merchant.Connected merchant =
        consent(entry)
            .exchange(code)
            .match(
                new ConsentOutcome.Cases<>() {
                  @Override
                  public Merchant.Connected given(ConsentOutcome.Given given) {
                    return given.merchant();
                  }

                  @Override
                  public Merchant.Connected refused(ConsentOutcome.Refused refused) {
                    throw stateInvalid();
                  }
                });
    return connector.keep(
        actor,
        allowed,
        entry,
        new Connector.Given(
            new Credentials.Billing(merchant, Optional.empty(), Optional.empty()),
            name(catalog.invoicing(entry).merchants(), merchant),
            merchant.account(),
            ChangeSettings.none()));
  }

  /** The leave was just given, so it is good; only how the merchant is called may stay unknown. */
  private static String name(MerchantAccounts merchants, Merchant merchant) {
    try {
      return merchants.check(merchant) instanceof MerchantReading.Working working
          ? working.name().orElse("")
          : "";
    } catch (ProviderException unknown) {
      return "";
    }
  }

  private WorkspaceId allowed(
      Actor actor, Optional<WorkspaceId> workspace, Entry entry, Method method) {
    Integrations.Owned owned =
        work.read(() -> integrations.of(workspaces.meantBy(actor, workspace)));
    owned.allowance().mustAllow(entry);
    if (catalog.answering(entry).isPresent() && !catalog.methods(entry).contains(method)) {
      throw new DomainException(
          LiveSellingError.METHOD_NOT_SUPPORTED, Map.of("method", method.code()));
    }
    return owned.workspace().id();
  }

  private MerchantConsent consent(Entry entry) {
    return catalog
        .invoicing(entry)
        .consent()
        .orElseThrow(() -> new DomainException(LiveSellingError.METHOD_NOT_SUPPORTED));
  }

  private static MerchantReading.Working taken(MerchantReading reading) {
    IntegrationMerchants.problem(reading).ifPresent(ConnectionService::refuse);
    return (MerchantReading.Working) reading;
  }

  private static void refuse(IntegrationProblem why) {
    throw refused(why);
  }

  private static DomainException refused(IntegrationProblem why) {
    return new DomainException(LiveSellingError.CREDENTIALS_REFUSED, Map.of("reason", why.code()));
  }

  private static DomainException stateInvalid() {
    return new DomainException(LiveSellingError.CONSENT_STATE_INVALID);
  }

  private static Secret stripped(String field, Secret given) {
    if (given.isBlank()) {
      throw DomainException.invalid(field, "blank");
    }
    return Secret.of(given.reveal().strip());
  }
}
