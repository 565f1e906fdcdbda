package dev.stagedoor.web.crossapp;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.auth.AccountView;
import dev.stagedoor.application.ticketing.CrossAppView;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Who came to a ticketing system, and what it asks with from now on. */
@Serdeable
public record ValidatedSessionResponse(
    @JsonProperty("user_data") User userData,
    @JsonProperty("account_data") Account accountData,
    @JsonProperty("event_id") Optional<UUID> eventId,
    @JsonProperty("session_reference") String sessionReference,
    @JsonProperty("expires_at") Instant expiresAt) {

  /** Who it is. */
  @Serdeable
  public record User(
      UUID id,
      String email,
      @JsonProperty("first_name") String firstName,
      @JsonProperty("last_name") String lastName,
      @JsonProperty("display_name") String displayName,
      String role) {
    static User from(AccountView view) {
      return new User(
          view.id(),
          view.email(),
          view.firstName(),
          view.lastName(),
          view.displayName(),
          view.role());
    }
  }

  /** On whose behalf. */
  @Serdeable
  public record Account(UUID id, String name, String email) {
    static Account from(AccountView view) {
      return new Account(view.id(), view.displayName(), view.email());
    }
  }

  static ValidatedSessionResponse from(CrossAppView view) {
    return new ValidatedSessionResponse(
        User.from(view.user()),
        Account.from(view.account()),
        view.event().map(TicketedEventId::value),
        view.reference().reveal(),
        view.expiresAt());
  }
}
