package dev.stagedoor.providers.sandbox.subscriptions;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.SubscriptionRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page on which one person subscribes once.
 *
 * @param customer who came before, null for somebody new
 * @param failure the code of the last attempt that failed
 * @param subscription what came of it, null before
 */
public record Session(
    String id,
    UUID subscriptionId,
    String price,
    String email,
    @Nullable String customer,
    int trialDays,
    String whenDone,
    String whenGivenUp,
    Instant createdAt,
    @Nullable String failure,
    @Nullable String subscription) {

  /** How long somebody may subscribe on it. */
  private static final Duration LIFE = Duration.ofHours(24);

  static Session open(String id, SubscriptionRequest request, Instant now) {
    return new Session(
        id,
        request.subscription().value(),
        request.price().ref().value(),
        request.email().value(),
        request.customer().map(ProviderRef::value).orElse(null),
        request.trialDays(),
        request.whenDone().toString(),
        request.whenGivenUp().toString(),
        now,
        null,
        null);
  }

  boolean isFor(SubscriptionRequest request) {
    return equals(open(id, request, createdAt).with(failure, subscription));
  }

  /** Tells whether nobody has subscribed on it, and nobody can any more. */
  boolean isExpired(Instant now) {
    return subscription == null && !now.isBefore(createdAt.plus(LIFE));
  }

  Session failed(String code) {
    return with(code, subscription);
  }

  Session done(String made) {
    return with(null, made);
  }

  private Session with(@Nullable String code, @Nullable String made) {
    return new Session(
        id,
        subscriptionId,
        price,
        email,
        customer,
        trialDays,
        whenDone,
        whenGivenUp,
        createdAt,
        code,
        made);
  }

  @Override
  public String toString() {
    return id + " for " + price;
  }
}
