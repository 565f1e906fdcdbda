package dev.stagedoor.domain.invoicing;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one customer is asked to pay, and how far it is. The provider is the source of truth for
 * whether it was paid; the lines are a snapshot that never changes once the provider may know them.
 *
 * <p>Invariants: paid never becomes anything else; void becomes paid only by the provider's word;
 * one caller at a time writes it to the provider, under one key for as long as the provider may
 * have it, so that the customer is billed once.
 */
public final class Invoice {
  /** How long one caller has to write it before another may try. */
  public static final Duration LEASE = Duration.ofMinutes(1);

  private static final Duration FIRST_CHECK = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final Duration GIVEN_UP_AFTER = Duration.ofDays(180);

  private final InvoiceId id;
  private final Subject owner;
  private final Subject subject;
  private final ProviderId provider;
  private final Customer customer;
  private final String memo;
  private final Duration due;
  private final Instant createdAt;
  private final long version;
  private List<InvoiceLine> lines;
  private InvoiceStatus status;
  private @Nullable InvoiceProblem problem;
  private @Nullable ProviderRef ref;
  private @Nullable URI page;
  private int round;
  private boolean isDoubtful;
  private @Nullable Instant writingUntil;
  private @Nullable Instant nextCheckAt;
  private int checks;
  private @Nullable Instant sentAt;
  private @Nullable Instant paidAt;
  private Instant updatedAt;

  /**
   * The stored form of an invoice; for repositories only.
   *
   * @param problem what is wrong while it is in error; stays after the retry of a payment that
   *     failed, until the provider says otherwise
   * @param round counts what surely failed: each has a key of its own
   * @param isDoubtful whether an answer was lost, so that the provider may have it
   */
  public record Snapshot(
      InvoiceId id,
      Subject owner,
      Subject subject,
      ProviderId provider,
      Customer customer,
      List<InvoiceLine> lines,
      String memo,
      Duration due,
      InvoiceStatus status,
      @Nullable InvoiceProblem problem,
      @Nullable ProviderRef ref,
      @Nullable URI page,
      int round,
      boolean isDoubtful,
      @Nullable Instant writingUntil,
      @Nullable Instant nextCheckAt,
      int checks,
      @Nullable Instant sentAt,
      @Nullable Instant paidAt,
      Instant createdAt,
      Instant updatedAt,
      long version) {
    public Snapshot {
      lines = List.copyOf(lines);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("an invoice has one line or more");
      }
    }
  }

  /** What an invoice is to say, and for whom. */
  public record Draft(
      InvoiceId id,
      Subject owner,
      Subject subject,
      ProviderId provider,
      Customer customer,
      List<InvoiceLine> lines,
      String memo,
      Duration due) {}

  private Invoice(Snapshot from) {
    this.id = from.id();
    this.owner = from.owner();
    this.subject = from.subject();
    this.provider = from.provider();
    this.customer = from.customer();
    this.lines = from.lines();
    this.memo = from.memo();
    this.due = from.due();
    this.status = from.status();
    this.problem = from.problem();
    this.ref = from.ref();
    this.page = from.page();
    this.round = from.round();
    this.isDoubtful = from.isDoubtful();
    this.writingUntil = from.writingUntil();
    this.nextCheckAt = from.nextCheckAt();
    this.checks = from.checks();
    this.sentAt = from.sentAt();
    this.paidAt = from.paidAt();
    this.createdAt = from.createdAt();
    this.updatedAt = from.updatedAt();
    this.version = from.version();
  }

  /** Drafts an invoice; one without anything to pay is in error and is not written. */
  public static Invoice draft(Draft draft, Instant now) {
    Invoice invoice =
        new Invoice(
            new Snapshot(
                draft.id(),
                draft.owner(),
                draft.subject(),
                draft.provider(),
                draft.customer(),
                draft.lines(),
                draft.memo(),
                draft.due(),
                InvoiceStatus.DRAFT,
                null,
                null,
                null,
                1,
                false,
                null,
                now,
                0,
                null,
                null,
                now,
                now,
                0));
    invoice.checkLines();
    return invoice;
  }

  /** Rebuilds a stored invoice; for repositories only. */
  public static Invoice restore(Snapshot snapshot) {
    return new Invoice(snapshot);
  }

  public Snapshot snapshot() {
    return new Snapshot(
        id,
        owner,
        subject,
        provider,
        customer,
        lines,
        memo,
        due,
        status,
        problem,
        ref,
        page,
        round,
        isDoubtful,
        writingUntil,
        nextCheckAt,
        checks,
        sentAt,
        paidAt,
        createdAt,
        updatedAt,
        version);
  }

  private void checkLines() {
    if (total().isPositive()) {
      return;
    }
    status = InvoiceStatus.ERROR;
    problem = new InvoiceProblem(InvoiceProblem.Kind.NOTHING_TO_PAY, "");
    nextCheckAt = null;
  }

  /** Tells whether the provider has it, as far as is known. */
  public boolean isWritten() {
    return ref != null;
  }

  /**
   * Begins to write it to the provider, for {@link #LEASE}; empty when there is nothing to write or
   * somebody else is writing it.
   */
  public Optional<InvoiceRequest> beginWriting(Merchant merchant, Instant now) {
    boolean isLeased = writingUntil != null && now.isBefore(writingUntil);
    if (status != InvoiceStatus.DRAFT || ref != null || isLeased) {
      return Optional.empty();
    }
    // Whoever had it before went without a word.
    isDoubtful |= writingUntil != null;
    writingUntil = now.plus(LEASE);
    nextCheckAt = writingUntil;
    return Optional.of(new InvoiceRequest(merchant, id, customer, lines, memo, due, key()));
  }

  private IdempotencyKey key() {
    return new IdempotencyKey("invoice-" + id.value() + "-" + round);
  }

  /** Tells whether what was asked for is still wanted, so that its answer counts. */
  public boolean wants(InvoiceRequest request) {
    return request.key().equals(key());
  }

  /** Takes in what the provider says; what it says again changes nothing. */
  public List<Announcement> learn(InvoiceOutcome outcome, Instant now) {
    InvoiceStatus before = status;
    InvoiceProblem problemBefore = problem;
    boolean wasWritten = isWritten();
    writingUntil = null;
    outcome.match(
        new InvoiceOutcome.Cases<Boolean>() {
          @Override
          public Boolean open(InvoiceOutcome.Open open) {
            return learnOpen(open);
          }

          @Override
          public Boolean paid(InvoiceOutcome.Paid paid) {
            return learnPaid(paid, now);
          }

          @Override
          public Boolean voided(InvoiceOutcome.Voided voided) {
            return learnVoided(voided.ref());
          }

          @Override
          public Boolean refused(InvoiceOutcome.Refused refused) {
            isDoubtful = false;
            return isWritten() || fail(InvoiceProblem.Kind.REFUSED, refused.code());
          }

          @Override
          public Boolean unknown(InvoiceOutcome.Unknown unknown) {
            isDoubtful |= !isWritten();
            return true;
          }
        });
    plan(now);
    return news(before, problemBefore, wasWritten, now);
  }

  /** Takes in that the provider does not take the merchant's key or leave. */
  public List<Announcement> learnNotAuthorised(Instant now) {
    InvoiceStatus before = status;
    InvoiceProblem problemBefore = problem;
    writingUntil = null;
    if (!isWritten() && status == InvoiceStatus.DRAFT) {
      fail(InvoiceProblem.Kind.NOT_AUTHORISED, "");
    }
    plan(now);
    return news(before, problemBefore, isWritten(), now);
  }

  /** Takes in that the provider could not be asked, so that surely nothing was done. */
  public void couldNotAsk(Instant now) {
    writingUntil = null;
    plan(now);
  }

  /** Notes that nothing was learnt, so that the next look is later. */
  public void notLearned(Instant now) {
    plan(now);
  }

  private boolean learnOpen(InvoiceOutcome.Open open) {
    know(open.ref(), open.page());
    if (status.isOver()) {
      return true;
    }
    if (open.lastAttemptFailed()) {
      // Providers go on saying so until somebody pays: after a retry it is no news.
      return isPaymentFailed() || fail(InvoiceProblem.Kind.PAYMENT_FAILED, "");
    }
    if (status != InvoiceStatus.ERROR) {
      problem = null;
    } else if (!isPaymentFailed()) {
      // Who could not pay may still pay; only a payment, or a retry, takes that error away.
      status = unpaid();
      problem = null;
    }
    return true;
  }

  private InvoiceStatus unpaid() {
    return sentAt == null ? InvoiceStatus.DRAFT : InvoiceStatus.SENT;
  }

  private boolean isPaymentFailed() {
    return problem != null && problem.kind() == InvoiceProblem.Kind.PAYMENT_FAILED;
  }

  private boolean learnPaid(InvoiceOutcome.Paid paid, Instant now) {
    know(paid.ref(), paid.page());
    status = InvoiceStatus.PAID;
    problem = null;
    if (paidAt == null) {
      paidAt = now;
    }
    return true;
  }

  private boolean learnVoided(ProviderRef told) {
    know(told, Optional.empty());
    if (status != InvoiceStatus.PAID) {
      status = InvoiceStatus.VOID;
      problem = null;
    }
    return true;
  }

  private void know(ProviderRef told, Optional<URI> where) {
    ref = told;
    page = where.orElse(page);
    isDoubtful = false;
  }

  private boolean fail(InvoiceProblem.Kind kind, String code) {
    status = InvoiceStatus.ERROR;
    problem = new InvoiceProblem(kind, code);
    return true;
  }

  /** Notes that the customer has the link. */
  public List<Announcement> sent(Instant now) {
    InvoiceStatus before = status;
    InvoiceProblem problemBefore = problem;
    sentAt = now;
    if (status == InvoiceStatus.DRAFT) {
      status = InvoiceStatus.SENT;
    }
    return news(before, problemBefore, isWritten(), now);
  }

  /**
   * Tries again what failed: writes it anew, with lines as they are now, where the provider surely
   * does not have it; else lets the customer try again, and keeps in mind that they failed. Refuses
   * anything that did not fail by returning nothing.
   */
  public Optional<List<Announcement>> retry(List<InvoiceLine> linesNow, Instant now) {
    if (status != InvoiceStatus.ERROR) {
      return Optional.empty();
    }
    InvoiceProblem problemBefore = problem;
    checks = 0;
    nextCheckAt = now;
    if (isWritten()) {
      status = unpaid();
    } else {
      status = InvoiceStatus.DRAFT;
      problem = null;
      if (!isDoubtful) {
        lines = List.copyOf(linesNow);
        round++;
      }
      checkLines();
    }
    return Optional.of(news(InvoiceStatus.ERROR, problemBefore, isWritten(), now));
  }

  /**
   * Takes back what the provider surely does not have. Returns nothing when the provider must be
   * asked to.
   */
  public Optional<List<Announcement>> voidUnwritten(Instant now) {
    if (isWritten() || isDoubtful || writingUntil != null || status.isOver()) {
      return Optional.empty();
    }
    InvoiceStatus before = status;
    InvoiceProblem problemBefore = problem;
    status = InvoiceStatus.VOID;
    problem = null;
    nextCheckAt = null;
    return Optional.of(news(before, problemBefore, false, now));
  }

  private void plan(Instant now) {
    boolean waits = status == InvoiceStatus.DRAFT && ref == null;
    boolean mayChange = ref != null && !status.isOver();
    if (!waits && (!mayChange || now.isAfter(createdAt.plus(GIVEN_UP_AFTER)))) {
      nextCheckAt = null;
      return;
    }
    Duration pause = FIRST_CHECK.multipliedBy(1L << Math.min(checks, 12));
    nextCheckAt = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    checks++;
  }

  private List<Announcement> news(
      InvoiceStatus before, @Nullable InvoiceProblem problemBefore, boolean knew, Instant now) {
    boolean isSame =
        before == status
            && knew == isWritten()
            && Optional.ofNullable(problemBefore).equals(Optional.ofNullable(problem));
    if (isSame) {
      return List.of();
    }
    updatedAt = now;
    return List.of(new InvoiceMoved(id, owner, subject, status));
  }

  /** Returns what is to be paid. */
  public Money total() {
    return lines.stream().map(InvoiceLine::total).reduce(Money::plus).orElseThrow();
  }

  public InvoiceId id() {
    return id;
  }

  public Subject owner() {
    return owner;
  }

  public Subject subject() {
    return subject;
  }

  public ProviderId provider() {
    return provider;
  }

  public Customer customer() {
    return customer;
  }

  public List<InvoiceLine> lines() {
    return lines;
  }

  public InvoiceStatus status() {
    return status;
  }

  public Optional<InvoiceProblem> problem() {
    return Optional.ofNullable(problem);
  }

  public Optional<ProviderRef> ref() {
    return Optional.ofNullable(ref);
  }

  /** Returns where the customer pays, where the provider has such a page. */
  public Optional<URI> page() {
    return Optional.ofNullable(page);
  }

  public Optional<Instant> nextCheckAt() {
    return Optional.ofNullable(nextCheckAt);
  }

  public Optional<Instant> sentAt() {
    return Optional.ofNullable(sentAt);
  }

  public Optional<Instant> paidAt() {
    return Optional.ofNullable(paidAt);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public long version() {
    return version;
  }
}
