package dev.stagedoor.application.auth;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.PasswordPolicy;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.SignInOutcome;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes accounts: an address is reserved with an identity at the provider, then the account is
 * completed together with what the area makes for it. Whatever the provider is asked comes before
 * the account is completed, so that an attempt which the provider fails can be repeated.
 */
public final class RegistrationService {
  private final UnitOfWork work;
  private final AccountRepository accounts;
  private final AuthProvider provider;
  private final SignUps signUps;

  public RegistrationService(
      UnitOfWork work, AccountRepository accounts, AuthProvider provider, Clock clock, Ids ids) {
    this.work = work;
    this.accounts = accounts;
    this.provider = provider;
    this.signUps = new SignUps(work, accounts, provider, clock, ids);
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
    Secret password = password(wanted);
    SignUps.Reserved reserved = signUps.reserve(wanted);
    SignedInTokens tokens = signIn(reserved, wanted.email(), password);
    return complete(
        reserved,
        account ->
            new Registered<>(
                new SignedIn(AccountView.of(account), account.actor(), tokens),
                alongside.apply(account)));
  }

  /**
   * Makes an account with a password for somebody else, who is not signed in by it. In the unit of
   * work that completes it the area does what it wants: both are there afterwards, or neither.
   * Where the area refuses, no identity stays behind for somebody who may never have asked.
   *
   * @throws DomainException {@code EMAIL_TAKEN}, or {@code INVALID_VALUE} for the password
   * @throws ProviderException when the identity provider cannot be asked; trying again is safe
   */
  public <T> T enroll(NewAccount wanted, Function<Account, T> alongside) {
    var unused = password(wanted);
    SignUps.Reserved reserved = signUps.reserve(wanted);
    try {
      return complete(reserved, alongside);
    } catch (DomainException refused) {
      signUps.giveUp(reserved, refused);
      throw refused;
    }
  }

  private static Secret password(NewAccount wanted) {
    return PasswordPolicy.check(
        wanted.password().orElseThrow(() -> DomainException.invalid("password", "blank")));
  }

  private <T> T complete(SignUps.Reserved reserved, Function<Account, T> alongside) {
    return work.write(
        () -> {
          Account account = accounts.lock(reserved.id()).orElseThrow();
          account.activate(reserved.identity());
          accounts.save(account);
          return alongside.apply(account);
        });
  }

  /**
   * Finds the account of an address, or makes one that has no password yet, and in the same unit of
   * work does what the area wants. {@code alongside} is told whether the account needs an
   * invitation; it runs after the identity was made, so it checks again what may have changed.
   *
   * @throws DomainException {@code EMAIL_TAKEN} while somebody else is signing up under the address
   * @throws ProviderException when the identity provider cannot be asked; trying again is safe
   */
  public <T> T invite(NewAccount wanted, Function<Invited, T> alongside) {
    Supplier<Optional<T>> withExisting =
        () ->
            existing(wanted.email())
                .map(
                    account ->
                        alongside.apply(
                            new Invited(account, account.status() == AccountStatus.INVITED)));
    return work.write(withExisting).orElseGet(() -> inviteNew(wanted, alongside, withExisting));
  }

  private <T> T inviteNew(
      NewAccount wanted, Function<Invited, T> alongside, Supplier<Optional<T>> withExisting) {
    try {
      SignUps.Reserved reserved = signUps.reserve(wanted);
      return work.write(
          () -> {
            Account account = accounts.lock(reserved.id()).orElseThrow();
            account.invite(reserved.identity());
            accounts.save(account);
            return alongside.apply(new Invited(account, true));
          });
    } catch (DomainException overtaken) {
      if (overtaken.code() != AuthError.EMAIL_TAKEN) {
        throw overtaken;
      }
      return work.write(withExisting).orElseThrow(() -> overtaken);
    }
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
            if (account.status() == AccountStatus.INVITED && admin.password().isPresent()) {
              account.acceptInvitation();
            }
            accounts.save(account);
          });
    }
  }

  private Optional<Account> existing(EmailAddress email) {
    return accounts
        .lockByEmail(email)
        .filter(account -> account.status() != AccountStatus.REGISTERING);
  }

  private SignedInTokens signIn(SignUps.Reserved reserved, EmailAddress email, Secret password) {
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
                throw signUps.isOvertaken(reserved)
                    ? new DomainException(AuthError.EMAIL_TAKEN)
                    : new IllegalStateException("a new identity cannot sign in");
              }

              @Override
              public SignedInTokens reused(SignInOutcome.Reused reused) {
                throw new IllegalStateException("a password sign-in cannot be a reuse");
              }
            });
  }
}
