package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one customer is asked to pay, and how far it is. The provider is the source of truth for
 * whether it was paid; the lines are a snapshot that never changes once the provider may know them.
 *
 * <p>Invariants: those of {@link InvoiceStanding}; one caller at a time writes it to the provider,
 * under one key for as long as the provider may have it, so that the customer is billed once.
 */
public final class Invoice {
  /** How long after its last sign of life a caller who writes it is left to, before another may. */
  public static final Duration LEASE = Duration.ofMinutes(1);

  private final Writing writing;
  private final InvoiceChecks checks;
  private final InvoiceStanding standing;
  private final Bills bills;
  private final Instant createdAt;
  private final long version;
  private InvoiceDraft says;
  private Instant updatedAt;

  private Invoice(InvoiceSnapshot from) {
    this.says = from.draft();
    this.standing = new InvoiceStanding(from);
    this.bills = new Bills(from);
    this.writing = new Writing(from.round(), from.isDoubtful(), from.writingUntil());
    this.checks = new InvoiceChecks(from.checks(), from.nextCheckAt());
    this.createdAt = from.createdAt();
    this.updatedAt = from.updatedAt();
    this.version = from.version();
  }

  /** Drafts an invoice; one without anything to pay is in error and is not written. */
  public static Invoice draft(InvoiceDraft draft, Instant now) {
    Invoice invoice = new Invoice(InvoiceSnapshot.ofNew(draft, now));
    invoice.checkLines();
    return invoice;
  }

  /** Rebuilds a stored invoice; for repositories only. */
  public static Invoice restore(InvoiceSnapshot snapshot) {
    return new Invoice(snapshot);
  }

  public InvoiceSnapshot snapshot() {
    return new InvoiceSnapshot(
        says,
        standing.status(),
        standing.problem(),
        bills.ref(),
        bills.page(),
        bills.unwanted(),
        writing.round(),
        writing.isDoubtful(),
        writing.until(),
        checks.next(),
        checks.checks(),
        standing.sentAt(),
        standing.paidAt(),
        createdAt,
        updatedAt,
        version);
  }

  private void checkLines() {
    if (total().isPositive()) {
      return;
    }
    standing.fail(InvoiceProblem.Kind.NOTHING_TO_PAY, "");
    checks.stop();
  }

  /** Tells whether the provider has it, as far as is known. */
  public boolean isWritten() {
    return bills.areKnown();
  }

  /**
   * Begins to write it to the provider, for {@link #LEASE}; empty when there is nothing to write or
   * somebody else is writing it.
   */
  public Optional<InvoiceRequest> beginWriting(Merchant merchant, Instant now) {
    if (status() != InvoiceStatus.DRAFT || isWritten() || writing.isUnderWay(now)) {
      return Optional.empty();
    }
    checks.at(writing.begin(now));
    return Optional.of(
        new InvoiceRequest(
            merchant,
            says.id(),
            says.customer(),
            says.lines(),
            says.memo(),
            says.due(),
            writing.key(says.id())));
  }

  /**
   * Notes that whoever asked for this is at it still, so that nobody else begins; false when there
   * is nothing to be at any more.
   */
  public boolean isStillBeingWritten(InvoiceRequest request, Instant now) {
    Optional<Instant> until = wants(request) ? writing.renew(now) : Optional.empty();
    until.ifPresent(checks::at);
    return until.isPresent();
  }

  /** Tells whether what was asked for is still wanted, so that its answer counts. */
  public boolean wants(InvoiceRequest request) {
    return request.key().equals(writing.key(says.id()));
  }

  /** Takes in what the provider says; what it says again changes nothing. */
  public List<Announcement> learn(InvoiceOutcome outcome, Instant now) {
    InvoiceStanding.Before before = standing.now();
    boolean wasWritten = isWritten();
    writing.end();
    outcome.match(
        new InvoiceOutcome.Cases<Boolean>() {
          @Override
          public Boolean open(InvoiceOutcome.Open open) {
            if (bills.haveAnother(open.ref()) || status() == InvoiceStatus.VOID) {
              return bills.refuse(open.ref());
            }
            know(open.ref(), open.page());
            standing.learnOpen(open, total());
            return true;
          }

          @Override
          public Boolean paid(InvoiceOutcome.Paid paid) {
            if (!bills.haveAnother(paid.ref()) || status() != InvoiceStatus.PAID) {
              know(paid.ref(), paid.page());
              standing.learnPaid(paid, total(), now);
            }
            return true;
          }

          @Override
          public Boolean voided(InvoiceOutcome.Voided voided) {
            bills.forget(voided.ref());
            if (!bills.haveAnother(voided.ref())) {
              know(voided.ref(), Optional.empty());
              standing.becomeVoid();
            }
            return true;
          }

          @Override
          public Boolean refused(InvoiceOutcome.Refused refused) {
            if (!isWritten()) {
              standing.fail(InvoiceProblem.Kind.REFUSED, refused.code());
            }
            return true;
          }

          @Override
          public Boolean unknown(InvoiceOutcome.Unknown unknown) {
            if (!isWritten()) {
              writing.doubt();
            }
            return true;
          }
        });
    plan(now);
    return news(before, wasWritten, now);
  }

  private void know(ProviderRef told, Optional<URI> where) {
    bills.know(told, where);
    writing.know();
  }

  /**
   * Takes in the answer to what was asked for. One that comes so late that nobody wants it any more
   * is taken back, unless it was paid.
   */
  public List<Announcement> answer(InvoiceRequest asked, InvoiceOutcome outcome, Instant now) {
    if (wants(asked) || outcome instanceof InvoiceOutcome.Paid) {
      return learn(outcome, now);
    }
    if (outcome instanceof InvoiceOutcome.Open late && !late.ref().equals(bills.ref())) {
      bills.refuse(late.ref());
    }
    return List.of();
  }

  /** Takes in what became of one that was to be taken back; paid counts, whichever it was. */
  public List<Announcement> learnUnwanted(ProviderRef bill, InvoiceOutcome outcome, Instant now) {
    boolean isPaid = outcome instanceof InvoiceOutcome.Paid;
    if (isPaid || outcome instanceof InvoiceOutcome.Voided) {
      bills.forget(bill);
    }
    return isPaid ? learn(outcome, now) : List.of();
  }

  /** Returns what the provider has for it besides, or though it is void, to be taken back. */
  public Set<ProviderRef> unwanted() {
    return bills.unwanted();
  }

  /** Takes in that the provider does not take the merchant's key or leave. */
  public List<Announcement> learnNotAuthorised(Instant now) {
    InvoiceStanding.Before before = standing.now();
    writing.end();
    if (!isWritten() && status() == InvoiceStatus.DRAFT) {
      standing.fail(InvoiceProblem.Kind.NOT_AUTHORISED, "");
    }
    plan(now);
    return news(before, isWritten(), now);
  }

  /** Takes in that the provider could not be asked, so that surely nothing was done. */
  public void couldNotAsk(Instant now) {
    writing.end();
    plan(now);
  }

  /** Notes that nothing was learnt, so that the next look is later. */
  public void notLearned(Instant now) {
    plan(now);
  }

  /** Notes that the customer has the link. */
  public List<Announcement> sent(Instant now) {
    InvoiceStanding.Before before = standing.now();
    standing.sent(now);
    return news(before, isWritten(), now);
  }

  /**
   * Tries again what failed: writes it anew, with lines as they are now, where the provider surely
   * does not have it; else lets the customer try again, and keeps in mind that they failed. Where
   * the provider's total differs only the provider's word helps. Refuses anything that did not fail
   * by returning nothing.
   */
  public Optional<List<Announcement>> retry(List<InvoiceLine> linesNow, Instant now) {
    if (status() != InvoiceStatus.ERROR) {
      return Optional.empty();
    }
    InvoiceStanding.Before before = standing.now();
    checks.startOver(now);
    if (isWritten()) {
      standing.letPayAgain();
    } else {
      standing.startOver();
      if (writing.anew()) {
        says = says.saying(linesNow);
      }
      checkLines();
    }
    return Optional.of(news(before, isWritten(), now));
  }

  /**
   * Takes back what the provider surely does not have. Returns nothing when the provider must be
   * asked to.
   */
  public Optional<List<Announcement>> voidUnwritten(Instant now) {
    return writing.hasSurelyNotBegun() ? giveUp(now) : Optional.empty();
  }

  /**
   * Takes back what the provider refuses to write, whatever became of earlier tries: should one of
   * them be there after all, it is unwanted. Returns nothing when it did not refuse.
   */
  public Optional<List<Announcement>> voidRefused(Instant now) {
    boolean isRefused = standing.is(InvoiceProblem.Kind.REFUSED) && !writing.isUnderWay(now);
    return isRefused ? giveUp(now) : Optional.empty();
  }

  private Optional<List<Announcement>> giveUp(Instant now) {
    if (isWritten() || status().isOver()) {
      return Optional.empty();
    }
    InvoiceStanding.Before before = standing.now();
    standing.becomeVoid();
    checks.stop();
    return Optional.of(news(before, false, now));
  }

  private void plan(Instant now) {
    boolean waits = status() == InvoiceStatus.DRAFT && !isWritten();
    if (waits || (isWritten() && !status().isOver())) {
      checks.plan(waits ? now : createdAt, now);
    } else {
      checks.stop();
    }
  }

  private List<Announcement> news(InvoiceStanding.Before before, boolean knew, Instant now) {
    if (before.equals(standing.now()) && knew == isWritten()) {
      return List.of();
    }
    updatedAt = now;
    return List.of(new InvoiceMoved(id(), owner(), subject(), status()));
  }

  /** Returns what is to be paid. */
  public Money total() {
    return says.total();
  }

  public InvoiceId id() {
    return says.id();
  }

  public Subject owner() {
    return says.owner();
  }

  public Subject subject() {
    return says.subject();
  }

  public ProviderId provider() {
    return says.provider();
  }

  public Customer customer() {
    return says.customer();
  }

  public List<InvoiceLine> lines() {
    return says.lines();
  }

  public InvoiceStatus status() {
    return standing.status();
  }

  public Optional<InvoiceProblem> problem() {
    return Optional.ofNullable(standing.problem());
  }

  public Optional<ProviderRef> ref() {
    return Optional.ofNullable(bills.ref());
  }

  /** Returns where the customer pays, where the provider has such a page. */
  public Optional<URI> page() {
    return Optional.ofNullable(bills.page());
  }

  public Optional<Instant> nextCheckAt() {
    return Optional.ofNullable(checks.next());
  }

  public Optional<Instant> sentAt() {
    return Optional.ofNullable(standing.sentAt());
  }

  public Optional<Instant> paidAt() {
    return Optional.ofNullable(standing.paidAt());
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }
}
