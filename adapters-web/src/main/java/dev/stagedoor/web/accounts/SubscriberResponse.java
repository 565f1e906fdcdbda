package dev.stagedoor.web.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.application.tv.SubscriberView;
import dev.stagedoor.domain.auth.SignedInTokens;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody who is signed in now, as clients of {@code /api/v1} read it.
 *
 * @param trialEndsAt told to who signs up and has a trial
 * @param entitlement told to who signs up
 */
@Serdeable
public record SubscriberResponse(
    String token,
    @JsonProperty("refresh_token") String refreshToken,
    User user,
    @JsonProperty("trial_ends_at") Optional<Instant> trialEndsAt,
    Optional<Entitlement> entitlement) {
  /**
   * What somebody may do now.
   *
   * @param source where it comes from: trial, subscription, grace, reseller, suspended or none
   * @param until when it ends unless something is paid
   */
  @Serdeable
  public record Entitlement(
      String source,
      Optional<Instant> until,
      @JsonProperty("max_profiles") int maxProfiles,
      @JsonProperty("max_playlists") int maxPlaylists,
      @JsonProperty("max_favorites") int maxFavorites) {
    private static Entitlement from(dev.stagedoor.domain.tv.Entitlement entitlement) {
      return new Entitlement(
          entitlement.source().code(),
          entitlement.until(),
          entitlement.limits().profiles(),
          entitlement.limits().playlists(),
          entitlement.limits().favorites());
    }
  }

  /** An account as its owner sees it. */
  @Serdeable
  public record User(
      UUID id,
      String email,
      @JsonProperty("full_name") String fullName,
      String role,
      @JsonProperty("is_admin") boolean isAdmin,
      String language,
      @JsonProperty("created_at") Instant createdAt) {}

  /** New tokens for old ones. */
  @Serdeable
  public record Tokens(String token, @JsonProperty("refresh_token") String refreshToken) {
    static Tokens from(SignedInTokens tokens) {
      return new Tokens(tokens.accessToken().reveal(), tokens.refreshToken().reveal());
    }

    @Override
    public String toString() {
      return "Tokens";
    }
  }

  static SubscriberResponse from(SignedIn signedIn) {
    return of(signedIn, Optional.empty());
  }

  /** Tells also what they may, now that they have begun. */
  static SubscriberResponse from(SignedIn signedIn, SubscriberView subscriber) {
    return of(signedIn, Optional.of(subscriber));
  }

  private static SubscriberResponse of(SignedIn signedIn, Optional<SubscriberView> subscriber) {
    var account = signedIn.account();
    return new SubscriberResponse(
        signedIn.tokens().accessToken().reveal(),
        signedIn.tokens().refreshToken().reveal(),
        new User(
            account.id(),
            account.email(),
            account.displayName(),
            account.role(),
            account.isAdmin(),
            account.language(),
            account.createdAt()),
        subscriber.flatMap(SubscriberView::trialEndsAt),
        subscriber.map(SubscriberView::entitlement).map(Entitlement::from));
  }

  @Override
  public String toString() {
    return "SubscriberResponse[" + user + "]";
  }
}
