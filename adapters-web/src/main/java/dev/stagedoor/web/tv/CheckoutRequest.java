package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;

/** The price of a plan, and where to go afterwards. */
@Serdeable
public record CheckoutRequest(
    @JsonProperty("price_id") String priceId,
    @JsonProperty("success_url") String successUrl,
    @JsonProperty("cancel_url") String cancelUrl) {
  URI whenDone() {
    return Wanted.address(successUrl, "successUrl");
  }

  URI whenGivenUp() {
    return Wanted.address(cancelUrl, "cancelUrl");
  }
}
