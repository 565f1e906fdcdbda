package dev.stagedoor.application.memorials;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.auth.AccountLinkService;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.auth.RegistrationService;
import dev.stagedoor.application.auth.SignedIn;
import dev.stagedoor.application.messaging.Mail;
import dev.stagedoor.application.messaging.Mailer;
import dev.stagedoor.application.port.MemorialQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.IdentityClaims;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.port.FuneralDirectorRepository;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Registers and approves funeral directors, who then create memorials for families. */
public final class DirectorService {
  private final UnitOfWork work;
  private final FuneralDirectorRepository directors;
  private final AccountRepository accounts;
  private final RegistrationService registrations;
  private final AccountLinkService links;
  private final MemorialService memorials;
  private final MemorialQueries queries;
  private final Mailer mailer;
  private final Settings settings;
  private final Clock clock;

  public DirectorService(
      UnitOfWork work,
      FuneralDirectorRepository directors,
      AccountRepository accounts,
      RegistrationService registrations,
      AccountLinkService links,
      MemorialService memorials,
      MemorialQueries queries,
      Mailer mailer,
      Settings settings,
      Clock clock) {
    this.work = work;
    this.directors = directors;
    this.accounts = accounts;
    this.registrations = registrations;
    this.links = links;
    this.memorials = memorials;
    this.queries = queries;
    this.mailer = mailer;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Registers a funeral director, who waits for approval.
   *
   * @throws DomainException {@code EMAIL_TAKEN}, {@code INVALID_VALUE}
   */
  public SignedIn register(RegisterDirector wanted) {
    NewAccount account =
        NewAccount.of(
            wanted.email(),
            wanted.password(),
            wanted.name(),
            Role.FUNERAL_DIRECTOR,
            wanted.language());
    return registrations
        .register(
            account,
            made -> {
              FuneralDirector director =
                  FuneralDirector.register(
                      made.id(), wanted.company(), wanted.phone(), clock.instant());
              directors.save(director);
              return director;
            })
        .signedIn();
  }

  /** Returns where a director's approval stands, empty for anybody else. */
  public Optional<FuneralDirector.Status> status(Actor actor) {
    return work.read(() -> directors.find(actor.userId()).map(FuneralDirector::status));
  }

  /** Lists directors for an admin. */
  public Page<DirectorView> list(
      Actor actor, Optional<FuneralDirector.Status> status, PageRequest page) {
    actor.mustBeAdmin();
    return work.read(() -> queries.directors(status, page));
  }

  /** Approves or rejects a director and tells them. Deciding the same again changes nothing. */
  public void decide(Actor actor, UserId user, FuneralDirector.Status decision) {
    actor.mustBeAdmin();
    work.run(
        () -> {
          FuneralDirector director = directors.lock(user).orElseThrow(DomainException::notFound);
          if (director.status() == decision) {
            return;
          }
          directors.save(director.decided(decision));
          Account account = accounts.find(user).orElseThrow();
          mailer.send(
              account.email(),
              account.language(),
              new Mail(
                  "director_" + decision.code(),
                  Map.of("name", account.name().display(), "company", director.company()),
                  decision == FuneralDirector.Status.APPROVED
                      ? Optional.of(settings.link("/director"))
                      : Optional.empty()));
        });
  }

  /**
   * Creates a memorial for a family, which gets an account and an invitation; an existing account
   * is linked and told.
   *
   * @throws DomainException {@code DIRECTOR_NOT_APPROVED}, {@code INVALID_VALUE}
   */
  public MemorialView createMemorial(Actor actor, CreateMemorial wanted) {
    UserId director = actor.userId();
    work.run(() -> approved(director));
    NewAccount family =
        new NewAccount(
            wanted.familyEmail(),
            Optional.empty(),
            wanted.familyName(),
            Role.USER,
            IdentityClaims.family(),
            wanted.language());
    // The decision on the director may have changed while the family's identity was made.
    return registrations.invite(family, found -> open(approved(director), wanted, found));
  }

  private FuneralDirector approved(UserId user) {
    FuneralDirector director = directors.find(user).orElseThrow(DomainException::notAllowed);
    director.mustBeApproved();
    return director;
  }

  private MemorialView open(
      FuneralDirector director, CreateMemorial wanted, RegistrationService.Invited found) {
    Account family = found.account();
    Memorial memorial =
        memorials.open(
            family.id(),
            director.user(),
            wanted.familyPhone(),
            wanted.lovedOneName(),
            wanted.services());
    Map<String, String> arguments =
        Map.of(
            "name", family.name().display(),
            "lovedOne", memorial.lovedOneName(),
            "company", director.company());
    if (found.needsInvitation()) {
      links.invite(family, "family_invitation", arguments);
    } else {
      mailer.send(
          family.email(),
          family.language(),
          new Mail(
              "family_memorial_created",
              arguments,
              Optional.of(settings.link("/memorial/" + memorial.id().value() + "/schedule"))));
    }
    return MemorialView.of(memorial);
  }
}
