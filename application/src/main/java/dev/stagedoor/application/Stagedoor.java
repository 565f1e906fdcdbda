package dev.stagedoor.application;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.auth.AccountLinkService;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.auth.RegistrationService;
import dev.stagedoor.application.auth.SessionService;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.JobService;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.BookingSettlement;
import dev.stagedoor.application.memorials.DirectorService;
import dev.stagedoor.application.memorials.FamilyService;
import dev.stagedoor.application.memorials.GuestBookService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.application.memorials.MemorialStreamService;
import dev.stagedoor.application.messaging.Mailer;
import dev.stagedoor.application.payments.CheckoutService;
import dev.stagedoor.application.payments.PaymentReconciler;
import dev.stagedoor.application.payments.RefundService;
import dev.stagedoor.application.video.LiveStreamService;
import dev.stagedoor.application.video.StreamKeeper;
import dev.stagedoor.application.webhooks.WebhookIntake;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.video.StreamChanged;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The whole product in plain Java, and the only place where it is put together: ports go in,
 * services come out. An embedder makes one of these; the server makes one too and puts HTTP in
 * front.
 */
public final class Stagedoor {
  private final Translations translations;
  private final RegistrationService registrations;
  private final SessionService sessions;
  private final AccountLinkService accountLinks;
  private final PaymentReconciler reconciler;
  private final RefundService refunds;
  private final WebhookIntake webhooks;
  private final JobService jobService;
  private final MemorialService memorials;
  private final FamilyService families;
  private final DirectorService directors;
  private final BookingService bookings;
  private final MemorialStreamService memorialStreams;
  private final GuestBookService guestBooks;
  private final List<JobHandler> jobHandlers;
  private final List<RecurringJob> recurringJobs;
  private final Optional<Settings.FirstAdmin> firstAdmin;

  public Stagedoor(
      PersistencePorts ports,
      Providers providers,
      Settings settings,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    var work = ports.unitOfWork();
    var announcements = new Announcements();
    translations = new Translations();
    var mailer =
        new Mailer(
            work, ports.outbox(), ports.messages(), providers.mail(), translations, clock, ids);

    registrations = new RegistrationService(work, ports.accounts(), providers.auth(), clock, ids);
    sessions = new SessionService(work, ports.accounts(), providers.auth(), settings.cookieLife());
    accountLinks =
        new AccountLinkService(
            work,
            ports.accounts(),
            ports.accountLinks(),
            providers.auth(),
            sessions,
            mailer,
            settings,
            clock,
            ids,
            tokens);

    var checkouts =
        new CheckoutService(
            work, ports.payments(), providers.payments(), announcements, clock, ids);
    reconciler =
        new PaymentReconciler(
            work, ports.payments(), providers.payments(), checkouts, announcements, clock);
    refunds =
        new RefundService(
            work,
            ports.payments(),
            ports.paymentLists(),
            providers.payments(),
            announcements,
            clock,
            ids);

    var liveStreams =
        new LiveStreamService(
            work,
            ports.liveStreams(),
            providers.video(),
            announcements,
            ports.outbox(),
            clock,
            ids);
    var streamKeeper =
        new StreamKeeper(
            work,
            ports.liveStreams(),
            ports.videoQueries(),
            liveStreams,
            providers.video(),
            ports.liveUpdates(),
            clock,
            ids);
    announcements.on(StreamChanged.class, streamKeeper::tellReaders);

    memorials =
        new MemorialService(
            work,
            ports.memorials(),
            ports.bookings(),
            ports.memorialQueries(),
            settings.prices(),
            clock,
            ids);
    families = new FamilyService(registrations, memorials, mailer, settings);
    directors =
        new DirectorService(
            work,
            ports.funeralDirectors(),
            ports.accounts(),
            registrations,
            accountLinks,
            memorials,
            ports.memorialQueries(),
            mailer,
            settings,
            clock);
    bookings =
        new BookingService(
            work,
            memorials,
            ports.bookings(),
            ports.payments(),
            checkouts,
            ports.outbox(),
            settings,
            clock);
    var settlement =
        new BookingSettlement(
            work,
            ports.memorials(),
            ports.bookings(),
            ports.paymentLists(),
            ports.accounts(),
            refunds,
            mailer,
            ports.liveUpdates(),
            ports.outbox(),
            settings,
            clock);
    settlement.listen(announcements);
    memorialStreams =
        new MemorialStreamService(
            work,
            ports.memorials(),
            ports.memorialQueries(),
            ports.liveStreams(),
            ports.videoQueries(),
            liveStreams);
    guestBooks =
        new GuestBookService(
            work, memorials, ports.guestBooks(), ports.memorialQueries(), clock, ids);

    webhooks =
        new WebhookIntake(
            work,
            ports.webhookInbox(),
            ports.outbox(),
            providers.webhooks(),
            List.of(reconciler.events(), streamKeeper.events()),
            clock,
            ids);
    jobService = new JobService(work, ports.jobQueries());
    jobHandlers =
        List.of(
            mailer.handler(),
            streamKeeper.aftercare(),
            webhooks.handler(),
            bookings.givingUp(),
            settlement.returningSurplus());
    recurringJobs =
        List.of(
            reconciler.job(),
            streamKeeper.watching(),
            new RecurringJob(
                "purge-idempotency-records",
                Duration.ofHours(1),
                () -> ports.idempotencyRecords().purge(clock.instant())));
    firstAdmin = settings.admin();
  }

  /** Makes what must exist from the start: the first admin. Call it once at each start. */
  public void prepare() {
    firstAdmin.ifPresent(
        admin ->
            registrations.ensureAdmin(
                NewAccount.of(
                    admin.email(),
                    admin.password(),
                    PersonName.parse("Admin"),
                    Role.ADMIN,
                    Language.EN)));
  }

  public Translations translations() {
    return translations;
  }

  public RegistrationService registrations() {
    return registrations;
  }

  public SessionService sessions() {
    return sessions;
  }

  public AccountLinkService accountLinks() {
    return accountLinks;
  }

  public PaymentReconciler reconciler() {
    return reconciler;
  }

  public RefundService refunds() {
    return refunds;
  }

  public WebhookIntake webhooks() {
    return webhooks;
  }

  public JobService jobs() {
    return jobService;
  }

  public MemorialService memorials() {
    return memorials;
  }

  public FamilyService families() {
    return families;
  }

  public DirectorService directors() {
    return directors;
  }

  public BookingService bookings() {
    return bookings;
  }

  public MemorialStreamService memorialStreams() {
    return memorialStreams;
  }

  public GuestBookService guestBooks() {
    return guestBooks;
  }

  /** Returns what does queued jobs; the caller runs them. */
  public List<JobHandler> jobHandlers() {
    return jobHandlers;
  }

  /** Returns what is done again and again; the caller runs it. */
  public List<RecurringJob> recurringJobs() {
    return recurringJobs;
  }
}
