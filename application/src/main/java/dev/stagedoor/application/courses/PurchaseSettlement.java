package dev.stagedoor.application.courses;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.payments.RefundService;
import dev.stagedoor.application.port.Monitoring;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Purchase;
import dev.stagedoor.domain.courses.PurchaseId;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.courses.port.PurchaseLists;
import dev.stagedoor.domain.courses.port.PurchaseRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.payments.CaptureDiffered;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentRefunded;
import dev.stagedoor.domain.payments.PaymentSucceeded;
import dev.stagedoor.domain.payments.RefundFailed;
import dev.stagedoor.domain.payments.port.PaymentLists;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps purchases in step with their payments, and students with their purchases. What a purchase
 * has received is summed up anew from all its payments whenever one of them changes, under the
 * purchase's lock, so no order of news can lose or double an amount. What is due to the student is
 * granted by a job, again and again until it is done; a surplus is sent back by another.
 */
public final class PurchaseSettlement {
  private static final Logger LOG = LoggerFactory.getLogger(PurchaseSettlement.class);
  private static final String SETTLE = "settle-course-purchase";
  private static final String RETURN_SURPLUS = "return-course-surplus";
  private static final Duration REPAIR_EVERY = Duration.ofMinutes(10);
  private static final Duration REPAIR_IN = Duration.ofMinutes(1);
  private static final int BATCH = 100;

  private final UnitOfWork work;
  private final PurchaseRepository purchases;
  private final PurchaseLists lists;
  private final PaymentLists payments;
  private final RefundService refunds;
  private final EnrollmentDesk desk;
  private final CourseReceipt receipt;
  private final Monitoring monitoring;
  private final Outbox outbox;
  private final Clock clock;

  public PurchaseSettlement(
      UnitOfWork work,
      PurchaseRepository purchases,
      PurchaseLists lists,
      PaymentLists payments,
      RefundService refunds,
      EnrollmentDesk desk,
      CourseReceipt receipt,
      Monitoring monitoring,
      Outbox outbox,
      Clock clock) {
    this.work = work;
    this.purchases = purchases;
    this.lists = lists;
    this.payments = payments;
    this.refunds = refunds;
    this.desk = desk;
    this.receipt = receipt;
    this.monitoring = monitoring;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Reacts to what is announced of payments. */
  public void listen(Announcements announcements) {
    announcements.on(PaymentSucceeded.class, fact -> sumUp(fact.subject(), fact.payment()));
    announcements.on(CaptureDiffered.class, fact -> sumUp(fact.subject(), fact.payment()));
    announcements.on(PaymentRefunded.class, fact -> sumUp(fact.subject(), fact.payment()));
    announcements.on(RefundFailed.class, fact -> sumUp(fact.subject(), fact.payment()));
  }

  private void sumUp(Subject subject, PaymentId last) {
    Purchase.of(subject).ifPresent(id -> sumUp(lock(id), last));
  }

  private void sumUp(Purchase purchase, PaymentId last) {
    List<Payment> all = payments.ofSubject(Purchase.subject(purchase.id()));
    Money nothing = Money.zero(purchase.price().currency());
    Instant now = clock.instant();
    purchase.received(
        last, sum(all, Payment::taken, nothing), sum(all, Payment::kept, nothing), now);
    purchases.save(purchase);
    if (purchase.due().isPresent()) {
      outbox.add(new Job(SETTLE, purchase.id().value(), now));
    }
    if (purchase.surplus().isPositive()) {
      outbox.add(new Job(RETURN_SURPLUS, purchase.id().value(), now));
    }
  }

  /** Sums up the payments; another currency is a person's matter and does not count. */
  private static Money sum(List<Payment> all, Function<Payment, Money> part, Money nothing) {
    return all.stream()
        .map(part)
        .filter(amount -> amount.currency().equals(nothing.currency()))
        .reduce(nothing, Money::plus)
        .orZero();
  }

  /**
   * Grants what is due for one purchase now, if anything.
   *
   * @throws ProviderException when the desk cannot be asked; the job goes on trying
   */
  void settle(PurchaseId id) {
    work.write(() -> purchases.lock(id).flatMap(this::begin)).ifPresent(this::settle);
  }

  /** Notes before the desk is asked that it was, as its answer may be lost. */
  private Optional<Due> begin(Purchase purchase) {
    Optional<Due> due = due(purchase);
    if (due.isPresent() && purchase.grant() != Purchase.Grant.NONE) {
      purchase.granting();
      purchases.save(purchase);
    }
    return due;
  }

  /** Grants what is due for one purchase now; where that fails the job does it. */
  void settleSoon(PurchaseId id) {
    try {
      settle(id);
    } catch (DomainException | ProviderException | StoreUnavailable e) {
      LOG.warn("{} is settled later", id, e);
    }
  }

  /**
   * What the desk is to be asked for.
   *
   * @param again whether money of it had gone back, so that it may have been withdrawn before
   */
  private record Due(
      PurchaseId purchase,
      UserId student,
      CourseId course,
      PaymentId payment,
      Purchase.Grant grant,
      boolean again) {}

  private Optional<Due> due(Purchase purchase) {
    return purchase
        .due()
        .map(
            grant ->
                new Due(
                    purchase.id(),
                    purchase.student(),
                    purchase.course(),
                    purchase.payment().orElseThrow(),
                    grant,
                    wasGivenBack(purchase)));
  }

  private boolean wasGivenBack(Purchase purchase) {
    return payments.ofSubject(Purchase.subject(purchase.id())).stream()
        .anyMatch(payment -> !payment.refunds().isEmpty());
  }

  private void settle(Due due) {
    if (due.grant() == Purchase.Grant.WITHDRAWN) {
      desk.drop(due.student(), due.course(), due.payment());
    } else if (due.again()) {
      desk.reinstate(due.student(), due.course(), due.payment());
    } else {
      desk.complete(due.student(), due.course(), due.payment());
    }
    work.run(() -> note(due));
  }

  /** Notes what was done; when that is not what is due any more, it is not the end of it. */
  private void note(Due done) {
    Purchase purchase = lock(done.purchase());
    boolean isFirst = purchase.grant() == Purchase.Grant.NONE && !done.again();
    purchase.granted(done.grant());
    purchases.save(purchase);
    Instant now = clock.instant();
    if (purchase.due().isPresent()) {
      outbox.add(new Job(SETTLE, done.purchase().value(), now));
    }
    if (isFirst && done.grant() == Purchase.Grant.ENROLLED) {
      receipt.send(purchase);
      Duration sincePaid = Duration.between(purchase.paidAt().orElse(now), now);
      work.afterCommit(() -> monitoring.enrolled(sincePaid));
    }
  }

  /** Grants what is due, or sends back what was paid too much; by purchase. */
  public List<JobHandler> jobs() {
    return List.of(
        new JobHandler(SETTLE, purchase -> settle(new PurchaseId(purchase))),
        new JobHandler(RETURN_SURPLUS, purchase -> returnSurplus(new PurchaseId(purchase))));
  }

  private void returnSurplus(PurchaseId id) {
    work.run(() -> refunds.returnSurplus(Purchase.subject(id), () -> lock(id).surplus()));
  }

  /** Finds purchases whose job was lost. */
  public RecurringJob repair() {
    return new RecurringJob("repair-course-purchases", REPAIR_EVERY, () -> work.run(this::retry));
  }

  private void retry() {
    // Not at once: a job that is there keeps its pauses.
    Instant later = clock.instant().plus(REPAIR_IN);
    lists.due(BATCH).forEach(id -> outbox.add(new Job(SETTLE, id.value(), later)));
  }

  private Purchase lock(PurchaseId id) {
    return purchases.lock(id).orElseThrow(DomainException::notFound);
  }
}
