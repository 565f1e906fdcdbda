package dev.stagedoor.application.webhooks;

import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.port.WebhookInbox;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every delivery of every provider: verify, read, then store and apply in one unit of work.
 *
 * <p>A delivery to the address of a merchant whose secret is known must be signed by that secret;
 * the operator's does not do, and its id is kept as that merchant's.
 *
 * <p>A repeated delivery does nothing; the provider is not asked about it either. One that fails is
 * kept with its error and retried; it is acknowledged, because from then on it is ours. A crash
 * before the commit leaves nothing, and the provider delivers again.
 */
public final class WebhookIntake {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookIntake.class);
  private static final String APPLY = "apply-webhook";
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

  private final UnitOfWork work;
  private final WebhookInbox inbox;
  private final Outbox outbox;
  private final WebhookTranslators translators;
  private final WebhookSecrets secrets;
  private final List<EventHandler<?>> handlers;
  private final Clock clock;
  private final Ids ids;

  public WebhookIntake(
      UnitOfWork work,
      WebhookInbox inbox,
      Outbox outbox,
      WebhookTranslators translators,
      WebhookSecrets secrets,
      List<EventHandler<?>> handlers,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.inbox = inbox;
    this.outbox = outbox;
    this.translators = translators;
    this.secrets = secrets;
    this.handlers = List.copyOf(handlers);
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Takes a delivery to the route of a provider.
   *
   * @param topic what the route says of it beside the provider, such as a merchant's account; empty
   *     where it says nothing
   * @throws IllegalArgumentException when a trusted delivery of a known type cannot be read, so
   *     that the provider repeats it
   */
  public WebhookResult receive(
      ProviderId named, String topic, Map<String, List<String>> headers, byte[] body) {
    Optional<ProviderId> provider = translators.resolve(named);
    if (provider.isEmpty()) {
      return new WebhookResult.UnknownProvider();
    }
    RawWebhook raw = new RawWebhook(provider.get(), topic, headers, body);
    Sender sender = sender(raw);
    return sender
        .translator()
        .read(raw)
        .match(
            new WebhookReading.Cases<>() {
              @Override
              public WebhookResult understood(WebhookReading.Understood understood) {
                return new WebhookResult.Taken(take(raw, sender, understood));
              }

              @Override
              public WebhookResult irrelevant(WebhookReading.Irrelevant irrelevant) {
                ReceivedWebhook ignored =
                    received(
                        raw,
                        sender.id(irrelevant.deliveryId()),
                        irrelevant.type(),
                        ReceivedWebhook.Status.IGNORED);
                boolean unused = work.writeShared(() -> inbox.add(ignored));
                return new WebhookResult.Taken("ignored");
              }

              @Override
              public WebhookResult untrusted(WebhookReading.Untrusted untrusted) {
                LOG.warn("refused a {}: {}", raw, untrusted.why());
                return new WebhookResult.Untrusted();
              }
            });
  }

  private String take(RawWebhook raw, Sender sender, WebhookReading.Understood understood) {
    String deliveryId = sender.id(understood.deliveryId());
    ReceivedWebhook fresh =
        received(raw, deliveryId, understood.type(), ReceivedWebhook.Status.APPLIED);
    if (asks(understood.events()) && isKnown(raw.provider(), deliveryId)) {
      return "duplicate";
    }
    try {
      List<Runnable> changes = prepare(understood.events());
      return work.writeShared(
          () -> {
            if (!inbox.add(fresh.applied(clock.instant()))) {
              return "duplicate";
            }
            changes.forEach(Runnable::run);
            return "applied";
          });
    } catch (RuntimeException e) {
      // The edge to the provider: whatever went wrong, the delivery is kept and retried.
      LOG.warn("could not apply {} {}, kept for retry", raw, understood.type(), e);
      keep(fresh.failed(describe(e)));
      return "kept";
    }
  }

  /** Tells whether a provider is asked about one of the events; that is not done for repeats. */
  private boolean asks(List<ProviderEvent> events) {
    return events.stream()
        .anyMatch(
            event ->
                handlers.stream().anyMatch(handler -> handler.asks() && handler.handles(event)));
  }

  private boolean isKnown(ProviderId provider, String deliveryId) {
    return work.<Boolean>look(() -> inbox.has(provider, deliveryId));
  }

  private void keep(ReceivedWebhook failed) {
    work.run(
        () -> {
          if (inbox.add(failed)) {
            outbox.add(new Job(APPLY, failed.id(), clock.instant().plus(FIRST_RETRY)));
          }
        });
  }

  public JobHandler handler() {
    return new JobHandler(APPLY, this::applyStored);
  }

  private void applyStored(UUID id) {
    ReceivedWebhook stored = work.read(() -> inbox.find(id).orElseThrow());
    if (stored.status() == ReceivedWebhook.Status.FAILED) {
      apply(stored);
    }
  }

  private void apply(ReceivedWebhook stored) {
    try {
      List<Runnable> changes = prepare(events(stored));
      work.run(
          () -> {
            ReceivedWebhook locked = inbox.lock(stored.id()).orElseThrow();
            changes.forEach(Runnable::run);
            inbox.save(locked.applied(clock.instant()));
          });
    } catch (RuntimeException e) {
      // The edge to the scheduler, which repeats; what went wrong is kept for the admin.
      work.run(
          () -> {
            ReceivedWebhook locked = inbox.lock(stored.id()).orElseThrow();
            if (locked.status() != ReceivedWebhook.Status.APPLIED) {
              inbox.save(locked.failed(describe(e)));
            }
          });
      throw e;
    }
  }

  /** Lists deliveries for an admin, newest first. */
  public Page<WebhookView> list(
      Actor actor, Optional<ReceivedWebhook.Status> status, PageRequest page) {
    actor.mustBeAdmin();
    return work.read(() -> inbox.list(status, page));
  }

  /** Applies a stored delivery once more, whatever became of it before. For admins. */
  public void replay(Actor actor, UUID id) {
    actor.mustBeAdmin();
    ReceivedWebhook stored = work.read(() -> inbox.find(id).orElseThrow(DomainException::notFound));
    apply(stored);
  }

  private List<Runnable> prepare(List<ProviderEvent> events) {
    return events.stream()
        .flatMap(
            event ->
                handlers.stream()
                    .filter(handler -> handler.handles(event))
                    .map(handler -> handler.change(event)))
        .toList();
  }

  private List<ProviderEvent> events(ReceivedWebhook stored) {
    return translator(stored)
        .readStored(stored.raw())
        .match(
            new WebhookReading.Cases<>() {
              @Override
              public List<ProviderEvent> understood(WebhookReading.Understood understood) {
                return understood.events();
              }

              @Override
              public List<ProviderEvent> irrelevant(WebhookReading.Irrelevant irrelevant) {
                return List.of();
              }

              @Override
              public List<ProviderEvent> untrusted(WebhookReading.Untrusted untrusted) {
                throw new IllegalStateException("a stored delivery is not trusted any more");
              }
            });
  }

  /** What a merchant's secret signed is never read as if the operator's had. */
  private WebhookTranslator translator(ReceivedWebhook stored) {
    RawWebhook raw = stored.raw();
    if (!stored.deliveryId().startsWith(ofMerchant(raw))) {
      return provider(raw).translator();
    }
    return merchant(raw)
        .orElseThrow(
            () -> new IllegalStateException("the merchant's webhooks are not set up any more"));
  }

  private Sender sender(RawWebhook raw) {
    return merchant(raw)
        .map(translator -> new Sender(translator, ofMerchant(raw)))
        .orElseGet(() -> new Sender(provider(raw).translator(), ""));
  }

  /**
   * Returns who understands what a merchant's own secret signs, when the address is a merchant's.
   */
  private Optional<WebhookTranslator> merchant(RawWebhook raw) {
    String account = raw.topic();
    // With a slash in its account, one merchant's ids could be taken for another's.
    if (account.isEmpty() || account.contains("/")) {
      return Optional.empty();
    }
    return provider(raw)
        .merchants()
        .flatMap(merchants -> secrets.of(raw.provider(), account).map(merchants::signedBy));
  }

  private WebhookProvider provider(RawWebhook raw) {
    return translators
        .of(raw.provider())
        .orElseThrow(() -> new IllegalStateException(raw.provider() + " is not on any more"));
  }

  private static String ofMerchant(RawWebhook raw) {
    return "merchant/" + raw.topic() + "/";
  }

  /**
   * Who understands a delivery, and what its id begins with in the inbox, so that nobody takes the
   * place of somebody else's.
   */
  private record Sender(WebhookTranslator translator, String prefix) {
    String id(String deliveryId) {
      return prefix + deliveryId;
    }
  }

  private ReceivedWebhook received(
      RawWebhook raw, String deliveryId, String type, ReceivedWebhook.Status status) {
    return new ReceivedWebhook(
        ids.next(),
        raw,
        deliveryId,
        type,
        status,
        0,
        Optional.empty(),
        clock.instant(),
        Optional.empty());
  }

  private static String describe(RuntimeException e) {
    String message = e.getMessage();
    String text = e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    return text.length() > 500 ? text.substring(0, 500) : text;
  }
}
