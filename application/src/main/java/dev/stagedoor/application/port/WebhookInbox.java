package dev.stagedoor.application.port;

import dev.stagedoor.application.webhooks.ReceivedWebhook;
import dev.stagedoor.application.webhooks.WebhookView;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderId;
import java.util.Optional;
import java.util.UUID;

/** Keeps every trusted delivery once. All methods need an open unit of work. */
public interface WebhookInbox {
  /**
   * Adds a delivery unless the provider's delivery id is known, and returns whether it did. Of any
   * number of concurrent calls for one delivery exactly one adds.
   */
  boolean add(ReceivedWebhook webhook);

  /** Tells whether a provider's delivery was added before. */
  boolean has(ProviderId provider, String deliveryId);

  Optional<ReceivedWebhook> find(UUID id);

  /** Finds and locks a delivery until the unit of work ends. */
  Optional<ReceivedWebhook> lock(UUID id);

  /** Updates what became of a delivery. */
  void save(ReceivedWebhook webhook);

  /** Lists deliveries, newest first, all or those of one status. */
  Page<WebhookView> list(Optional<ReceivedWebhook.Status> status, PageRequest page);
}
