package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The price of a plan, and where to go afterwards. */
@Serdeable
public record CheckoutRequest(
    @JsonProperty("price_id") @Nullable String priceId,
    @JsonProperty("success_url") @Nullable String successUrl,
    @JsonProperty("cancel_url") @Nullable String cancelUrl) {
  String price() {
    return Sent.required(priceId, "priceId");
  }

  URI whenDone() {
    return Wanted.address(Sent.required(successUrl, "successUrl"), "successUrl");
  }

  URI whenGivenUp() {
    return Wanted.address(Sent.required(cancelUrl, "cancelUrl"), "cancelUrl");
  }
}
