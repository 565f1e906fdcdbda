package dev.stagedoor.application;

import dev.stagedoor.application.analytics.AnalyticsService;
import dev.stagedoor.application.audit.AuditService;
import dev.stagedoor.application.auth.AccountAdminService;
import dev.stagedoor.application.auth.AccountLinkService;
import dev.stagedoor.application.auth.RegistrationService;
import dev.stagedoor.application.auth.SessionService;
import dev.stagedoor.application.courses.CertificateService;
import dev.stagedoor.application.courses.CoursePaymentService;
import dev.stagedoor.application.courses.CourseService;
import dev.stagedoor.application.courses.CurriculumService;
import dev.stagedoor.application.courses.EnrollmentService;
import dev.stagedoor.application.courses.LectureVideoService;
import dev.stagedoor.application.courses.ProfileService;
import dev.stagedoor.application.courses.ProgressService;
import dev.stagedoor.application.courses.PurchaseService;
import dev.stagedoor.application.events.EventService;
import dev.stagedoor.application.invoicing.InvoiceReconciler;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.JobService;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.liveselling.ClaimService;
import dev.stagedoor.application.liveselling.ConnectionService;
import dev.stagedoor.application.liveselling.IntegrationCatalog;
import dev.stagedoor.application.liveselling.IntegrationService;
import dev.stagedoor.application.liveselling.ShowInvoiceService;
import dev.stagedoor.application.liveselling.ShowItemService;
import dev.stagedoor.application.liveselling.ShowService;
import dev.stagedoor.application.liveselling.WorkspaceService;
import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.DirectorService;
import dev.stagedoor.application.memorials.FamilyService;
import dev.stagedoor.application.memorials.GuestBookService;
import dev.stagedoor.application.memorials.MemorialService;
import dev.stagedoor.application.memorials.MemorialStreamService;
import dev.stagedoor.application.notifications.NotificationService;
import dev.stagedoor.application.notifications.PreferenceService;
import dev.stagedoor.application.notifications.TemplateService;
import dev.stagedoor.application.party.PartyPresence;
import dev.stagedoor.application.party.PartyService;
import dev.stagedoor.application.payments.PaymentForms;
import dev.stagedoor.application.payments.PaymentReconciler;
import dev.stagedoor.application.payments.RefundService;
import dev.stagedoor.application.port.Monitoring;
import dev.stagedoor.application.services.ServiceCallService;
import dev.stagedoor.application.ticketing.CrossAppService;
import dev.stagedoor.application.ticketing.TicketSystems;
import dev.stagedoor.application.ticketing.TicketingConnections;
import dev.stagedoor.application.tv.CreditService;
import dev.stagedoor.application.tv.DiscoveryService;
import dev.stagedoor.application.tv.FavoriteService;
import dev.stagedoor.application.tv.PlanService;
import dev.stagedoor.application.tv.PlaylistService;
import dev.stagedoor.application.tv.ResellerService;
import dev.stagedoor.application.tv.SubscriberService;
import dev.stagedoor.application.tv.TvAdminService;
import dev.stagedoor.application.tv.TvSubscriptionService;
import dev.stagedoor.application.tv.ViewerProfileService;
import dev.stagedoor.application.tv.WatchProgressService;
import dev.stagedoor.application.webhooks.WebhookIntake;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Tokens;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole product in plain Java, and the only place where it is put together: ports go in,
 * services come out. An embedder makes one of these; the server makes one too and puts HTTP in
 * front.
 */
public final class Stagedoor {
  private final Foundation base;
  private final AuthAssembly auth;
  private final PaymentsAssembly payments;
  private final VideoAssembly video;
  private final LibraryAssembly library;
  private final MemorialsAssembly memorials;
  private final LiveSellingAssembly liveSelling;
  private final CoursesAssembly courses;
  private final PurchasesAssembly purchases;
  private final TicketingAssembly ticketing;
  private final EventsAssembly events;
  private final NotificationsAssembly notifications;
  private final TvAssembly tv;
  private final PartyAssembly party;
  private final AnalyticsAssembly analytics;
  private final WebhooksAssembly webhooks;
  private final OperationsAssembly operations;

  public Stagedoor(
      PersistencePorts ports,
      Providers providers,
      Settings settings,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    this(ports, providers, settings, Monitoring.silent(), clock, ids, tokens);
  }

  /** Puts everything together, and counts what whoever runs it must hear of. */
  public Stagedoor(
      PersistencePorts ports,
      Providers providers,
      Settings settings,
      Monitoring monitoring,
      Clock clock,
      Ids ids,
      Tokens tokens) {
    base = Foundation.of(ports, providers, settings, monitoring, clock, ids, tokens);
    auth = AuthAssembly.on(base);
    payments = PaymentsAssembly.on(base);
    video = VideoAssembly.on(base);
    library = LibraryAssembly.on(base);
    memorials = MemorialsAssembly.on(base, auth, payments, video);
    liveSelling = LiveSellingAssembly.on(base, auth);
    courses = CoursesAssembly.on(base, library);
    purchases = PurchasesAssembly.on(base, payments, courses.enrollments());
    ticketing = TicketingAssembly.on(base);
    events = EventsAssembly.on(base, ticketing);
    analytics = AnalyticsAssembly.on(base);
    notifications = NotificationsAssembly.on(base, auth);
    tv = TvAssembly.on(base, auth, analytics.facts(), notifications.notices());
    party = PartyAssembly.on(base, tv.admission());
    operations = OperationsAssembly.on(base);
    webhooks = WebhooksAssembly.on(base, liveSelling, ticketing, parts());
  }

  private Stream<Assembly> parts() {
    return Stream.of(
        base,
        payments,
        video,
        library,
        memorials,
        liveSelling,
        purchases,
        ticketing,
        analytics,
        notifications,
        tv,
        party,
        operations);
  }

  private Stream<Assembly> all() {
    return Stream.concat(Stream.of(webhooks), parts());
  }

  /** Makes the first admin, plans and templates; call it once at each start. */
  public void prepare() {
    auth.ensureAdmin(base.settings());
    tv.begin(base, templates());
  }

  public Translations translations() {
    return base.translations();
  }

  public RegistrationService registrations() {
    return auth.registrations();
  }

  public SessionService sessions() {
    return auth.sessions();
  }

  public AccountLinkService accountLinks() {
    return auth.accountLinks();
  }

  public PaymentReconciler reconciler() {
    return payments.reconciler();
  }

  public PaymentForms paymentForms() {
    return base.providers().payments().forms();
  }

  public RefundService refunds() {
    return payments.refunds();
  }

  public WebhookIntake webhooks() {
    return webhooks.intake();
  }

  public JobService jobs() {
    return operations.jobService();
  }

  public MemorialService memorials() {
    return memorials.memorials();
  }

  public FamilyService families() {
    return memorials.families();
  }

  public DirectorService directors() {
    return memorials.directors();
  }

  public BookingService bookings() {
    return memorials.bookings();
  }

  public MemorialStreamService memorialStreams() {
    return memorials.streams();
  }

  public GuestBookService guestBooks() {
    return memorials.guestBooks();
  }

  public WorkspaceService workspaces() {
    return liveSelling.workspaces();
  }

  public ShowService shows() {
    return liveSelling.shows();
  }

  public ShowItemService showItems() {
    return liveSelling.items();
  }

  public ClaimService claims() {
    return liveSelling.claims();
  }

  public IntegrationCatalog integrationCatalog() {
    return liveSelling.accounts().catalog();
  }

  public IntegrationService integrations() {
    return liveSelling.accounts().integrationService();
  }

  public ConnectionService connections() {
    return liveSelling.accounts().connectionService();
  }

  public ShowInvoiceService showInvoices() {
    return liveSelling.invoices();
  }

  public InvoiceReconciler invoiceReconciler() {
    return liveSelling.invoicing().reconciler();
  }

  public CourseService courses() {
    return courses.courses();
  }

  public CurriculumService curricula() {
    return courses.curricula();
  }

  public LectureVideoService lectureVideos() {
    return courses.videos();
  }

  public EnrollmentService enrollments() {
    return courses.enrollments();
  }

  public ProgressService progress() {
    return courses.progress();
  }

  public CertificateService certificates() {
    return courses.certificates();
  }

  public ProfileService profiles() {
    return courses.profiles();
  }

  public PurchaseService purchases() {
    return purchases.purchases();
  }

  public CoursePaymentService coursePayments() {
    return purchases.payments();
  }

  public EventService events() {
    return events.events();
  }

  public CrossAppService crossApp() {
    return ticketing.crossApp();
  }

  public TicketingConnections ticketingConnections() {
    return ticketing.connections();
  }

  /** Returns what pages need to know of the ticketing systems that are on. */
  public TicketSystems ticketSystems() {
    return ticketing.systems();
  }

  public AuditService audit() {
    return auth.audit();
  }

  public AccountAdminService accountAdmin() {
    return auth.accountAdmin();
  }

  public SubscriberService subscribers() {
    return tv.subscribers();
  }

  public PlanService plans() {
    return tv.plans();
  }

  public TvSubscriptionService tvSubscriptions() {
    return tv.tvSubscriptions();
  }

  public ViewerProfileService viewerProfiles() {
    return tv.profiles();
  }

  public PlaylistService playlists() {
    return tv.playlists();
  }

  public DiscoveryService discovery() {
    return tv.discovery();
  }

  public FavoriteService favorites() {
    return tv.favorites();
  }

  public WatchProgressService watchProgress() {
    return tv.progress();
  }

  public ResellerService resellers() {
    return tv.resellers();
  }

  public CreditService credits() {
    return tv.credits();
  }

  public TvAdminService tvAdmin() {
    return tv.admin();
  }

  public PartyService parties() {
    return party.parties();
  }

  public PartyPresence partyPresence() {
    return party.presence();
  }

  public AnalyticsService analytics() {
    return analytics.analytics();
  }

  public TemplateService templates() {
    return notifications.templates();
  }

  public NotificationService notifications() {
    return notifications.notifications();
  }

  public PreferenceService preferences() {
    return notifications.preferences();
  }

  /** Returns who lets other services of the same house in. */
  public ServiceCallService serviceCalls() {
    return operations.serviceCalls();
  }

  /** Returns what does queued jobs; the caller runs them. */
  public List<JobHandler> jobHandlers() {
    return all().flatMap(part -> part.jobs().stream()).toList();
  }

  /** Returns what is done again and again; the caller runs it. */
  public List<RecurringJob> recurringJobs() {
    return all().flatMap(part -> part.recurringJobs().stream()).toList();
  }
}
