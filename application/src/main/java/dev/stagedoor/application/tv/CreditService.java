package dev.stagedoor.application.tv;

import dev.stagedoor.application.audit.AuditService;
import dev.stagedoor.application.port.Answer;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.CreditEntryId;
import dev.stagedoor.domain.tv.CreditKind;
import dev.stagedoor.domain.tv.CreditMovement;
import dev.stagedoor.domain.tv.port.CreditLedger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Credits of resellers: moved by admins, whose acts are recorded, and told to their owners. */
public final class CreditService {
  private final UnitOfWork work;
  private final AccountRepository accounts;
  private final CreditLedger ledger;
  private final Credits credits;
  private final AuditService audit;
  private final TvFacts facts;
  private final Clock clock;

  public CreditService(
      UnitOfWork work,
      AccountRepository accounts,
      CreditLedger ledger,
      AuditService audit,
      TvFacts facts,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.accounts = accounts;
    this.ledger = ledger;
    this.credits = new Credits(ledger, clock, ids);
    this.audit = audit;
    this.facts = facts;
    this.clock = clock;
  }

  /**
   * Gives an account credits. The same key gives them once.
   *
   * @throws DomainException {@code INVALID_VALUE}, {@code NOT_FOUND}, {@code CREDIT_KEY_REUSED}
   *     where the key gave another amount
   */
  public MovedCredits add(
      Actor actor, UserId account, long amount, String description, Optional<String> key) {
    actor.mustBeAdmin();
    mustBeWithin(amount);
    CreditEntryId id = credits.id(account, CreditKind.GRANT, key);
    CreditMovement grant =
        new CreditMovement(
            id,
            account,
            CreditKind.GRANT,
            amount,
            description,
            Optional.empty(),
            actor.user(),
            clock.instant());
    return move(
        actor,
        id,
        account,
        amount,
        "credits.added",
        () -> ledger.post(List.of(grant)).stream().findFirst().orElseThrow(() -> tooMany()));
  }

  /**
   * Takes credits back. The same key takes them once.
   *
   * @throws DomainException {@code INSUFFICIENT_CREDITS}, {@code CREDIT_KEY_REUSED} where the key
   *     took another amount
   */
  public MovedCredits deduct(
      Actor actor, UserId account, long amount, String description, Optional<String> key) {
    actor.mustBeAdmin();
    mustBeWithin(amount);
    CreditEntryId id = credits.id(account, CreditKind.DEDUCTION, key);
    Credits.Taking taking =
        new Credits.Taking(
            id, account, CreditKind.DEDUCTION, amount, description, Optional.empty(), actor.user());
    return move(actor, id, account, -amount, "credits.deducted", () -> credits.take(taking));
  }

  private MovedCredits move(
      Actor actor,
      CreditEntryId id,
      UserId account,
      long amount,
      String action,
      Supplier<CreditEntry> movement) {
    Answer<MovedCredits> answer =
        work.writeShared(
            () ->
                Answer.to(
                    () -> {
                      // Of two with the same key the second finds what the first has moved.
                      if (accounts.lock(account).isEmpty()) {
                        throw DomainException.notFound();
                      }
                      Optional<CreditEntry> before = credits.find(id);
                      before.ifPresent(moved -> moved.mustBe(amount));
                      CreditEntry entry = before.orElseGet(movement);
                      if (before.isEmpty()) {
                        record(actor, action, entry);
                        facts.granted(entry);
                      }
                      return new MovedCredits(entry, entry.balance());
                    }));
    return answer.orThrow();
  }

  private void record(Actor actor, String action, CreditEntry entry) {
    audit.record(
        actor,
        action,
        new Subject("account", entry.account().value()),
        entry.description(),
        Map.of("balance", String.valueOf(entry.balance() - entry.amount())),
        Map.of("balance", String.valueOf(entry.balance())));
  }

  private static void mustBeWithin(long amount) {
    if (amount < 1 || amount > CreditMovement.MOST) {
      throw tooMany();
    }
  }

  private static DomainException tooMany() {
    return DomainException.invalid(Fault.outside("amount", 1, CreditMovement.MOST));
  }

  /** Lists what moved the caller's credits, the newest first. For resellers. */
  public Page<CreditEntry> list(
      Actor actor, Optional<Instant> from, Optional<Instant> to, PageRequest page) {
    UserId reseller = actor.userIdAs(Role.RESELLER);
    return work.read(() -> ledger.list(reseller, from, to, page));
  }

  /** Hands out the same one by one, however many there are. */
  public void export(
      Actor actor,
      Optional<Instant> from,
      Optional<Instant> to,
      Consumer<? super CreditEntry> each) {
    UserId reseller = actor.userIdAs(Role.RESELLER);
    Boolean unused =
        work.read(
            () -> {
              ledger.forEach(reseller, from, to, each);
              return true;
            });
  }
}
