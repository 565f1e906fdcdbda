package dev.stagedoor.web.limits;

import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.web.request.ClientAddress;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps people from guessing passwords and from making accounts by the thousand. What succeeds does
 * not count; so somebody who knows their password is locked out by nobody but a guesser.
 */
@Singleton
public final class SignInLimits {
  private final RateLimits limits;
  private final Quota perAccount;
  private final Quota perAddress;
  private final Counters counters;
  private final ClientAddress addresses;

  SignInLimits(RateLimits limits, Counters counters, ClientAddress addresses) {
    this.limits = limits;
    this.perAccount = new Quota("attempts-account", limits.attemptsPerAccount());
    this.perAddress = new Quota("attempts-address", limits.attemptsPerAddress());
    this.counters = counters;
    this.addresses = addresses;
  }

  /**
   * Does what proves who somebody is, and counts it against the account and the address unless it
   * succeeds.
   *
   * @throws DomainException {@code TOO_MANY_ATTEMPTS}; nothing was tried then
   */
  public <T> T attempt(HttpRequest<?> request, EmailAddress account, Supplier<T> proof) {
    count(perAddress, addresses.group(request));
    count(perAccount, account.value());
    T result = proof.get();
    giveBack(perAddress, addresses.group(request));
    giveBack(perAccount, account.value());
    return result;
  }

  /** As above, where what is proved names no account. */
  public <T> T attempt(HttpRequest<?> request, Supplier<T> proof) {
    count(perAddress, addresses.group(request));
    T result = proof.get();
    giveBack(perAddress, addresses.group(request));
    return result;
  }

  /** Counts something that is a burden even when it succeeds, such as a mail to an account. */
  public void count(HttpRequest<?> request, EmailAddress account) {
    count(perAddress, addresses.group(request));
    count(perAccount, account.value());
  }

  /** Counts something that is a burden even when it succeeds, such as a sign-up. */
  public void countAddress(HttpRequest<?> request) {
    count(perAddress, addresses.group(request));
  }

  private void count(Quota quota, String caller) {
    if (!limits.enabled()) {
      return;
    }
    Count count = counters.count(quota, caller);
    if (!count.allowed()) {
      throw new DomainException(
          AuthError.TOO_MANY_ATTEMPTS, Map.of("retryAfter", count.resetSeconds()));
    }
  }

  private void giveBack(Quota quota, String caller) {
    if (limits.enabled()) {
      counters.giveBack(quota, caller);
    }
  }
}
