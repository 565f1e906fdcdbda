package dev.stagedoor.application.auth;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.IdentityOutcome;
import dev.stagedoor.domain.auth.NewIdentity;
import dev.stagedoor.domain.auth.PasswordPolicy;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes accounts, in three steps: reserve the address, make the identity at the provider, complete
 * the account. A crash between the steps leaves an address that the next attempt takes over with an
 * identity of its own; an attempt that was overtaken cannot be completed, so no password but the
 * last one ever opens the account.
 */
public final class RegistrationService {
  private static final String SUBJECT_PREFIX = "sd-";

  private final UnitOfWork work;
  private final AccountRepository accounts;
  private final AuthProvider provider;
  private final Clock clock;
  private final Ids ids;

  public RegistrationService(
      UnitOfWork work, AccountRepository accounts, AuthProvider provider, Clock clock, Ids ids) {
    this.work = work;
    this.accounts = accounts;
    this.provider = provider;
    this.clock = clock;
    this.ids = ids;
  }

  /** What registering gave: the account, its tokens, and what the area made with it. */
  public record Registered<T>(SignedIn signedIn, T made) {}

  /**
   * Registers somebody with a password and signs them in.
   *
   * @throws DomainException {@code EMAIL_TAKEN}, or {@code INVALID_VALUE} for the password
   * @throws ProviderException when the identity provider cannot be asked; trying again is safe
   */
  public SignedIn register(NewAccount wanted) {
    return register(wanted, Account::id).signedIn();
  }

  /**
   * Registers somebody, and in the unit of work that completes the account also does what the area
   * wants: both are there afterwards, or neither.
   */
  public <T> Registered<T> register(NewAccount wanted, Function<Account, T> alongside) {
    Secret password =
        PasswordPolicy.check(
            wanted.password().orElseThrow(() -> DomainException.invalid("password", "blank")));
    Reserved reserved = makeIdentity(wanted);
    Completed<T> completed =
        work.write(
            () -> {
              Account account = accounts.lock(reserved.id()).orElseThrow();
              account.activate(reserved.identity());
              accounts.save(account);
              return new Completed<>(
                  AccountView.of(account), account.actor(), alongside.apply(account));
            });
    SignedInTokens tokens = signIn(wanted.email(), password);
    return new Registered<>(
        new SignedIn(completed.account(), completed.actor(), tokens), completed.made());
  }

  private record Completed<T>(AccountView account, Actor actor, T made) {}

  /**
   * Finds the account of an address, or makes one that has no password yet, and in the same unit of
   * work does what the area wants. {@code alongside} is told whether the account needs an
   * invitation.
   */
  public <T> T invite(NewAccount wanted, Function<Invited, T> alongside) {
    Optional<Account> existing = work.write(() -> existing(wanted.email()));
    if (existing.isPresent()) {
      Account account = existing.get();
      return work.write(
          () -> alongside.apply(new Invited(account, account.status() == AccountStatus.INVITED)));
    }
    Reserved reserved = makeIdentity(wanted);
    return work.write(
        () -> {
          Account account = accounts.lock(reserved.id()).orElseThrow();
          account.invite(reserved.identity());
          accounts.save(account);
          return alongside.apply(new Invited(account, true));
        });
  }

  /** An account that was found or made for somebody else. */
  public record Invited(Account account, boolean needsInvitation) {}

  /**
   * Makes the first admin where there is no account under that address, else gives the account the
   * role and the configured password, and ends its sessions. Does nothing while another instance is
   * doing the same.
   */
  public void ensureAdmin(NewAccount admin) {
    Optional<Account> existing = work.write(() -> existing(admin.email()));
    if (existing.isEmpty()) {
      try {
        register(admin);
      } catch (DomainException overtaken) {
        if (overtaken.code() != AuthError.EMAIL_TAKEN) {
          throw overtaken;
        }
      }
    } else if (existing.get().role() != Role.ADMIN) {
      // Whoever registered the address before may not be who the operator means.
      String subject = existing.get().identity().value();
      admin.password().ifPresent(password -> provider.identities().setPassword(subject, password));
      provider.claims().set(subject, admin.claims());
      work.run(
          () -> {
            Account account = accounts.lock(existing.get().id()).orElseThrow();
            account.changeRole(Role.ADMIN);
            accounts.save(account);
          });
    }
  }

  private record Reserved(UserId id, ProviderRef identity) {}

  private Reserved makeIdentity(NewAccount wanted) {
    UserId fresh = new UserId(ids.next());
    ProviderRef identity = new ProviderRef(provider.id(), SUBJECT_PREFIX + ids.next());
    Reservation reservation = work.write(() -> reserve(wanted, fresh, identity));
    reservation.overtaken().ifPresent(abandoned -> provider.identities().delete(abandoned.value()));
    create(
        new NewIdentity(
            identity.value(), wanted.email(), wanted.name().display(), wanted.password()));
    Reserved reserved = new Reserved(reservation.id(), identity);
    claim(reserved, wanted.claims());
    return reserved;
  }

  /** Sets the claims of the identity, unless an attempt that overtook this one has removed it. */
  private void claim(Reserved reserved, IdentityClaims claims) {
    try {
      provider.claims().set(reserved.identity().value(), claims);
    } catch (ProviderException failed) {
      Account account = work.read(() -> accounts.find(reserved.id()).orElseThrow());
      throw account.identity().equals(reserved.identity())
          ? failed
          : new DomainException(AuthError.EMAIL_TAKEN);
    }
  }

  /** Makes the identity; one left over from an attempt that was overtaken makes way for it. */
  private void create(NewIdentity wanted) {
    Optional<ProviderRef> holder = holderAfterCreating(wanted);
    if (holder.isPresent() && isLeftOver(holder.get())) {
      provider.identities().delete(holder.get().value());
      holder = holderAfterCreating(wanted);
    }
    if (holder.isPresent()) {
      throw new DomainException(AuthError.EMAIL_TAKEN);
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

  /** Tells an identity that we made and that belongs to no account from one made elsewhere. */
  private boolean isLeftOver(ProviderRef holder) {
    return holder.value().startsWith(SUBJECT_PREFIX)
        && work.read(() -> accounts.findByIdentity(holder)).isEmpty();
  }

  private record Reservation(UserId id, Optional<ProviderRef> overtaken) {}

  private Reservation reserve(NewAccount wanted, UserId fresh, ProviderRef identity) {
    Optional<Account> known = accounts.lockByEmail(wanted.email());
    if (known.isPresent()) {
      Account account = known.get();
      ProviderRef overtaken = account.identity();
      account.retryWith(identity, wanted.name(), wanted.role(), wanted.language());
      accounts.save(account);
      return new Reservation(account.id(), Optional.of(overtaken));
    }
    accounts.save(
        Account.reserve(
            fresh,
            identity,
            wanted.email(),
            wanted.name(),
            wanted.role(),
            wanted.language(),
            clock.instant()));
    return new Reservation(fresh, Optional.empty());
  }

  private Optional<Account> existing(EmailAddress email) {
    return accounts
        .lockByEmail(email)
        .filter(account -> account.status() != AccountStatus.REGISTERING);
  }

  private SignedInTokens signIn(EmailAddress email, Secret password) {
    return provider
        .signIn()
        .withPassword(email, password)
        .match(
            new SignInOutcome.Cases<>() {
              @Override
              public SignedInTokens signedIn(SignInOutcome.SignedIn signedIn) {
                return signedIn.tokens();
              }

              @Override
              public SignedInTokens refused(SignInOutcome.Refused refused) {
                throw new IllegalStateException("a new identity cannot sign in");
              }

              @Override
              public SignedInTokens reused(SignInOutcome.Reused reused) {
                throw new IllegalStateException("a password sign-in cannot be a reuse");
              }
            });
  }
}
