package dev.stagedoor.application.memorials;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.language.Amounts;
import dev.stagedoor.application.messaging.Mail;
import dev.stagedoor.application.messaging.Mailer;
import dev.stagedoor.application.payments.RefundService;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.memorials.Booking;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.port.BookingRepository;
import dev.stagedoor.domain.memorials.port.MemorialRepository;
import dev.stagedoor.domain.payments.CaptureDiffered;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentAttemptFailed;
import dev.stagedoor.domain.payments.PaymentCancelled;
import dev.stagedoor.domain.payments.PaymentRefunded;
import dev.stagedoor.domain.payments.PaymentSucceeded;
import dev.stagedoor.domain.payments.RefundFailed;
import dev.stagedoor.domain.payments.port.PaymentLists;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps bookings in step with their payments. What a booking has received is summed up anew from
 * all its payments whenever one of them changes, under the booking's lock, so no order of news can
 * lose or double an amount; a surplus is sent back by a job.
 */
public final class BookingSettlement {
  private static final String RETURN_SURPLUS = "return-booking-surplus";

  private final UnitOfWork work;
  private final MemorialRepository memorials;
  private final BookingRepository bookings;
  private final PaymentLists payments;
  private final AccountRepository accounts;
  private final RefundService refunds;
  private final Mailer mailer;
  private final LiveUpdates updates;
  private final Outbox outbox;
  private final Settings settings;
  private final Clock clock;

  public BookingSettlement(
      UnitOfWork work,
      MemorialRepository memorials,
      BookingRepository bookings,
      PaymentLists payments,
      AccountRepository accounts,
      RefundService refunds,
      Mailer mailer,
      LiveUpdates updates,
      Outbox outbox,
      Settings settings,
      Clock clock) {
    this.work = work;
    this.memorials = memorials;
    this.bookings = bookings;
    this.payments = payments;
    this.accounts = accounts;
    this.refunds = refunds;
    this.mailer = mailer;
    this.updates = updates;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  /** Reacts to what is announced of payments. */
  public void listen(Announcements announcements) {
    announcements.on(PaymentSucceeded.class, this::paid);
    announcements.on(CaptureDiffered.class, fact -> settle(fact.subject()));
    announcements.on(PaymentRefunded.class, fact -> settle(fact.subject()));
    announcements.on(RefundFailed.class, fact -> settle(fact.subject()));
    announcements.on(
        PaymentAttemptFailed.class,
        fact -> change(fact.subject(), booking -> booking.paymentFailed(fact.payment())));
    announcements.on(
        PaymentCancelled.class,
        fact -> change(fact.subject(), booking -> booking.paymentCancelled(fact.payment())));
  }

  private void paid(PaymentSucceeded fact) {
    settle(fact.subject());
    Booking.of(fact.subject()).ifPresent(id -> confirm(fact, id));
  }

  private void settle(Subject subject) {
    change(subject, this::sumUp)
        .filter(booking -> booking.surplus().isPositive())
        .ifPresent(
            booking ->
                outbox.add(new Job(RETURN_SURPLUS, booking.memorial().value(), clock.instant())));
  }

  private boolean sumUp(Booking booking) {
    List<Payment> all = payments.ofSubject(Booking.subject(booking.memorial()));
    Money nothing = Money.zero(booking.paid().currency());
    return booking.received(sum(all, Payment::taken, nothing), sum(all, Payment::kept, nothing));
  }

  /** Sums up the payments; another currency is a person's matter and does not count. */
  private static Money sum(List<Payment> all, Function<Payment, Money> part, Money nothing) {
    return all.stream()
        .map(part)
        .filter(amount -> amount.currency().equals(nothing.currency()))
        .reduce(nothing, Money::plus)
        .orZero();
  }

  /** Sends back what was paid too much for a booking. */
  public JobHandler returningSurplus() {
    return new JobHandler(RETURN_SURPLUS, this::returnSurplus);
  }

  private void returnSurplus(UUID memorial) {
    MemorialId id = new MemorialId(memorial);
    work.run(() -> refunds.returnSurplus(Booking.subject(id), () -> lock(id).surplus()));
  }

  /** Changes the booking a subject names; tells readers when the change says that it is news. */
  private Optional<Booking> change(Subject subject, Predicate<Booking> change) {
    return Booking.of(subject)
        .map(
            id -> {
              Booking booking = lock(id);
              if (change.test(booking)) {
                bookings.save(booking);
                tellReaders(booking);
              }
              return booking;
            });
  }

  private Booking lock(MemorialId id) {
    return bookings.lock(id).orElseThrow(DomainException::notFound);
  }

  private void confirm(PaymentSucceeded fact, MemorialId id) {
    Account payer = accounts.find(fact.payer()).orElseThrow();
    Memorial memorial = memorials.find(id).orElseThrow();
    mailer.send(
        payer.email(),
        payer.language(),
        new Mail(
            "booking_paid",
            Map.of(
                "name", payer.name().display(),
                "lovedOne", memorial.lovedOneName(),
                "amount", Amounts.written(fact.captured(), payer.language())),
            Optional.of(settings.link("/memorial/" + id.value() + "/livestream"))));
  }

  private void tellReaders(Booking booking) {
    updates.publish(
        new LiveUpdate(
            Booking.subject(booking.memorial()),
            "booking_changed",
            Map.of("status", booking.status().code())));
  }
}
