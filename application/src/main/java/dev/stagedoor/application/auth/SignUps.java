package dev.stagedoor.application.auth;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.IdentityOutcome;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The first two steps of every new account: reserve the address, make the identity at the provider.
 * A crash between the steps leaves an address that the next attempt takes over with an identity of
 * its own; an attempt that was overtaken cannot be completed, so no password but the last one ever
 * opens the account.
 *
 * <p>Several installations may share one provider. The subject of an identity names the account it
 * was made for, so that none takes another's identity for a left-over of its own.
 */
final class SignUps {
  private static final String SUBJECT_PREFIX = "sd-";

  private final UnitOfWork work;
  private final AccountRepository accounts;
  private final AuthProvider provider;
  private final Clock clock;
  private final Ids ids;

  SignUps(
      UnitOfWork work, AccountRepository accounts, AuthProvider provider, Clock clock, Ids ids) {
    this.work = work;
    this.accounts = accounts;
    this.provider = provider;
    this.clock = clock;
    this.ids = ids;
  }

  /** The account of an address, and the identity that now waits to complete it. */
  record Reserved(UserId id, ProviderRef identity) {}

  /**
   * Reserves the address of a new account and makes its identity.
   *
   * @throws DomainException {@code EMAIL_TAKEN} when somebody has the address or was faster
   * @throws ProviderException when the provider cannot be asked; trying again is safe
   */
  Reserved reserve(NewAccount wanted) {
    UserId fresh = new UserId(ids.next());
    Reservation reservation = work.write(() -> takeAddress(wanted, fresh));
    Reserved reserved = reservation.reserved();
    reservation.overtaken().ifPresent(abandoned -> provider.identities().delete(abandoned.value()));
    create(
        reserved,
        new NewIdentity(
            reserved.identity().value(),
            wanted.email(),
            wanted.name().display(),
            wanted.password()));
    claim(reserved, wanted.claims());
    return reserved;
  }

  /**
   * Removes the identity of an attempt that was refused and is not completed. Where the provider
   * cannot be asked it stays, until the next attempt takes the address over.
   */
  void giveUp(Reserved reserved, DomainException refused) {
    try {
      provider.identities().delete(reserved.identity().value());
    } catch (ProviderException failed) {
      // What was refused is the answer, whatever becomes of the rest.
      refused.addSuppressed(failed);
    }
  }

  /** Tells whether another attempt has taken the address over since. */
  boolean isOvertaken(Reserved reserved) {
    Account account = work.read(() -> accounts.find(reserved.id()).orElseThrow());
    return !account.identity().equals(reserved.identity());
  }

  /** Sets the claims of the identity, unless an attempt that overtook this one has removed it. */
  private void claim(Reserved reserved, IdentityClaims claims) {
    try {
      provider.claims().set(reserved.identity().value(), claims);
    } catch (ProviderException failed) {
      throw isOvertaken(reserved) ? new DomainException(AuthError.EMAIL_TAKEN) : failed;
    }
  }

  /**
   * Makes the identity; those of attempts that were overtaken make way for it, also of such as were
   * slow and make theirs only now. Each of them makes one more at most before it learns that it was
   * overtaken, so the last attempt comes to an end, and wins.
   */
  private void create(Reserved reserved, NewIdentity wanted) {
    Optional<ProviderRef> holder = holderAfterCreating(wanted);
    while (holder.isPresent()) {
      if (!isLeftOver(holder.get(), reserved.id()) || isOvertaken(reserved)) {
        throw new DomainException(AuthError.EMAIL_TAKEN);
      }
      provider.identities().delete(holder.get().value());
      holder = holderAfterCreating(wanted);
    }
  }

  private Optional<ProviderRef> holderAfterCreating(NewIdentity wanted) {
    return provider
        .identities()
        .create(wanted)
        .match(
            new IdentityOutcome.Cases<>() {
              @Override
              public Optional<ProviderRef> created(IdentityOutcome.Created created) {
                return Optional.empty();
              }

              @Override
              public Optional<ProviderRef> emailTaken(IdentityOutcome.EmailTaken taken) {
                return Optional.of(taken.holder());
              }
            });
  }

  /**
   * Tells an identity that an earlier attempt made for the account from one that counts, or that
   * somebody else made: another installation, say, or an operator by hand.
   */
  private boolean isLeftOver(ProviderRef holder, UserId account) {
    return holder.value().startsWith(prefix(account))
        && work.read(() -> accounts.findByIdentities(List.of(holder))).get(0).isEmpty();
  }

  private ProviderRef newIdentity(UserId account) {
    return new ProviderRef(provider.id(), prefix(account) + ids.next());
  }

  private static String prefix(UserId account) {
    return SUBJECT_PREFIX + account.value() + "-";
  }

  private record Reservation(Reserved reserved, Optional<ProviderRef> overtaken) {}

  private Reservation takeAddress(NewAccount wanted, UserId fresh) {
    Optional<Account> known = accounts.lockByEmail(wanted.email());
    if (known.isPresent()) {
      Account account = known.get();
      ProviderRef identity = newIdentity(account.id());
      ProviderRef overtaken = account.identity();
      account.retryWith(identity, wanted.name(), wanted.role(), wanted.language());
      accounts.save(account);
      return new Reservation(new Reserved(account.id(), identity), Optional.of(overtaken));
    }
    ProviderRef identity = newIdentity(fresh);
    accounts.save(
        Account.reserve(
            fresh,
            identity,
            wanted.email(),
            wanted.name(),
            wanted.role(),
            wanted.language(),
            clock.instant()));
    return new Reservation(new Reserved(fresh, identity), Optional.empty());
  }
}
