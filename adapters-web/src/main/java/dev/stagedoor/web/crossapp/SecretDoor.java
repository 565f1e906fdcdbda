package dev.stagedoor.web.crossapp;

import dev.stagedoor.application.ticketing.CrossAppService;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.CrossAppUse;
import dev.stagedoor.web.limits.SignInLimits;
import dev.stagedoor.web.request.ClientAddress;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Lets the ticketing system in, by the secret it shares with us. Whoever has it is not limited;
 * whoever guesses is, as those are who guess passwords.
 */
@Singleton
final class SecretDoor {
  static final String HEADER = "X-Shared-Secret";

  private final CrossAppService crossApp;
  private final SignInLimits limits;
  private final ClientAddress addresses;

  SecretDoor(CrossAppService crossApp, SignInLimits limits, ClientAddress addresses) {
    this.crossApp = crossApp;
    this.limits = limits;
    this.addresses = addresses;
  }

  /**
   * Returns the address of the ticketing system that asks, for the record.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code CROSS_APP_SECRET_WRONG}; {@code
   *     TOO_MANY_ATTEMPTS}, of which no record is kept
   */
  String admit(HttpRequest<?> request, CrossAppUse.Action action) {
    Optional<Secret> sent = Optional.ofNullable(request.getHeaders().get(HEADER)).map(Secret::of);
    String address = addresses.of(request);
    if (!crossApp.isTicketing(sent)) {
      limits.countAddress(request);
    }
    crossApp.mustBeTicketing(sent, action, address);
    return address;
  }
}
