package dev.stagedoor.application.ticketing;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.auth.AccountView;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.ticketing.CrossAppRecord.Attempt;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.AccountStatus;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.ticketing.CrossAppSession;
import dev.stagedoor.domain.ticketing.CrossAppUse;
import dev.stagedoor.domain.ticketing.CrossAppUse.Action;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.TicketingError;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.ticketing.port.CrossAppAudit;
import dev.stagedoor.domain.ticketing.port.CrossAppSessionRepository;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes people who are signed in here to a ticketing system, and tells that system who they are and
 * what they may. Every use and every refusal is kept for the record.
 */
public final class CrossAppService {
  private static final Pattern APP = Pattern.compile("[a-z0-9.-]{1,50}");
  private static final Duration CLEANED_EVERY = Duration.ofHours(1);

  /** So long after its end a session is still known to the record when somebody tries it. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final UnitOfWork work;
  private final CrossAppSessionRepository sessions;
  private final CrossAppAudit audit;
  private final CrossAppRecord record;
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
    this.record = new CrossAppRecord(work, audit, clock, ids);
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
    Issued issued =
        record.of(
            Action.GENERATE, app, address, attempt -> issue(attempt, actor, app, account, event));
    return new CrossAppTicket(
        issued.token(),
        issued.expiresAt(),
        issued
            .system()
            .flatMap(TicketingProvider::setup)
            .map(setup -> setup.entrance(issued.token(), event)));
  }

  private record Issued(Secret token, Instant expiresAt, Optional<TicketingProvider> system) {}

  private Issued issue(
      Attempt attempt,
      Actor actor,
      String app,
      Optional<UserId> account,
      Optional<TicketedEventId> event) {
    UserId user = actor.userId();
    UserId behalf = account.orElse(user);
    attempt.asks(user, behalf, event);
    if (!APP.matcher(app).matches()) {
      throw DomainException.invalid("app_id", "format");
    }
    if (!actor.is(behalf) && !actor.isAdmin()) {
      throw DomainException.notFound();
    }
    UserId known = active(behalf).map(Account::id).orElseThrow(DomainException::notFound);
    Optional<TicketedEvent> sold =
        event.map(id -> runBy(actor, id).orElseThrow(DomainException::notFound));
    Secret token = tokens.next();
    CrossAppSession session =
        CrossAppSession.issue(
            ids.next(),
            token.sha256(),
            user,
            known,
            app,
            event,
            settings.sessions(),
            clock.instant());
    sessions.add(session);
    attempt.in(session);
    return new Issued(token, session.expiresAt(), system(sold));
  }

  /** Returns where tickets were to be set up, or are from now on. */
  private Optional<TicketingProvider> system(Optional<TicketedEvent> sold) {
    return sold.flatMap(TicketedEvent::provider)
        .map(providers::named)
        .orElseGet(() -> Optional.of(providers.forNew()));
  }

  private Optional<TicketedEvent> runBy(Actor actor, TicketedEventId event) {
    return tickets.find(event).filter(one -> isRunBy(actor, one));
  }

  private static boolean isRunBy(Actor actor, TicketedEvent one) {
    return actor.isAdmin() || actor.is(one.owner());
  }

  private Optional<Account> active(UserId id) {
    return accounts.find(id).filter(account -> account.status() == AccountStatus.ACTIVE);
  }

  /** Tells whether a secret is one that the ticketing system shares; keeps no record of it. */
  public boolean isTicketing(Optional<Secret> sharedSecret) {
    return sharedSecret.filter(this::isShared).isPresent();
  }

  /**
   * Refuses whoever is not the ticketing system. Compares in constant time.
   *
   * @throws DomainException {@code CROSS_APP_SECRET_WRONG}
   */
  public void mustBeTicketing(
      Optional<Secret> sharedSecret, CrossAppUse.Action action, String address) {
    if (!isTicketing(sharedSecret)) {
      var unused =
          record.of(
              action,
              "",
              address,
              attempt -> {
                throw new DomainException(TicketingError.CROSS_APP_SECRET_WRONG);
              });
    }
  }

  /** Looks at every one, so that how long it takes tells nothing of which is nearly right. */
  private boolean isShared(Secret given) {
    byte[] hash = hash(given);
    return settings.sharedSecrets().stream()
            .filter(one -> !one.isBlank() && MessageDigest.isEqual(hash(one), hash))
            .count()
        > 0;
  }

  private static byte[] hash(Secret secret) {
    return secret.sha256().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Exchanges a token, once, for who came with it. For the ticketing system.
   *
   * @throws DomainException {@code CROSS_APP_SESSION_INVALID}, whatever is wrong with it; also when
   *     the account may not sign in any more
   */
  public CrossAppView validate(Secret token, String address) {
    return record.of(
        Action.VALIDATE,
        "",
        address,
        attempt -> {
          Secret reference = tokens.next();
          Party party =
              party(
                  attempt,
                  sessions.lockByToken(token.sha256()),
                  session ->
                      session.exchangedFor(
                          reference.sha256(), settings.sessions(), clock.instant()));
          return new CrossAppView(
              AccountView.of(party.user()),
              AccountView.of(party.account()),
              party.session().event(),
              reference,
              party.session().expiresAt());
        });
  }

  /**
   * Lists the accounts on whose behalf the user of a session may act: their own, and the one that
   * it is for. For the ticketing system.
   *
   * @throws DomainException {@code CROSS_APP_SESSION_INVALID}
   */
  public List<AccountView> accounts(Secret reference, String address) {
    return record.of(
        Action.ACCOUNTS,
        "",
        address,
        attempt -> {
          Party party = referred(attempt, reference);
          return Stream.of(party.user(), party.account()).map(AccountView::of).distinct().toList();
        });
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
    return record.of(
        Action.PERMISSION,
        permission,
        address,
        attempt -> {
          Party party = referred(attempt, reference);
          attempt.asks(
              party.user().id(),
              account.orElse(party.account().id()),
              event.or(party.session()::event));
          Optional<TicketedEvent> known = event.flatMap(tickets::find);
          boolean isKnown = party.isFor(account) && (event.isEmpty() || known.isPresent());
          Permission answer = isKnown ? permission(party, permission, known) : Permission.none();
          if (!answer.allowed()) {
            attempt.refused(CommonError.NOT_ALLOWED);
          }
          return answer;
        });
  }

  private static Permission permission(
      Party party, String permission, Optional<TicketedEvent> event) {
    Actor actor = party.user().actor();
    boolean runs = event.stream().allMatch(one -> isRunBy(actor, one));
    return switch (permission) {
      case "events.view" -> Permission.as(runs ? party.role() : "viewer");
      case "events.create", "events.manage", "ticketing.manage" ->
          runs ? Permission.as(party.role()) : Permission.none();
      default -> Permission.none();
    };
  }

  /** Whose session it is, and on whose behalf, as they are now. */
  private record Party(CrossAppSession session, Account user, Account account) {
    boolean isFor(Optional<UserId> asked) {
      return asked.stream().allMatch(id -> id.equals(user.id()) || id.equals(account.id()));
    }

    String role() {
      return user.role() == Role.ADMIN ? "admin" : "organiser";
    }
  }

  private Party referred(Attempt attempt, Secret reference) {
    return party(
        attempt,
        sessions.lockByReference(reference.sha256()),
        session -> session.used(settings.sessions(), clock.instant()));
  }

  /** Uses a session, unless anything is wrong with it; what that is nobody is told. */
  private Party party(
      Attempt attempt,
      Optional<CrossAppSession> found,
      Function<CrossAppSession, CrossAppSession> use) {
    CrossAppSession session = found.orElseThrow(CrossAppSession::invalid);
    attempt.in(session);
    CrossAppSession used = use.apply(session);
    Account user = active(used.user()).orElseThrow(CrossAppSession::invalid);
    Account account = active(used.account()).orElseThrow(CrossAppSession::invalid);
    if (!user.id().equals(account.id()) && user.role() != Role.ADMIN) {
      throw CrossAppSession.invalid();
    }
    sessions.save(used);
    return new Party(used, user, account);
  }

  /** Lists what sessions were used for, the newest first. For admins. */
  public Page<CrossAppUse> uses(Actor actor, PageRequest page) {
    actor.mustBeAdmin();
    return work.read(() -> audit.list(page));
  }

  /** Forgets sessions that are over, and old records. */
  public RecurringJob cleaning() {
    return new RecurringJob("clean-cross-app", CLEANED_EVERY, () -> work.run(this::clean));
  }

  private void clean() {
    Instant now = clock.instant();
    var unused = sessions.purge(now.minus(KEPT)) + audit.purge(now.minus(settings.auditKept()));
  }
}
