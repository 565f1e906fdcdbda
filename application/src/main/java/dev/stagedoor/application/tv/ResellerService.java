package dev.stagedoor.application.tv;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.auth.RegistrationService;
import dev.stagedoor.application.port.Answer;
import dev.stagedoor.application.port.TvQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.analytics.FactKind;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.auth.PasswordPolicy;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Client;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditEntryId;
import dev.stagedoor.domain.tv.CreditKind;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.Plan;
import dev.stagedoor.domain.tv.port.ClientRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What resellers do: they serve clients, and pay in credits.
 *
 * <p>Only whoever is a reseller now does any of it. Of one who is so no more, or is suspended, the
 * clients are served until what is paid for them is over, for it was paid; nothing more can be
 * bought for them, and nobody resumes who was suspended.
 */
public final class ResellerService {
  private final UnitOfWork work;
  private final RegistrationService registrations;
  private final AccountRepository accounts;
  private final ClientRepository clients;
  private final Credits credits;
  private final Charges charges;
  private final Function<Renewals.Renewal, Answer<ChargedClient>> renewing;
  private final TvQueries queries;
  private final Entitlements entitlements;
  private final TvFacts facts;
  private final Clock clock;
  private final Ids ids;

  public ResellerService(
      UnitOfWork work,
      RegistrationService registrations,
      AccountRepository accounts,
      TvPorts ports,
      Entitlements entitlements,
      TvFacts facts,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.registrations = registrations;
    this.accounts = accounts;
    this.clients = ports.clients();
    this.credits = new Credits(ports.credits(), clock, ids);
    this.charges = new Charges(ports.plans(), credits);
    this.renewing = work.together(new Renewals(ports, credits, charges, facts, clock)::renew);
    this.queries = ports.queries();
    this.entitlements = entitlements;
    this.facts = facts;
    this.clock = clock;
    this.ids = ids;
  }

  /** Returns how the caller stands. For resellers. */
  public ResellerView dashboard(Actor actor) {
    UserId reseller = actor.userIdAs(Role.RESELLER);
    return work.read(() -> queries.reseller(reseller, clock.instant()));
  }

  /**
   * Makes an account for a client, and pays the first month of a plan; both are there then, or
   * neither. The same key makes one client, also after a call that broke off.
   *
   * @throws DomainException {@code INSUFFICIENT_CREDITS}, {@code PLAN_UNKNOWN}, {@code
   *     EMAIL_TAKEN}, {@code INVALID_VALUE}, {@code CREDIT_KEY_REUSED} where the key made one for
   *     another price
   */
  public ChargedClient create(Actor actor, NewClient wanted) {
    UserId reseller = actor.userIdAs(Role.RESELLER);
    Person person = Person.of(wanted);
    Optional<ChargedClient> made = work.read(() -> made(reseller, wanted, person));
    return made.orElseGet(() -> create(reseller, wanted, person));
  }

  private ChargedClient create(UserId reseller, NewClient wanted, Person person) {
    NewAccount account =
        work.read(
            () -> {
              credits.mustHave(reseller, charges.offered(wanted.priceId()).credits());
              return NewAccount.of(
                  person.email(), wanted.password(), person.name(), Role.USER, language(reseller));
            });
    try {
      return registrations.enroll(account, fresh -> begin(reseller, wanted, fresh));
    } catch (DomainException overtaken) {
      if (overtaken.code() != AuthError.EMAIL_TAKEN
          && overtaken.code() != CommonError.STALE_VERSION) {
        throw overtaken;
      }
      // Perhaps by another call with the same key.
      return work.read(() -> made(reseller, wanted, person)).orElseThrow(() -> overtaken);
    }
  }

  /** Who a client is to be. */
  private record Person(EmailAddress email, PersonName name) {
    static Person of(NewClient wanted) {
      Faults faults = new Faults();
      Optional<EmailAddress> email = faults.read(() -> new EmailAddress(wanted.email()));
      Optional<PersonName> name = faults.read(() -> PersonName.parse(wanted.fullName()));
      Optional<Secret> unused = faults.read(() -> PasswordPolicy.check(wanted.password()));
      faults.refuseAny();
      return new Person(email.orElseThrow(), name.orElseThrow());
    }
  }

  /**
   * Finds what the same key made before, and what that cost.
   *
   * @throws DomainException {@code STALE_VERSION} where that is a client of another address, {@code
   *     CREDIT_KEY_REUSED} where it was made for another price
   */
  private Optional<ChargedClient> made(UserId reseller, NewClient wanted, Person person) {
    return wanted
        .key()
        .flatMap(key -> clients.findByKey(reseller, key))
        .map(
            client -> {
              ClientView view = view(reseller, client);
              if (!view.email().equals(person.email().value())) {
                throw new DomainException(CommonError.STALE_VERSION);
              }
              Optional<CreditEntry> paid = credits.find(firstMonth(reseller, wanted));
              charges.mustBeFor(wanted.priceId(), paid);
              return charges.charged(view, paid, reseller);
            });
  }

  private ChargedClient begin(UserId reseller, NewClient wanted, Account account) {
    Plan plan = charges.offered(wanted.priceId());
    Instant now = clock.instant();
    Client client = Client.begin(new ClientId(ids.next()), reseller, account.id(), plan.id(), now);
    clients.add(client, wanted.key());
    Entitlement unused = entitlements.of(account.id());
    CreditEntry paid =
        credits.take(
            Charges.month(
                firstMonth(reseller, wanted),
                CreditKind.CLIENT_CREATED,
                client,
                plan,
                account.email().value()));
    facts.served(FactKind.CLIENT_CREATED, client, Optional.empty(), paid, now);
    return Charges.charged(view(reseller, client), paid);
  }

  private CreditEntryId firstMonth(UserId reseller, NewClient wanted) {
    return credits.id(reseller, CreditKind.CLIENT_CREATED, wanted.key());
  }

  /** Lists the caller's clients whose address or name contains a text, the newest first. */
  public Page<ClientView> clients(Actor actor, Optional<String> search, PageRequest page) {
    UserId reseller = actor.userIdAs(Role.RESELLER);
    return work.read(() -> queries.clients(reseller, search, clock.instant(), page));
  }

  /** Returns one of the caller's clients. */
  public ClientView client(Actor actor, ClientId id) {
    UserId reseller = actor.userIdAs(Role.RESELLER);
    return work.read(
        () -> queries.client(reseller, id, clock.instant()).orElseThrow(DomainException::notFound));
  }

  /** Stops serving a client. Repeatable. */
  public ClientView suspend(Actor actor, ClientId id) {
    return change(actor, id, Client::suspend);
  }

  /** Serves a client again. Repeatable. */
  public ClientView resume(Actor actor, ClientId id) {
    return change(actor, id, Client::resume);
  }

  private ClientView change(Actor actor, ClientId id, Consumer<Client> change) {
    UserId reseller = actor.userIdAs(Role.RESELLER);
    return work.write(
        () -> {
          Client client = lock(reseller, id);
          Instant now = clock.instant();
          Optional<Instant> before = client.servedUntil(now);
          change.accept(client);
          facts.changed(client, before, now);
          clients.save(List.of(client));
          return view(reseller, client);
        });
  }

  /**
   * Pays another month, of another plan where a price is named; what is left lasts so much shorter
   * where that is dearer. The same key pays once.
   *
   * @throws DomainException {@code INSUFFICIENT_CREDITS}, {@code PLAN_UNKNOWN}, {@code
   *     CREDIT_KEY_REUSED} where the key paid for another price
   */
  public ChargedClient renew(
      Actor actor, ClientId id, Optional<String> priceId, Optional<String> key) {
    UserId reseller = actor.userIdAs(Role.RESELLER);
    CreditEntryId entry =
        credits.id(reseller, CreditKind.CLIENT_RENEWED, key.map(word -> id + " " + word));
    return renewing.apply(new Renewals.Renewal(reseller, id, priceId, entry)).orThrow();
  }

  private Client lock(UserId reseller, ClientId id) {
    Client client =
        clients.lock(List.of(id)).stream().findFirst().orElseThrow(DomainException::notFound);
    client.mustBeOf(reseller);
    return client;
  }

  private ClientView view(UserId reseller, Client client) {
    return queries.client(reseller, client.id(), clock.instant()).orElseThrow();
  }

  private Language language(UserId reseller) {
    return accounts.find(reseller).map(Account::language).orElse(Language.EN);
  }
}
