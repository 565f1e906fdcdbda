package dev.stagedoor.web.limits;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.web.request.ClientAddress;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Map;

/** Keeps accounts and addresses from opening ways to a ticketing system by the thousand. */
@Singleton
public final class CrossAppLimits {
  private final RateLimits limits;
  private final Quota perAccount;
  private final Quota perAddress;
  private final Counters counters;
  private final ClientAddress addresses;

  CrossAppLimits(RateLimits limits, Counters counters, ClientAddress addresses) {
    this.limits = limits;
    this.perAccount = new Quota("cross-app-account", limits.crossAppSessionsPerAccount());
    this.perAddress = new Quota("cross-app-address", limits.crossAppSessionsPerAddress());
    this.counters = counters;
    this.addresses = addresses;
  }

  /**
   * Counts a way that is opened, against the account and the address.
   *
   * @throws DomainException {@code NOT_SIGNED_IN}, {@code TOO_MANY_ATTEMPTS}
   */
  public void count(HttpRequest<?> request, Actor actor) {
    String account = actor.userId().toString();
    if (limits.enabled()) {
      count(perAddress, addresses.group(request));
      count(perAccount, account);
    }
  }

  private void count(Quota quota, String caller) {
    Count count = counters.count(quota, caller);
    if (!count.allowed()) {
      throw new DomainException(
          AuthError.TOO_MANY_ATTEMPTS, Map.of("retryAfter", count.resetSeconds()));
    }
  }
}
