package dev.stagedoor.domain.ticketing;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Identifies what one person connected at a ticketing system; its webhooks come to it. */
public record ConnectionId(UUID value) {
  public ConnectionId {
    Objects.requireNonNull(value, "value");
  }

  /** Reads an id as addresses have it; empty when it is none, or written in another way. */
  public static Optional<ConnectionId> parse(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(new ConnectionId(id)) : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "connection_" + value;
  }
}
