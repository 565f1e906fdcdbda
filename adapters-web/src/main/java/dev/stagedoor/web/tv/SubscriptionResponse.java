package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.SubscriptionView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a subscriber has, wrapped as clients expect it.
 *
 * @param message what was done, in the caller's language
 */
@Serdeable
public record SubscriptionResponse(Subscription subscription, Optional<String> message) {
  /**
   * What a subscriber pays, and pays next.
   *
   * @param source where it comes from: subscription, grace, reseller, trial, suspended or none
   * @param status how a subscription of their own stands with the provider
   * @param until when what they have ends unless something is paid
   * @param graceUntil how long it counts although a payment failed
   */
  @Serdeable
  public record Subscription(
      String source,
      Optional<String> status,
      @JsonProperty("plan_id") Optional<UUID> planId,
      @JsonProperty("plan_name") Optional<String> planName,
      Optional<Instant> until,
      @JsonProperty("ends_at_period_end") boolean endsAtPeriodEnd,
      @JsonProperty("grace_until") Optional<Instant> graceUntil,
      @JsonProperty("trial_ends_at") Optional<Instant> trialEndsAt,
      LimitsResponse limits) {
    static Subscription from(SubscriptionView view) {
      return new Subscription(
          view.source().code(),
          view.status().map(status -> status.name().toLowerCase(Locale.ROOT)),
          view.planId(),
          view.planName(),
          view.until(),
          view.endsAtPeriodEnd(),
          view.graceUntil(),
          view.trialEndsAt(),
          LimitsResponse.from(view.limits()));
    }
  }

  static SubscriptionResponse from(SubscriptionView view) {
    return new SubscriptionResponse(Subscription.from(view), Optional.empty());
  }

  static SubscriptionResponse from(SubscriptionView view, String done) {
    return new SubscriptionResponse(Subscription.from(view), Optional.of(done));
  }
}
