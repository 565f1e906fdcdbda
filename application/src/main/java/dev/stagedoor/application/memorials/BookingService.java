package dev.stagedoor.application.memorials;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.payments.CheckoutService;
import dev.stagedoor.application.payments.ClaimedAmount;
import dev.stagedoor.application.payments.NewPayment;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.memorials.Booking;
import dev.stagedoor.domain.memorials.BookingStatus;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.Selection;
import dev.stagedoor.domain.memorials.ServicePlan;
import dev.stagedoor.domain.memorials.port.BookingRepository;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentStatus;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Keeps a memorial's schedule and has its booking paid. */
public final class BookingService {
  private static final String GIVE_UP = "give-up-stale-payment";

  private final UnitOfWork work;
  private final MemorialService memorials;
  private final BookingRepository bookings;
  private final PaymentRepository payments;
  private final CheckoutService checkouts;
  private final Outbox outbox;
  private final AccountRepository accounts;
  private final Translations translations;
  private final Settings settings;
  private final Clock clock;

  public BookingService(
      UnitOfWork work,
      MemorialService memorials,
      BookingRepository bookings,
      PaymentRepository payments,
      CheckoutService checkouts,
      Outbox outbox,
      AccountRepository accounts,
      Translations translations,
      Settings settings,
      Clock clock) {
    this.work = work;
    this.memorials = memorials;
    this.bookings = bookings;
    this.payments = payments;
    this.checkouts = checkouts;
    this.outbox = outbox;
    this.accounts = accounts;
    this.translations = translations;
    this.settings = settings;
    this.clock = clock;
  }

  public ScheduleView schedule(Actor actor, MemorialId id) {
    return work.read(
        () -> {
          memorials.runBy(actor, id);
          return view(id);
        });
  }

  /** Returns the services of a memorial to anybody who may see it. */
  public ServicePlan services(Actor actor, MemorialId id) {
    return work.read(
        () -> {
          memorials.openTo(actor, id);
          return bookings.find(id).orElseThrow(DomainException::notFound).services();
        });
  }

  /** What the calculator edited, begun on a version; what is absent stays. */
  public record Edit(Optional<ServicePlan> services, Optional<Selection> selection, long version) {
    /** Chooses something and leaves the services as they are. */
    public static Edit choosing(Selection selection, long version) {
      return new Edit(Optional.empty(), Optional.of(selection), version);
    }
  }

  /**
   * Saves what was edited. A payment that is open over another amount than is owed now is given up
   * afterwards, in a job; should it be paid all the same, what was paid counts, and what is too
   * much goes back. Of two tabs that began on one version the second is refused and loses nothing:
   * it reads the current schedule and decides.
   *
   * @throws DomainException {@code STALE_VERSION}, {@code BOOKING_TOTAL_LOWERED}, {@code
   *     INVALID_VALUE}
   */
  public ScheduleView save(Actor actor, MemorialId id, Edit edit) {
    work.run(
        () -> {
          memorials.runBy(actor, id);
          Booking booking = bookings.lock(id).orElseThrow(DomainException::notFound);
          booking.save(
              edit.services().orElse(booking.services()),
              edit.selection().orElse(booking.selection()),
              edit.version(),
              settings.prices(),
              clock.instant());
          bookings.save(booking);
          if (stale(booking).isPresent()) {
            outbox.add(new Job(GIVE_UP, id.value(), clock.instant()));
          }
        });
    return schedule(actor, id);
  }

  /** What came of wanting to pay: a checkout, or nothing to pay because it costs nothing. */
  public record Checkout(Money amount, Optional<OpenedCheckout> opened) {}

  /**
   * Prepares the payment of what is owed. Asking again gives the same charge as long as the amount
   * is the same; an open charge for another amount is given up first.
   *
   * @param claimed what the client believes is owed, in minor units
   * @throws DomainException {@code AMOUNT_MISMATCH}, {@code ALREADY_PAID}, {@code
   *     BOOKING_INCOMPLETE}, {@code PAYMENT_IN_PROGRESS} while the bank has a payment, {@code
   *     INVALID_VALUE} naming services that are over
   */
  public Checkout pay(Actor actor, MemorialId id, Optional<Money> claimed) {
    work.read(() -> stale(actor, id, claimed)).ifPresent(checkouts::abandon);
    Pending pending = work.write(() -> begin(actor, id, claimed));
    return new Checkout(pending.amount(), pending.payment().map(checkouts::open));
  }

  private record Pending(Money amount, Optional<PaymentId> payment) {}

  private Optional<PaymentId> stale(Actor actor, MemorialId id, Optional<Money> claimed) {
    memorials.runBy(actor, id);
    Booking booking = bookings.find(id).orElseThrow(DomainException::notFound);
    Money due = booking.due();
    ClaimedAmount.mustBe(due, claimed);
    return stale(booking);
  }

  /** Returns the open payment that is over another amount than is owed now. */
  private Optional<PaymentId> stale(Booking booking) {
    return open(booking)
        .filter(payment -> !payment.amount().equals(booking.balance()))
        .map(Payment::id);
  }

  /** Gives up payments over amounts that are not owed any more. */
  public JobHandler givingUp() {
    return new JobHandler(
        GIVE_UP,
        memorial ->
            work.read(() -> bookings.find(new MemorialId(memorial)).flatMap(this::stale))
                .ifPresent(checkouts::abandon));
  }

  private Pending begin(Actor actor, MemorialId id, Optional<Money> claimed) {
    Memorial memorial = memorials.runBy(actor, id);
    Booking booking = bookings.lock(id).orElseThrow(DomainException::notFound);
    Money due = booking.due();
    if (due.isZero()) {
      if (booking.paid().isPositive() || booking.status() == BookingStatus.PAID) {
        throw new DomainException(PaymentError.ALREADY_PAID);
      }
      booking.settleFree();
      bookings.save(booking);
      return new Pending(due, Optional.empty());
    }
    ClaimedAmount.mustBe(due, claimed);
    booking.services().mustNotBeOver(clock.instant());
    Optional<Payment> open = open(booking);
    if (open.isPresent()) {
      if (!open.get().amount().equals(due) || open.get().status() == PaymentStatus.PROCESSING) {
        throw new DomainException(PaymentError.PAYMENT_IN_PROGRESS);
      }
      booking.awaitPayment(open.get().id());
      bookings.save(booking);
      return new Pending(due, Optional.of(open.get().id()));
    }
    Payment payment =
        checkouts.begin(
            new NewPayment(
                Booking.subject(id),
                actor.userId(),
                due,
                description(actor, memorial),
                Optional.empty()));
    booking.awaitPayment(payment.id());
    bookings.save(booking);
    return new Pending(due, Optional.of(payment.id()));
  }

  /** Says in the payer's language what they pay for; the payment keeps it as it is said now. */
  private String description(Actor actor, Memorial memorial) {
    Account payer = accounts.find(actor.userId()).orElseThrow(DomainException::notFound);
    return translations.text(
        payer.language(), "mails.booking.livestream_for", Map.of("name", memorial.lovedOneName()));
  }

  private Optional<Payment> open(Booking booking) {
    return booking.payment().flatMap(payments::find).filter(one -> one.status().isOpen());
  }

  private ScheduleView view(MemorialId id) {
    return ScheduleView.of(
        bookings.find(id).orElseThrow(DomainException::notFound), settings.prices());
  }
}
