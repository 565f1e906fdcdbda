package dev.stagedoor.application.auth;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.messaging.Mail;
import dev.stagedoor.application.messaging.Mailer;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountLink;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.PasswordPolicy;
import dev.stagedoor.domain.auth.SignedInTokens;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountLinkRepository;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Sends and honours the links that let somebody set a password: invitations and resets. A link
 * works once and for a time; only its hash is kept.
 */
public final class AccountLinkService {
  private final UnitOfWork work;
  private final AccountRepository accounts;
  private final AccountLinkRepository links;
  private final AuthProvider provider;
  private final SessionService sessions;
  private final Mailer mailer;
  private final Settings settings;
  private final Clock clock;
  private final Ids ids;
  private final Tokens tokens;

  public AccountLinkService(
      UnitOfWork work,
      AccountRepository accounts,
      AccountLinkRepository links,
      AuthProvider provider,
      SessionService sessions,
      Mailer mailer,
      Settings settings,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    this.work = work;
    this.accounts = accounts;
    this.links = links;
    this.provider = provider;
    this.sessions = sessions;
    this.mailer = mailer;
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
    this.tokens = tokens;
  }

  /**
   * Mails an invitation in the open unit of work. The mail {@code mails.<name>} gets the arguments
   * and the link.
   */
  public void invite(Account account, String mail, Map<String, String> arguments) {
    sendLink(account, AccountLink.Purpose.INVITATION, "/invitation?token=", mail, arguments);
  }

  /** Mails a reset link to the holder of an address. Says nothing about whether there is one. */
  public void forgot(EmailAddress email) {
    work.run(
        () ->
            accounts
                .lockByEmail(email)
                .filter(
                    account ->
                        account.status() == AccountStatus.ACTIVE
                            || account.status() == AccountStatus.INVITED)
                .ifPresent(
                    account ->
                        sendLink(
                            account,
                            AccountLink.Purpose.PASSWORD_RESET,
                            "/password/reset?token=",
                            "password_reset",
                            Map.of())));
  }

  /**
   * Sets the first password of an invited account and signs its holder in.
   *
   * @throws DomainException {@code LINK_NOT_VALID} for an unknown, used or expired link, {@code
   *     LINK_IN_USE} while another attempt is under way
   * @throws ProviderException when the provider cannot be asked; the link then still works
   */
  public SignedIn acceptInvitation(Secret token, Secret password) {
    PasswordPolicy.check(password);
    Attempt attempt = work.write(() -> take(token.sha256(), AccountLink.Purpose.INVITATION));
    SignedInTokens signedIn =
        atProvider(
            attempt,
            () -> {
              provider.identities().setPassword(attempt.subject(), password);
              return sessions.tokens(attempt.email(), password);
            });
    Account account = work.write(() -> complete(attempt));
    return new SignedIn(AccountView.of(account), account.actor(), signedIn);
  }

  /**
   * Sets a new password, ends every session of the account, and returns the account.
   *
   * @throws DomainException {@code LINK_NOT_VALID} for an unknown, used or expired link, {@code
   *     LINK_IN_USE} while another attempt is under way
   * @throws ProviderException when the provider cannot be asked; the link then still works
   */
  public AccountView reset(Secret token, Secret password) {
    PasswordPolicy.check(password);
    Attempt attempt = work.write(() -> take(token.sha256(), AccountLink.Purpose.PASSWORD_RESET));
    atProvider(
        attempt,
        () -> {
          provider.identities().setPassword(attempt.subject(), password);
          return attempt.subject();
        });
    return AccountView.of(work.write(() -> complete(attempt)));
  }

  /**
   * Does what the provider must do between taking the link and using it up together with what
   * follows from it. Of two people with one link only one gets in, a call that fails gives the link
   * back, and a crash at any moment leaves one that works again when the lease is over.
   */
  private <T> T atProvider(Attempt attempt, Supplier<T> calls) {
    try {
      return calls.get();
    } catch (ProviderException | DomainException failed) {
      work.run(() -> giveBack(attempt));
      throw failed;
    }
  }

  private record Attempt(
      UUID id, String tokenHash, UserId user, String subject, EmailAddress email) {}

  private Attempt take(String tokenHash, AccountLink.Purpose purpose) {
    UUID id = ids.next();
    AccountLink link =
        links
            .lock(tokenHash)
            .orElseThrow(() -> new DomainException(AuthError.LINK_NOT_VALID))
            .takenBy(id, purpose, clock.instant());
    Account account = accounts.find(link.user()).orElseThrow();
    account.mustNotBeSuspended();
    links.save(link);
    return new Attempt(id, tokenHash, link.user(), account.identity().value(), account.email());
  }

  private void giveBack(Attempt attempt) {
    links
        .lock(attempt.tokenHash())
        .map(link -> link.givenBackBy(attempt.id()))
        .ifPresent(links::save);
  }

  /** A link that was voided by a newer one meanwhile was good when it was taken, and that holds. */
  private Account complete(Attempt attempt) {
    Account account = accounts.lock(attempt.user()).orElseThrow();
    account.acceptInvitation();
    accounts.save(account);
    links
        .lock(attempt.tokenHash())
        .map(link -> link.usedBy(attempt.id(), clock.instant()))
        .ifPresent(links::save);
    return account;
  }

  private void sendLink(
      Account account,
      AccountLink.Purpose purpose,
      String path,
      String mail,
      Map<String, String> arguments) {
    Secret token = tokens.next();
    links.add(
        AccountLink.issue(ids.next(), account.id(), purpose, token.sha256(), clock.instant()));
    Map<String, String> all = new LinkedHashMap<>(arguments);
    all.put("name", account.name().display());
    mailer.send(
        account.email(),
        account.language(),
        new Mail(mail, all, Optional.of(settings.link(path + token.reveal()))));
  }
}
