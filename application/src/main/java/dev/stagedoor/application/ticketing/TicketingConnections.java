package dev.stagedoor.application.ticketing;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.webhooks.WebhookSecrets;
import dev.stagedoor.application.webhooks.WebhookTranslators;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.TicketingConnection;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.ticketing.port.TicketingConnectionRepository;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Ticketing accounts that organisers have of their own, whose webhooks come here. */
public final class TicketingConnections implements WebhookSecrets {
  private final UnitOfWork work;
  private final TicketingConnectionRepository connections;
  private final TicketingProviders providers;
  private final WebhookTranslators webhooks;
  private final Settings settings;
  private final Clock clock;
  private final Ids ids;

  public TicketingConnections(
      UnitOfWork work,
      TicketingConnectionRepository connections,
      TicketingProviders providers,
      WebhookTranslators webhooks,
      Settings settings,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.connections = connections;
    this.providers = providers;
    this.webhooks = webhooks;
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Connects the caller's account at a ticketing system, or has another secret sign its webhooks.
   *
   * @throws DomainException {@code INVALID_VALUE} for a secret that is too short, {@code NOT_FOUND}
   *     for a system that is not on, or is heard by the operator's webhooks only
   */
  public ConnectionView connect(Actor actor, ProviderId provider, Secret webhookSecret) {
    UserId owner = actor.userId();
    ProviderId system =
        providers
            .named(provider)
            .map(TicketingProvider::id)
            .filter(webhooks::hearMerchantsOf)
            .orElseThrow(DomainException::notFound);
    TicketingConnection wanted =
        new TicketingConnection(
            new ConnectionId(ids.next()), owner, system, webhookSecret, clock.instant());
    return view(work.write(() -> connections.put(wanted)));
  }

  /** Lists what the caller connected. */
  public List<ConnectionView> list(Actor actor) {
    UserId owner = actor.userId();
    return work.read(() -> connections.of(owner)).stream().map(this::view).toList();
  }

  /** Forgets a connection of the caller; deliveries to it are refused from then on. */
  public void disconnect(Actor actor, ConnectionId id) {
    UserId owner = actor.userId();
    work.run(
        () -> {
          TicketingConnection own =
              connections
                  .find(id)
                  .filter(found -> found.owner().equals(owner))
                  .orElseThrow(DomainException::notFound);
          connections.remove(own.id());
        });
  }

  @Override
  public Optional<Secret> of(ProviderId provider, String account) {
    return ConnectionId.parse(account)
        .flatMap(id -> work.look(() -> connections.find(id)))
        .filter(found -> found.provider().equals(provider))
        .map(TicketingConnection::secret);
  }

  private ConnectionView view(TicketingConnection connection) {
    String provider = connection.provider().value();
    return new ConnectionView(
        connection.id().value(),
        provider,
        settings.link("/api/webhooks/" + provider + "/" + connection.id().value()),
        connection.createdAt());
  }
}
