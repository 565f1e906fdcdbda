package dev.stagedoor.application.ticketing;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.auth.AccountView;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.ticketing.CrossAppUse;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.port.CrossAppAudit;
import dev.stagedoor.domain.ticketing.port.CrossAppSessionRepository;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Takes people who are signed in here to a ticketing system, and tells that system who they are and
 * what they may. Every use and every refusal is kept for the record.
 */
@SuppressWarnings({"UnusedVariable", "DoNotCallSuggester"})
public final class CrossAppService {
  private final UnitOfWork work;
  private final CrossAppSessionRepository sessions;
  private final CrossAppAudit audit;
  private final TicketedEventRepository tickets;
  private final AccountRepository accounts;
  private final TicketingProviders providers;
  private final Settings.Ticketing settings;
  private final Clock clock;
  private final Ids ids;
  private final Tokens tokens;

  public CrossAppService(
      UnitOfWork work,
      CrossAppSessionRepository sessions,
      CrossAppAudit audit,
      TicketedEventRepository tickets,
      AccountRepository accounts,
      TicketingProviders providers,
      Settings.Ticketing settings,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    this.work = work;
    this.sessions = sessions;
    this.audit = audit;
    this.tickets = tickets;
    this.accounts = accounts;
    this.providers = providers;
    this.settings = settings;
    this.clock = clock;
    this.ids = ids;
    this.tokens = tokens;
  }

  /**
   * Lets the caller go to a ticketing system.
   *
   * @param app which application they go to: small letters, digits, dots and hyphens, 50 at most
   * @param account on whose behalf; their own unless the caller is an admin
   * @param event what the tickets are for; the caller must run it
   * @param address where the request came from, for the record
   * @throws DomainException {@code INVALID_VALUE}; {@code NOT_FOUND} for an account or an event
   *     that is not the caller's
   */
  public CrossAppTicket generate(
      Actor actor,
      String app,
      Optional<UserId> account,
      Optional<TicketedEventId> event,
      String address) {
    throw new UnsupportedOperationException();
  }

  /**
   * Refuses whoever is not the ticketing system. Compares in constant time.
   *
   * @throws DomainException {@code CROSS_APP_SECRET_WRONG}
   */
  public void mustBeTicketing(
      Optional<Secret> sharedSecret, CrossAppUse.Action action, String address) {
    throw new UnsupportedOperationException();
  }

  /**
   * Exchanges a token, once, for who came with it. For the ticketing system.
   *
   * @throws DomainException {@code CROSS_APP_SESSION_INVALID}, whatever is wrong with it; also when
   *     the account may not sign in any more
   */
  public CrossAppView validate(Secret token, String address) {
    throw new UnsupportedOperationException();
  }

  /**
   * Lists the accounts on whose behalf the user of a session may act. For the ticketing system.
   *
   * @throws DomainException {@code CROSS_APP_SESSION_INVALID}
   */
  public List<AccountView> accounts(Secret reference, String address) {
    throw new UnsupportedOperationException();
  }

  /**
   * Tells what the user of a session may do. For the ticketing system.
   *
   * @param permission as {@code ticketing.manage}; what nobody knows is allowed to nobody
   * @throws DomainException {@code CROSS_APP_SESSION_INVALID}
   */
  public Permission permission(
      Secret reference,
      String permission,
      Optional<UserId> account,
      Optional<TicketedEventId> event,
      String address) {
    throw new UnsupportedOperationException();
  }

  /** Lists what sessions were used for, the newest first. For admins. */
  public Page<CrossAppUse> uses(Actor actor, PageRequest page) {
    throw new UnsupportedOperationException();
  }

  /** Forgets sessions that are over, and old records. */
  public RecurringJob cleaning() {
    throw new UnsupportedOperationException();
  }
}
