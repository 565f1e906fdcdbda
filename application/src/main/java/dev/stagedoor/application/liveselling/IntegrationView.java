package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.liveselling.IntegrationSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A provider as one workspace sees it: what it is, whether the workspace may use it, and how its
 * connection stands. Holds no credentials.
 *
 * @param provider the name by which it is asked for
 * @param connectedProvider who answers for it; differs while the sandbox stands in; empty when it
 *     was never connected
 * @param kind {@code payment} or {@code channel}
 * @param methods how it can be connected: {@code api_key}, {@code oauth}, {@code page_token}
 * @param hasPayPage whether its invoices have a page to pay on
 * @param availability {@code available}, {@code locked} or {@code coming_soon}
 * @param requiredPlan the least plan under which it can be used now, by its code
 * @param status {@code active}, {@code inactive} or {@code error}
 * @param problem why the status is {@code error}, by its code
 * @param displayName what the workspace or the provider calls what is connected; may be blank
 * @param account whose it is, without any secret
 * @param webhookPath where the merchant's own account may send its webhooks; empty when it was
 *     never connected
 */
public record IntegrationView(
    String provider,
    Optional<String> connectedProvider,
    String kind,
    List<String> methods,
    boolean needsSite,
    boolean hasPayPage,
    String availability,
    String requiredPlan,
    String status,
    Optional<String> problem,
    String displayName,
    String account,
    Optional<Instant> connectedAt,
    IntegrationSettings settings,
    Optional<String> webhookPath) {
  public boolean isConnected() {
    return !status.equals("inactive");
  }
}
