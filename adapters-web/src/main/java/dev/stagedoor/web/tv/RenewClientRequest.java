package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Another plan, where it is to be another. */
@Serdeable
public record RenewClientRequest(
    @JsonProperty("plan_stripe_price_id") @Nullable String planStripePriceId) {}
