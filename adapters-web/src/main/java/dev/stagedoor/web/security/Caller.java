package dev.stagedoor.web.security;

import dev.stagedoor.domain.auth.Actor;
import io.micronaut.http.HttpRequest;
import java.util.Optional;

/**
 * Who sends a request, and how they proved it. A controller that needs only the first declares an
 * {@link Actor} parameter; one that ends sessions declares this.
 */
public record Caller(Actor actor, Optional<Proof> proof) {
  private static final String ATTRIBUTE = "stagedoor.caller";

  static Caller visitor() {
    return new Caller(Actor.visitor(), Optional.empty());
  }

  /** Returns who was found to send a request; a visitor before anybody looked. */
  public static Caller of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, Caller.class).orElseGet(Caller::visitor);
  }

  void keepIn(HttpRequest<?> request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}
