package dev.stagedoor.providers.sandbox.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stagedoor.providers.sandbox.subscriptions.Session;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * How a page to subscribe on stands: {@code complete} with what came of it, or {@code open}, with
 * why the last card was declined.
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckoutResponse(String status, @Nullable String subscription, @Nullable String failure) {
  static CheckoutResponse from(Session session) {
    return new CheckoutResponse(
        session.subscription() == null ? "open" : "complete",
        session.subscription(),
        session.failure());
  }
}
