package dev.stagedoor.web.tv;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.tv.SubscriberView;
import dev.stagedoor.application.tv.UserView;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;

/** An account with all that explains what its holder may do. */
@Serdeable
public record UserDetailResponse(
    TvUserResponse.User user,
    Optional<Subscriber> subscriber,
    Optional<SubscriptionResponse.Subscription> subscription,
    @JsonProperty("credits_balance") long creditsBalance) {
  /** Somebody who watches, with how many they have of each. */
  @Serdeable
  public record Subscriber(
      String source,
      @JsonProperty("plan_name") Optional<String> planName,
      Optional<Instant> until,
      @JsonProperty("trial_ends_at") Optional<Instant> trialEndsAt,
      LimitsResponse limits,
      int profiles,
      int playlists,
      int favorites) {
    static Subscriber from(SubscriberView view) {
      return new Subscriber(
          view.entitlement().source().code(),
          view.entitlement().plan().map(plan -> plan.terms().name()),
          view.entitlement().until(),
          view.trialEndsAt(),
          LimitsResponse.from(view.entitlement().limits()),
          view.profiles(),
          view.playlists(),
          view.favorites());
    }
  }

  static UserDetailResponse from(UserView view) {
    return new UserDetailResponse(
        TvUserResponse.User.from(view.account()),
        view.subscriber().map(Subscriber::from),
        view.subscription().map(SubscriptionResponse.Subscription::from),
        view.creditsBalance());
  }
}
