package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.subscriptions.OpenedSubscription;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;

/** Where somebody goes to subscribe. */
@Serdeable
public record CheckoutResponse(
    @JsonProperty("checkout_url") URI checkoutUrl,
    @JsonProperty("session_id") String sessionId,
    String provider) {
  static CheckoutResponse from(OpenedSubscription opened) {
    return new CheckoutResponse(opened.page(), opened.session(), opened.provider().value());
  }
}
