package dev.stagedoor.application.fake;

import dev.stagedoor.application.port.WebhookInbox;
import dev.stagedoor.application.webhooks.ReceivedWebhook;
import dev.stagedoor.application.webhooks.WebhookView;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.webhooks.RawWebhook;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Keeps deliveries in memory. */
public final class InMemoryWebhookInbox implements WebhookInbox {
  private static final Pattern CREDENTIALS = Pattern.compile("signature|auth|secret|token|cookie");

  private final InMemoryStore.Table<UUID, ReceivedWebhook> table;

  public InMemoryWebhookInbox(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public boolean add(ReceivedWebhook webhook) {
    if (has(webhook.raw().provider(), webhook.deliveryId())) {
      return false;
    }
    table.put(webhook.id(), withoutCredentials(webhook));
    return true;
  }

  private static ReceivedWebhook withoutCredentials(ReceivedWebhook webhook) {
    RawWebhook raw = webhook.raw();
    Map<String, List<String>> kept = new HashMap<>(raw.headers());
    kept.keySet().removeIf(name -> CREDENTIALS.matcher(name).find());
    return new ReceivedWebhook(
        webhook.id(),
        new RawWebhook(
            raw.provider(), raw.topic(), kept, raw.body(), Optional.of(webhook.receivedAt())),
        webhook.deliveryId(),
        webhook.type(),
        webhook.status(),
        webhook.attempts(),
        webhook.error(),
        webhook.receivedAt(),
        webhook.appliedAt());
  }

  @Override
  public boolean has(ProviderId provider, String deliveryId) {
    return table
        .rows()
        .anyMatch(
            one -> one.raw().provider().equals(provider) && one.deliveryId().equals(deliveryId));
  }

  @Override
  public Optional<ReceivedWebhook> find(UUID id) {
    return table.find(id);
  }

  @Override
  public Optional<ReceivedWebhook> lock(UUID id) {
    return table.lock(id);
  }

  @Override
  public void save(ReceivedWebhook webhook) {
    table.put(webhook.id(), webhook);
  }

  @Override
  public Page<WebhookView> list(Optional<ReceivedWebhook.Status> status, PageRequest page) {
    List<WebhookView> all =
        table
            .rows()
            .filter(one -> status.isEmpty() || status.get() == one.status())
            .sorted(Comparator.comparing(ReceivedWebhook::receivedAt).reversed())
            .map(InMemoryWebhookInbox::view)
            .toList();
    return Pages.of(all, page);
  }

  private static WebhookView view(ReceivedWebhook webhook) {
    return new WebhookView(
        webhook.id(),
        webhook.raw().provider().value(),
        webhook.deliveryId(),
        webhook.type(),
        webhook.status().name().toLowerCase(Locale.ROOT),
        webhook.attempts(),
        webhook.error(),
        webhook.receivedAt(),
        webhook.appliedAt());
  }
}
