package dev.stagedoor.application.ticketing;

import java.util.Optional;

/**
 * What a ticketing system is told about what somebody may do.
 *
 * @param role as what they may, empty when they may not
 */
public record Permission(boolean allowed, Optional<String> role) {
  static Permission as(String role) {
    return new Permission(true, Optional.of(role));
  }

  static Permission none() {
    return new Permission(false, Optional.empty());
  }
}
