package dev.stagedoor.web.limits;

import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.web.request.ClientAddress;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Keeps people from guessing passwords and from making accounts by the thousand, without giving
 * them a way to lock somebody else out. What succeeds does not count. One address gets few guesses
 * at one account. Many addresses together get more, and where those are used up, the addresses the
 * account's holder has signed in from are still let in; so does the link in a reset mail.
 */
@Singleton
public final class SignInLimits {
  private final RateLimits limits;
  private final Quota perBoth;
  private final Quota perAddress;
  private final Quota perAccount;
  private final Quota mails;
  private final Counters counters;
  private final KnownAddresses known;
  private final ClientAddress addresses;

  SignInLimits(
      RateLimits limits, Counters counters, KnownAddresses known, ClientAddress addresses) {
    this.limits = limits;
    this.perBoth = new Quota("attempts-both", limits.attemptsPerAccountAndAddress());
    this.perAddress = new Quota("attempts-address", limits.attemptsPerAddress());
    this.perAccount = new Quota("attempts-account", limits.attemptsPerAccount());
    this.mails = new Quota("mails-account", limits.mailsPerAccount());
    this.counters = counters;
    this.known = known;
    this.addresses = addresses;
  }

  /** What is counted against whom. */
  private record Charge(Quota quota, String caller) {}

  /**
   * Does what proves who somebody is by their password, and counts it against the account and the
   * address unless it succeeds or cannot be told.
   *
   * @throws DomainException {@code TOO_MANY_ATTEMPTS}; nothing was tried then
   */
  public <T> T attempt(HttpRequest<?> request, EmailAddress account, Supplier<T> proof) {
    String address = addresses.group(request);
    Charge both = both(account, address);
    Charge there = new Charge(perAddress, address);
    T result =
        attempt(
            known.knows(account, address)
                ? List.of(both, there)
                : List.of(both, there, new Charge(perAccount, account.value())),
            proof);
    known.remember(account, address);
    return result;
  }

  /** As above, where what is proved names no account. */
  public <T> T attempt(HttpRequest<?> request, Supplier<T> proof) {
    return attempt(List.of(new Charge(perAddress, addresses.group(request))), proof);
  }

  /**
   * Notes that the holder of an account used a mailed link: whoever guessed before, let them in.
   */
  public void welcome(HttpRequest<?> request, EmailAddress account) {
    String address = addresses.group(request);
    known.remember(account, address);
    counters.clear(perBoth, both(account, address).caller());
  }

  /** Counts a mail to an account, which is a burden even when it was asked for rightly. */
  public void countMail(HttpRequest<?> request, EmailAddress account) {
    countAddress(request);
    count(new Charge(mails, account.value()));
  }

  /** Counts something that is a burden even when it succeeds, such as a sign-up. */
  public void countAddress(HttpRequest<?> request) {
    count(new Charge(perAddress, addresses.group(request)));
  }

  private Charge both(EmailAddress account, String address) {
    return new Charge(perBoth, account.value() + " " + address);
  }

  private <T> T attempt(List<Charge> charges, Supplier<T> proof) {
    charges.forEach(this::count);
    T result;
    try {
      result = proof.get();
    } catch (ProviderException untold) {
      charges.forEach(this::giveBack);
      throw untold;
    }
    charges.forEach(this::giveBack);
    return result;
  }

  private void count(Charge charge) {
    if (!limits.enabled()) {
      return;
    }
    Count count = counters.count(charge.quota(), charge.caller());
    if (!count.allowed()) {
      throw new DomainException(
          AuthError.TOO_MANY_ATTEMPTS, Map.of("retryAfter", count.resetSeconds()));
    }
  }

  private void giveBack(Charge charge) {
    if (limits.enabled()) {
      counters.giveBack(charge.quota(), charge.caller());
    }
  }
}
