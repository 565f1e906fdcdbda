package dev.stagedoor.application.auth;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.audit.AuditService;
import dev.stagedoor.application.port.AccountQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.AccountSuspended;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.auth.port.Claims;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What admins do about accounts. Each act that changes something is recorded. */
public final class AccountAdminService {
  private static final String ACCOUNT = "account";

  private final UnitOfWork work;
  private final AccountRepository accounts;
  private final AccountQueries queries;
  private final Claims claims;
  private final AuditService audit;
  private final Announcements announcements;

  public AccountAdminService(
      UnitOfWork work,
      AccountRepository accounts,
      AccountQueries queries,
      Claims claims,
      AuditService audit,
      Announcements announcements) {
    this.work = work;
    this.accounts = accounts;
    this.queries = queries;
    this.claims = claims;
    this.audit = audit;
    this.announcements = announcements;
  }

  /** Lists accounts whose address, name or id contains a text, the newest first. */
  public Page<ListedAccount> list(Actor actor, Optional<String> search, PageRequest page) {
    actor.mustBeAdmin();
    Optional<String> text = search.map(String::strip).filter(wanted -> !wanted.isEmpty());
    return work.read(() -> queries.accounts(text, page));
  }

  /** Returns one. */
  public ListedAccount get(Actor actor, UserId id) {
    actor.mustBeAdmin();
    return work.read(() -> row(id));
  }

  /** Returns those of these that are there, by their ids. */
  public Map<UUID, ListedAccount> named(Actor actor, Set<UserId> ids) {
    actor.mustBeAdmin();
    return work.read(() -> queries.named(ids)).stream()
        .collect(Collectors.toMap(ListedAccount::id, Function.identity()));
  }

  /** Returns those who have these addresses, by them. */
  public Map<EmailAddress, ListedAccount> mailedAt(Actor actor, Set<EmailAddress> addresses) {
    actor.mustBeAdmin();
    return work.read(() -> queries.mailedAt(addresses)).stream()
        .collect(
            Collectors.toMap(account -> new EmailAddress(account.email()), Function.identity()));
  }

  private ListedAccount row(UserId id) {
    return queries.account(id).orElseThrow(DomainException::notFound);
  }

  /**
   * Gives an account another role, at the identity provider and then here. Repeatable.
   *
   * @throws DomainException {@code NOT_ALLOWED} for the caller's own
   * @throws ProviderException when the identity provider cannot be asked; trying again is safe
   */
  public ListedAccount changeRole(Actor actor, UserId id, Role role, String reason) {
    mustBeAnothers(actor, id);
    String subject = work.read(() -> made(accounts.find(id))).identity().value();
    claims.set(subject, IdentityClaims.of(role));
    return change(
        actor,
        id,
        "account.role_changed",
        reason,
        account -> account.changeRole(role),
        account -> Map.of("role", account.role().code()),
        List.of());
  }

  /**
   * Lets an account act no more, from now on; what it pays for again and again ends with what is
   * paid for. Repeatable.
   *
   * @throws DomainException {@code NOT_ALLOWED} for the caller's own
   */
  public ListedAccount suspend(Actor actor, UserId id, String reason) {
    mustBeAnothers(actor, id);
    return change(
        actor,
        id,
        "account.suspended",
        reason,
        Account::suspend,
        AccountAdminService::status,
        List.of(new AccountSuspended(id)));
  }

  /**
   * Lets it act again. What its holder paid for goes on only where they say so at the provider.
   * Repeatable.
   *
   * @throws DomainException {@code NOT_ALLOWED} for the caller's own
   */
  public ListedAccount resume(Actor actor, UserId id, String reason) {
    mustBeAnothers(actor, id);
    return change(
        actor,
        id,
        "account.resumed",
        reason,
        Account::resume,
        AccountAdminService::status,
        List.of());
  }

  private static Map<String, String> status(Account account) {
    return Map.of("status", account.status().name().toLowerCase(Locale.ROOT));
  }

  private static void mustBeAnothers(Actor actor, UserId id) {
    actor.mustBeAdmin();
    if (actor.is(id)) {
      throw DomainException.notAllowed();
    }
  }

  /** Returns an account whose registration is complete; others are nobody's yet. */
  private static Account made(Optional<Account> account) {
    return account
        .filter(one -> one.status() != AccountStatus.REGISTERING)
        .orElseThrow(DomainException::notFound);
  }

  private ListedAccount change(
      Actor actor,
      UserId id,
      String action,
      String reason,
      Consumer<Account> change,
      Function<Account, Map<String, String>> facts,
      List<Announcement> news) {
    return work.write(
        () -> {
          Account account = made(accounts.lock(id));
          Map<String, String> before = facts.apply(account);
          change.accept(account);
          Map<String, String> after = facts.apply(account);
          if (!after.equals(before)) {
            accounts.save(account);
            audit.record(actor, action, new Subject(ACCOUNT, id.value()), reason, before, after);
            announcements.announce(news);
          }
          return row(id);
        });
  }
}
