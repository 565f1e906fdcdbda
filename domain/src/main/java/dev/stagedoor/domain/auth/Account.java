package dev.stagedoor.domain.auth;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;

/**
 * One person's account.
 *
 * <p>Invariants: one account per e-mail address; {@link #identity()} points at the identity the
 * current sign-up attempt makes, so of two attempts for one address only the one that wrote last
 * can be completed; only an active account may act; one that was suspended resumes as what it was.
 */
public final class Account {
  private final UserId id;
  private final EmailAddress email;
  private final Instant createdAt;
  private final long version;
  private ProviderRef identity;
  private PersonName name;
  private Role role;
  private AccountStatus status;
  private AccountStatus resumesAs;
  private Language language;

  private Account(
      UserId id,
      ProviderRef identity,
      EmailAddress email,
      PersonName name,
      Role role,
      AccountStatus status,
      AccountStatus resumesAs,
      Language language,
      Instant createdAt,
      long version) {
    this.id = id;
    this.identity = identity;
    this.email = email;
    this.name = name;
    this.role = role;
    this.status = status;
    this.resumesAs = resumesAs;
    this.language = language;
    this.createdAt = createdAt;
    this.version = version;
  }

  /** Reserves an e-mail address for a sign-up whose identity is about to be made. */
  public static Account reserve(
      UserId id,
      ProviderRef identity,
      EmailAddress email,
      PersonName name,
      Role role,
      Language language,
      Instant now) {
    return new Account(
        id,
        identity,
        email,
        name,
        role,
        AccountStatus.REGISTERING,
        AccountStatus.ACTIVE,
        language,
        now,
        0);
  }

  /**
   * Rebuilds a stored account that was active if it is suspended now; for repositories only, as is
   * the other.
   */
  public static Account restore(
      UserId id,
      ProviderRef identity,
      EmailAddress email,
      PersonName name,
      Role role,
      AccountStatus status,
      Language language,
      Instant createdAt,
      long version) {
    return restore(
        id,
        identity,
        email,
        name,
        role,
        status,
        AccountStatus.ACTIVE,
        language,
        createdAt,
        version);
  }

  /**
   * Rebuilds a stored account.
   *
   * @param resumesAs what it was before it was suspended; of no account else does it matter
   */
  public static Account restore(
      UserId id,
      ProviderRef identity,
      EmailAddress email,
      PersonName name,
      Role role,
      AccountStatus status,
      AccountStatus resumesAs,
      Language language,
      Instant createdAt,
      long version) {
    return new Account(
        id, identity, email, name, role, status, resumesAs, language, createdAt, version);
  }

  /**
   * Takes an unfinished registration over for a new attempt with a new identity. The old attempt
   * can no longer be completed.
   */
  public void retryWith(
      ProviderRef newIdentity, PersonName newName, Role newRole, Language newLanguage) {
    if (status != AccountStatus.REGISTERING) {
      throw new DomainException(AuthError.EMAIL_TAKEN);
    }
    identity = newIdentity;
    name = newName;
    role = newRole;
    language = newLanguage;
  }

  /** Completes the registration whose identity was made; refuses an attempt that was overtaken. */
  public void activate(ProviderRef made) {
    completeRegistration(made, AccountStatus.ACTIVE);
  }

  /** Completes a registration by invitation: the identity exists, its password does not yet. */
  public void invite(ProviderRef made) {
    completeRegistration(made, AccountStatus.INVITED);
  }

  private void completeRegistration(ProviderRef made, AccountStatus next) {
    if (status != AccountStatus.REGISTERING || !identity.equals(made)) {
      throw new DomainException(AuthError.EMAIL_TAKEN);
    }
    status = next;
  }

  /** Notes that the person has set a password; idempotent. */
  public void acceptInvitation() {
    mustNotBeSuspended();
    status = AccountStatus.ACTIVE;
  }

  public void changeRole(Role next) {
    role = next;
  }

  public void changeLanguage(Language next) {
    language = next;
  }

  /** Lets it act no more. Repeatable. */
  public void suspend() {
    if (status != AccountStatus.SUSPENDED) {
      resumesAs = status;
      status = AccountStatus.SUSPENDED;
    }
  }

  /**
   * Makes a suspended account what it was before: who never had a password still needs one.
   * Repeatable.
   */
  public void resume() {
    if (status == AccountStatus.SUSPENDED) {
      status = resumesAs;
      resumesAs = AccountStatus.ACTIVE;
    }
  }

  /** Returns the actor this account is, or refuses when it may not act. */
  public Actor actor() {
    mustNotBeSuspended();
    if (status != AccountStatus.ACTIVE) {
      throw new DomainException(AuthError.INVALID_TOKEN);
    }
    return Actor.user(id, role);
  }

  /** Refuses an account that was suspended with {@code ACCOUNT_SUSPENDED}. */
  public void mustNotBeSuspended() {
    if (status == AccountStatus.SUSPENDED) {
      throw new DomainException(AuthError.ACCOUNT_SUSPENDED);
    }
  }

  public UserId id() {
    return id;
  }

  public ProviderRef identity() {
    return identity;
  }

  public EmailAddress email() {
    return email;
  }

  public PersonName name() {
    return name;
  }

  public Role role() {
    return role;
  }

  public AccountStatus status() {
    return status;
  }

  /** Tells what a suspended account is once it resumes. */
  public AccountStatus resumesAs() {
    return resumesAs;
  }

  public Language language() {
    return language;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public long version() {
    return version;
  }
}
