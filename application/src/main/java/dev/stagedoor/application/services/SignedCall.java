package dev.stagedoor.application.services;

import java.util.Optional;

/** What another service says of itself with a request; what is not there is empty. */
public record SignedCall(
    Optional<String> apiKey,
    Optional<String> serviceId,
    Optional<String> timestamp,
    Optional<String> signature) {
  @Override
  public String toString() {
    return "call of " + serviceId.orElse("nobody");
  }
}
