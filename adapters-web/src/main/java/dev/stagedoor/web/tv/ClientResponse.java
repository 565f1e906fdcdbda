package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.ClientView;
import dev.stagedoor.web.fields.NotOnPhones;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A client, wrapped as clients expect it.
 *
 * @param message what was done, in the caller's language
 */
@Serdeable
public record ClientResponse(Client client, Optional<String> message) {
  /**
   * A client as their reseller sees them.
   *
   * @param status active, suspended or expired
   */
  @Serdeable
  public record Client(
      UUID id,
      @NotOnPhones @JsonProperty("user_id") UUID userId,
      String email,
      @JsonProperty("full_name") String fullName,
      @JsonProperty("plan_name") String planName,
      @JsonProperty("stripe_price_id") String stripePriceId,
      String status,
      @JsonProperty("paid_until") Instant paidUntil,
      @JsonProperty("created_at") Instant createdAt) {
    static Client from(ClientView view) {
      return new Client(
          view.id(),
          view.userId(),
          view.email(),
          view.fullName(),
          view.planName(),
          view.priceId(),
          view.status(),
          view.paidUntil(),
          view.createdAt());
    }
  }

  static ClientResponse from(ClientView view) {
    return new ClientResponse(Client.from(view), Optional.empty());
  }

  static ClientResponse from(ClientView view, String done) {
    return new ClientResponse(Client.from(view), Optional.of(done));
  }
}
