package dev.stagedoor.web.crossapp;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stagedoor.application.ticketing.CrossAppTicket;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** What takes somebody to a ticketing system. */
@Serdeable
public record GeneratedSessionResponse(
    @JsonProperty("session_token") String sessionToken,
    @JsonProperty("expires_at") Instant expiresAt,
    @JsonProperty("redirect_url") Optional<URI> redirectUrl) {
  static GeneratedSessionResponse from(CrossAppTicket ticket) {
    return new GeneratedSessionResponse(
        ticket.token().reveal(), ticket.expiresAt(), ticket.redirectUrl());
  }
}
