package dev.stagedoor.application.fake;

import dev.stagedoor.application.AnalyticsPorts;
import dev.stagedoor.application.CoursesPorts;
import dev.stagedoor.application.EventsPorts;
import dev.stagedoor.application.LiveSellingPorts;
import dev.stagedoor.application.NotificationPorts;
import dev.stagedoor.application.PartyPorts;
import dev.stagedoor.application.PersistencePorts;
import dev.stagedoor.application.Providers;
import dev.stagedoor.application.Settings;
import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.TicketingPorts;
import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.channels.ChannelProviders;
import dev.stagedoor.application.invoicing.InvoicingProviders;
import dev.stagedoor.application.library.LibraryProviders;
import dev.stagedoor.application.memorials.RegisterDirector;
import dev.stagedoor.application.memorials.RegisterFamily;
import dev.stagedoor.application.memorials.RegisteredFamily;
import dev.stagedoor.application.payments.PaymentProviders;
import dev.stagedoor.application.subscriptions.SubscriptionProviders;
import dev.stagedoor.application.ticketing.TicketingProviders;
import dev.stagedoor.application.video.VideoProviders;
import dev.stagedoor.application.webhooks.WebhookResult;
import dev.stagedoor.application.webhooks.WebhookTranslators;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.auth.port.Claims;
import dev.stagedoor.domain.auth.port.Identities;
import dev.stagedoor.domain.auth.port.SessionCookies;
import dev.stagedoor.domain.auth.port.SignIn;
import dev.stagedoor.domain.auth.port.TokenVerifier;
import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.channels.port.Channels;
import dev.stagedoor.domain.channels.port.DirectMessages;
import dev.stagedoor.domain.contract.StorageWorld;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.fake.FakeChannels;
import dev.stagedoor.domain.fake.FakeEnrollmentDesk;
import dev.stagedoor.domain.fake.FakeIdentityProvider;
import dev.stagedoor.domain.fake.FakeInvoicing;
import dev.stagedoor.domain.fake.FakeLibrary;
import dev.stagedoor.domain.fake.FakeMail;
import dev.stagedoor.domain.fake.FakeMerchantWebhooks;
import dev.stagedoor.domain.fake.FakePayments;
import dev.stagedoor.domain.fake.FakePinHasher;
import dev.stagedoor.domain.fake.FakePlaylistSource;
import dev.stagedoor.domain.fake.FakeStorage;
import dev.stagedoor.domain.fake.FakeSubscriptions;
import dev.stagedoor.domain.fake.FakeTicketing;
import dev.stagedoor.domain.fake.FakeVideo;
import dev.stagedoor.domain.fake.FakeWebhooks;
import dev.stagedoor.domain.fake.FixedIds;
import dev.stagedoor.domain.fake.FixedTokens;
import dev.stagedoor.domain.fake.InMemoryAccountLinkRepository;
import dev.stagedoor.domain.fake.InMemoryAccountRepository;
import dev.stagedoor.domain.fake.InMemoryAuditLog;
import dev.stagedoor.domain.fake.InMemoryBookingRepository;
import dev.stagedoor.domain.fake.InMemoryCourses;
import dev.stagedoor.domain.fake.InMemoryDefaultProfiles;
import dev.stagedoor.domain.fake.InMemoryEventRepository;
import dev.stagedoor.domain.fake.InMemoryFacts;
import dev.stagedoor.domain.fake.InMemoryFuneralDirectorRepository;
import dev.stagedoor.domain.fake.InMemoryGuestBookRepository;
import dev.stagedoor.domain.fake.InMemoryLiveSelling;
import dev.stagedoor.domain.fake.InMemoryLiveStreamRepository;
import dev.stagedoor.domain.fake.InMemoryMeasures;
import dev.stagedoor.domain.fake.InMemoryMemorialRepository;
import dev.stagedoor.domain.fake.InMemoryMessageRepository;
import dev.stagedoor.domain.fake.InMemoryNotifications;
import dev.stagedoor.domain.fake.InMemoryPaidPlans;
import dev.stagedoor.domain.fake.InMemoryParties;
import dev.stagedoor.domain.fake.InMemoryPaymentRepository;
import dev.stagedoor.domain.fake.InMemoryServiceCallRecords;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.fake.InMemorySubscriptionRepository;
import dev.stagedoor.domain.fake.InMemoryTicketing;
import dev.stagedoor.domain.fake.InMemoryTv;
import dev.stagedoor.domain.fake.InMemoryUploadRepository;
import dev.stagedoor.domain.fake.InMemoryVideoAssetRepository;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.fixture.PriceBookBuilder;
import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.invoicing.port.Invoices;
import dev.stagedoor.domain.invoicing.port.MerchantAccounts;
import dev.stagedoor.domain.invoicing.port.MerchantConsent;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.domain.memorials.Booking;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.PriceBook;
import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.messaging.port.MessageSender;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.notifications.Unsubscription;
import dev.stagedoor.domain.payments.Payment;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.payments.port.Checkouts;
import dev.stagedoor.domain.payments.port.PaymentLookup;
import dev.stagedoor.domain.payments.port.Refunds;
import dev.stagedoor.domain.services.ServiceId;
import dev.stagedoor.domain.services.ServicePeer;
import dev.stagedoor.domain.storage.StorageProvider;
import dev.stagedoor.domain.storage.port.SignedUploads;
import dev.stagedoor.domain.subscriptions.SubscriptionProvider;
import dev.stagedoor.domain.subscriptions.port.SubscribePages;
import dev.stagedoor.domain.subscriptions.port.Subscriptions;
import dev.stagedoor.domain.ticketing.CrossAppSession;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.domain.ticketing.TicketOffer;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import dev.stagedoor.domain.tv.port.PinHasher;
import dev.stagedoor.domain.tv.port.PlaylistSource;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.VideoProvider;
import dev.stagedoor.domain.video.port.LiveIngest;
import dev.stagedoor.domain.video.port.Recordings;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The whole product on fakes: every provider called {@code fake}, all data in memory, time and ids
 * in the test's hand. Jobs run when the test says so.
 */
public final class InMemoryStagedoor {
  public static final ProviderId FAKE = new ProviderId("fake");
  public static final Secret PASSWORD = Secret.of("correct horse battery");
  public static final EmailAddress ADMIN = new EmailAddress("admin@example.org");

  /** The other services of the house, with what proves that a call is theirs. */
  public static final ServicePeer PAYMENT_SERVICE = aPeer("payment-service");

  public static final ServicePeer COURSE_SERVICE = aPeer("course-service");

  /** What proves that a request comes from the ticketing system. */
  public static final Secret TICKETING_SECRET = Secret.of("secret-of-the-ticket-shop");

  private final MutableClock clock = new MutableClock(Instant.parse("2025-06-01T10:00:00Z"));
  private final InMemoryStore store = new InMemoryStore();
  private final InMemoryUnitOfWork work = new InMemoryUnitOfWork(store);
  private final Wire wire = new Wire(work);
  private final InMemoryJobs jobs = new InMemoryJobs(store, clock);
  private final InMemoryLiveUpdates updates = new InMemoryLiveUpdates(store);
  private final InMemoryWebhookInbox inbox = new InMemoryWebhookInbox(store);
  private final InMemoryIdempotencyRecords idempotency = new InMemoryIdempotencyRecords();
  private final InMemoryAccountRepository accounts = new InMemoryAccountRepository(store);
  private final InMemoryPaymentRepository payments = new InMemoryPaymentRepository(store);
  private final InMemoryLiveStreamRepository streams = new InMemoryLiveStreamRepository(store);
  private final InMemoryMemorialRepository memorials = new InMemoryMemorialRepository(store);
  private final InMemoryBookingRepository bookings = new InMemoryBookingRepository(store);
  private final InMemoryFuneralDirectorRepository directors =
      new InMemoryFuneralDirectorRepository(store);
  private final InMemoryGuestBookRepository guestBooks = new InMemoryGuestBookRepository(store);

  private final InMemoryLiveSelling liveSelling = InMemoryLiveSelling.in(store);
  private final InMemoryShowQueries showQueries = new InMemoryShowQueries(liveSelling);
  private final InMemoryUploadRepository uploads = new InMemoryUploadRepository(store);
  private final InMemoryVideoAssetRepository videoAssets = new InMemoryVideoAssetRepository(store);
  private final InMemoryCourses courses = InMemoryCourses.in(store);
  private final InMemoryTicketing ticketing = InMemoryTicketing.in(store);
  private final InMemoryEventRepository events = new InMemoryEventRepository(store);
  private final InMemoryAuditLog auditLog = new InMemoryAuditLog(store);
  private final InMemorySubscriptionRepository subscriptions =
      new InMemorySubscriptionRepository(store);
  private final InMemoryNotifications notifications = InMemoryNotifications.in(store);
  private final InMemoryTv tv = InMemoryTv.in(store);
  private final InMemoryParties parties = InMemoryParties.in(store);
  private final InMemoryFacts facts = new InMemoryFacts(store);
  private final InMemoryDiscovery discovery = new InMemoryDiscovery(store, tv);

  private final FakeIdentityProvider identities = new FakeIdentityProvider(clock);
  private final FakePayments paymentProvider;
  private final FakePayments otherPayments = new FakePayments("other");
  private final FakeVideo video = new FakeVideo();
  private final FakeLibrary library = new FakeLibrary();
  private final FakeMail mail = new FakeMail();
  private final FakeStorage storage = new FakeStorage(clock);
  private final FakeInvoicing invoicing = new FakeInvoicing();
  private final FakeChannels channels = new FakeChannels();
  private final FakeTicketing ticketShop = new FakeTicketing();
  private final FakeSubscriptions subscriptionProvider = new FakeSubscriptions();
  private final FakePlaylistSource playlistSource = new FakePlaylistSource();
  private final FakeWebhooks webhooks = new FakeWebhooks();
  private final FakeMerchantWebhooks merchantWebhooks = new FakeMerchantWebhooks(FAKE);

  private final FakeEnrollmentDesk desk =
      new FakeEnrollmentDesk(store, courses.courses(), courses.enrollments(), clock);

  private final RecordingMonitoring monitoring = new RecordingMonitoring();

  private final boolean enrollsElsewhere;
  private final Settings settings;
  private final Stagedoor stagedoor;

  private int people;

  /** Opens the house, with its first admin. */
  public InMemoryStagedoor() {
    this(PriceBookBuilder.aPriceBook().build());
  }

  public InMemoryStagedoor(PriceBook prices) {
    this(prices, new FakePayments(), false);
  }

  /** Opens the house beside a course service of its own, which enrolls whoever has paid. */
  public static InMemoryStagedoor enrollingElsewhere() {
    return new InMemoryStagedoor(PriceBookBuilder.aPriceBook().build(), new FakePayments(), true);
  }

  /** Opens the house with a payment provider that is able to do less. */
  public InMemoryStagedoor(FakePayments payments) {
    this(PriceBookBuilder.aPriceBook().build(), payments, false);
  }

  private InMemoryStagedoor(PriceBook prices, FakePayments payments, boolean enrollsElsewhere) {
    paymentProvider = payments;
    this.enrollsElsewhere = enrollsElsewhere;
    settings =
        new Settings(
            URI.create("https://stagedoor.example.org"),
            EnumSet.allOf(Settings.Area.class),
            prices,
            Duration.ofHours(24),
            Optional.of(new Settings.FirstAdmin(ADMIN, PASSWORD)),
            Settings.Retention.standard(),
            Settings.Courses.standard(),
            new Settings.Ticketing(
                List.of(TICKETING_SECRET),
                CrossAppSession.Terms.standard(),
                Settings.Ticketing.standard().auditKept()),
            Settings.Tv.standard(),
            List.of(PAYMENT_SERVICE, COURSE_SERVICE));
    stagedoor =
        new Stagedoor(
            ports(), providers(), settings, monitoring, clock, new FixedIds(), new FixedTokens());
    library.fetchBy(this::fetched);
    stagedoor.prepare();
  }

  /** Somebody who is signed in. */
  public record Person(EmailAddress email, Secret token, Actor actor) {}

  /** A family that is signed in, with its memorial. */
  public record Family(Person person, MemorialId memorial, String slug) {
    public Actor actor() {
      return person.actor();
    }
  }

  private static ServicePeer aPeer(String name) {
    return new ServicePeer(
        new ServiceId(name), Secret.of("key-of-" + name), Secret.of("secret-of-" + name));
  }

  private PersistencePorts ports() {
    return new PersistencePorts(
        work,
        jobs,
        inbox,
        updates,
        updates,
        jobs,
        idempotency,
        accounts,
        new InMemoryAccountLinkRepository(store),
        payments,
        payments,
        streams,
        new InMemoryVideoQueries(streams, store),
        new InMemoryMessageRepository(store),
        memorials,
        bookings,
        directors,
        guestBooks,
        new InMemoryMemorialQueries(memorials, directors, guestBooks, accounts),
        liveSelling.invoices(),
        liveSellingPorts(),
        uploads,
        videoAssets,
        videoAssets,
        new InMemoryServiceCallRecords(store),
        coursesPorts(),
        new TicketingPorts(
            ticketing.tickets(),
            ticketing.tickets(),
            ticketing.connections(),
            ticketing.sessions(),
            ticketing.audit()),
        new EventsPorts(events, new InMemoryEventQueries(events, ticketing.tickets(), accounts)),
        new InMemoryAccountQueries(accounts),
        auditLog,
        subscriptions,
        tvPorts(),
        new PartyPorts(parties.parties(), parties.lines(), parties.connections(), clock),
        analyticsPorts(),
        new NotificationPorts(
            notifications.templates(),
            notifications.notifications(),
            notifications.preferences(),
            notifications.unsubscribeSecret(),
            new InMemoryRecipientQueries(accounts),
            new InMemoryNotificationQueries(notifications.notifications())));
  }

  private AnalyticsPorts analyticsPorts() {
    InMemoryMeasures measures = new InMemoryMeasures(store);
    return new AnalyticsPorts(
        facts,
        facts,
        new InMemoryPaidPlans(store),
        measures,
        new InMemoryAnalyticsQueries(facts, accounts),
        new InMemoryPlatformQueries(measures));
  }

  /** Returns what keeps the data of subscription TV. */
  public TvPorts tvPorts() {
    return new TvPorts(
        tv.subscribers(),
        tv.plans(),
        tv.profiles(),
        new InMemoryDefaultProfiles(tv.profiles()),
        tv.profileTokens(),
        wire.to(PinHasher.class, new FakePinHasher()),
        tv.playlists(),
        tv.channels(),
        new InMemoryChannelQueries(tv.channels()),
        tv.favorites(),
        tv.progress(),
        tv.clients(),
        tv.credits(),
        new InMemoryTvQueries(
            accounts,
            tv.plans(),
            tv.subscribers(),
            subscriptions,
            tv.clients(),
            tv.credits(),
            inbox),
        new InMemorySearchQueries(tv),
        discovery,
        discovery);
  }

  private CoursesPorts coursesPorts() {
    return new CoursesPorts(
        courses.courses(),
        courses.curricula(),
        courses.enrollments(),
        courses.watchedLectures(),
        courses.certificates(),
        courses.purchases(),
        courses.purchases(),
        courses.profiles(),
        new InMemoryCourseQueries(courses, payments, accounts));
  }

  private LiveSellingPorts liveSellingPorts() {
    return new LiveSellingPorts(
        liveSelling.workspaces(),
        new InMemoryWorkspaceQueries(liveSelling.workspaces(), liveSelling.shows(), accounts),
        liveSelling.integrations(),
        liveSelling.consentStates(),
        liveSelling.shows(),
        showQueries,
        liveSelling.items(),
        liveSelling.comments(),
        liveSelling.claims(),
        liveSelling.deliveries(),
        liveSelling.contacts());
  }

  private PaymentProvider wired(PaymentProvider pays) {
    return new PaymentProvider(
        pays.id(),
        pays.currencies(),
        pays.form(),
        wire.to(Checkouts.class, pays.checkouts()),
        wire.to(PaymentLookup.class, pays.lookup()),
        pays.refunds().map(refunds -> wire.to(Refunds.class, refunds)));
  }

  /** Only to find something calls anybody. */
  private TicketCatalog wired(TicketCatalog shop) {
    TicketCatalog asked = wire.to(TicketCatalog.class, shop);
    return new TicketCatalog() {
      @Override
      public Optional<TicketOffer> find(ProviderRef event) {
        return asked.find(event);
      }

      @Override
      public TicketEmbed embed(ProviderRef event) {
        return shop.embed(event);
      }
    };
  }

  /** Returns the providers of the house, with the wire before each. */
  public Providers providers() {
    AuthProvider auth = identities.provider();
    PaymentProvider pays = paymentProvider.provider();
    VideoProvider plays = video.provider();
    StorageProvider files = storage.provider();
    InvoicingProvider bills = invoicing.provider();
    TicketingProvider sells = ticketShop.provider();
    return new Providers(
        new AuthProvider(
            auth.id(),
            wire.to(Identities.class, auth.identities()),
            wire.to(SignIn.class, auth.signIn()),
            wire.to(TokenVerifier.class, auth.tokens()),
            wire.to(SessionCookies.class, auth.cookies()),
            wire.to(Claims.class, auth.claims())),
        new PaymentProviders(
            List.of(wired(pays), wired(otherPayments.provider())),
            Map.of(),
            pays.id(),
            Optional.of(pays.id())),
        VideoProviders.only(
            new VideoProvider(
                plays.id(),
                wire.to(LiveIngest.class, plays.ingest()),
                wire.to(Recordings.class, plays.recordings()))),
        LibraryProviders.only(
            new LibraryProvider(
                FAKE, wire.to(Library.class, library), library.provider().signing())),
        new MailProvider(FAKE, wire.to(MessageSender.class, mail)),
        new StorageProvider(FAKE, files.mostBytes(), wire.to(SignedUploads.class, files.files())),
        InvoicingProviders.only(
            new InvoicingProvider(
                bills.id(),
                wire.to(Invoices.class, bills.invoices()),
                wire.to(MerchantAccounts.class, bills.merchants()),
                bills.consent().map(consent -> wire.to(MerchantConsent.class, consent)))),
        ChannelProviders.only(
            new ChannelProvider(
                FAKE, wire.to(Channels.class, channels), wire.to(DirectMessages.class, channels))),
        TicketingProviders.only(
            new TicketingProvider(sells.id(), wired(sells.catalog()), sells.setup())),
        SubscriptionProviders.only(
            new SubscriptionProvider(
                FAKE,
                wire.to(Subscriptions.class, subscriptionProvider),
                wire.to(SubscribePages.class, subscriptionProvider.pages()))),
        Optional.of(wire.to(PlaylistSource.class, playlistSource)),
        WebhookTranslators.only(new WebhookProvider(FAKE, webhooks, Optional.of(merchantWebhooks))),
        enrollsElsewhere ? Optional.of(wire.to(EnrollmentDesk.class, desk)) : Optional.empty());
  }

  private byte[] fetched(URI address) {
    StorageWorld.Answer answer =
        storage.send(new StorageWorld.Request("GET", address, Map.of(), new byte[0]));
    return answer.isSuccess() ? answer.body() : null;
  }

  public Stagedoor stagedoor() {
    return stagedoor;
  }

  public Settings settings() {
    return settings;
  }

  public RecordingMonitoring monitoring() {
    return monitoring;
  }

  public MutableClock clock() {
    return clock;
  }

  public Wire wire() {
    return wire;
  }

  /** Has the process die at this moment; {@link #restart()} starts it again. */
  public void crash() {
    work.crash();
  }

  public void restart() {
    work.restart();
  }

  public FakeIdentityProvider identities() {
    return identities;
  }

  public FakePayments payments() {
    return paymentProvider;
  }

  /** Returns a second payment provider, which takes what is asked of it by name. */
  public FakePayments otherPayments() {
    return otherPayments;
  }

  public FakeVideo video() {
    return video;
  }

  /** Returns the library, which fetches from the store. */
  public FakeLibrary library() {
    return library;
  }

  public FakeStorage storage() {
    return storage;
  }

  public FakeMail mail() {
    return mail;
  }

  public FakeInvoicing invoicing() {
    return invoicing;
  }

  public InMemoryShowQueries showQueries() {
    return showQueries;
  }

  public FakeChannels channels() {
    return channels;
  }

  /** Returns the system that sells tickets. */
  public FakeTicketing ticketShop() {
    return ticketShop;
  }

  public FakeWebhooks webhooks() {
    return webhooks;
  }

  public FakeMerchantWebhooks merchantWebhooks() {
    return merchantWebhooks;
  }

  public InMemoryLiveUpdates updates() {
    return updates;
  }

  public InMemoryIdempotencyRecords idempotencyRecords() {
    return idempotency;
  }

  public InMemoryWebhookInbox webhookInbox() {
    return inbox;
  }

  /** Returns where live selling keeps what it has, past every service. */
  public InMemoryLiveSelling liveSelling() {
    return liveSelling;
  }

  /** Returns where courses keep what they have, past every service. */
  public InMemoryCourses courses() {
    return courses;
  }

  /** Returns where ticketing keeps what it has, past every service. */
  public InMemoryTicketing ticketing() {
    return ticketing;
  }

  /** Returns who keeps subscriptions, and the world around them. */
  public FakeSubscriptions subscriptionProvider() {
    return subscriptionProvider;
  }

  /** Returns the IPTV services that subscribers use. */
  public FakePlaylistSource playlistSource() {
    return playlistSource;
  }

  /** Returns where subscriptions are kept, past every service. */
  public InMemorySubscriptionRepository subscriptions() {
    return subscriptions;
  }

  /** Returns what analytics was told. */
  public InMemoryFacts facts() {
    return facts;
  }

  /** Returns the record of what admins did, past every service. */
  public InMemoryAuditLog auditLog() {
    return auditLog;
  }

  /** Returns where subscription TV keeps what it has, past every service. */
  public InMemoryTv tv() {
    return tv;
  }

  /** Returns where watch parties are kept, past every service. */
  public InMemoryParties parties() {
    return parties;
  }

  /** Returns where events are kept, past every service. */
  public InMemoryEventRepository events() {
    return events;
  }

  public InMemoryUploadRepository uploads() {
    return uploads;
  }

  public InMemoryVideoAssetRepository videoAssets() {
    return videoAssets;
  }

  public InMemoryJobs jobs() {
    return jobs;
  }

  public InMemoryUnitOfWork unitOfWork() {
    return work;
  }

  /** Runs the jobs that are due; returns what failed. */
  public List<RuntimeException> runJobs() {
    return jobs.runDue(stagedoor.jobHandlers());
  }

  /** Runs everything that is done again and again, once. */
  public void runRecurringJobs() {
    stagedoor.recurringJobs().forEach(job -> job.work().run());
  }

  /** Lets time go by, and whatever falls due in it. */
  public void later(Duration by) {
    clock.advance(by);
    runRecurringJobs();
    runJobs();
  }

  /** Sends the mails that wait, and returns all that came to an address, the oldest first. */
  public List<OutgoingMessage> mailsTo(EmailAddress address) {
    runJobs();
    return mail.takenFor(address);
  }

  /** Brings a delivery to its route. */
  public WebhookResult deliver(RawWebhook delivery) {
    return stagedoor
        .webhooks()
        .receive(delivery.provider(), delivery.topic(), delivery.headers(), delivery.body());
  }

  public EmailAddress anAddress() {
    people++;
    return new EmailAddress("person-" + people + "@example.org");
  }

  public RegisteredFamily register(EmailAddress email, String lovedOneName) {
    return stagedoor
        .families()
        .register(
            new RegisterFamily(
                email,
                PASSWORD,
                PersonName.parse("Ada Lovelace"),
                Phone.NONE,
                lovedOneName,
                Language.EN));
  }

  public Family aFamily() {
    return aFamily("Grace Hopper");
  }

  public Family aFamily(String lovedOneName) {
    EmailAddress email = anAddress();
    RegisteredFamily family = register(email, lovedOneName);
    Secret token = family.signedIn().tokens().accessToken();
    return new Family(
        new Person(email, token, stagedoor.sessions().byToken(token)),
        new MemorialId(family.memorial().id()),
        family.memorial().fullSlug());
  }

  /** A funeral director who waits for approval. */
  public Person aNewDirector() {
    EmailAddress email = anAddress();
    Secret token =
        stagedoor
            .directors()
            .register(
                new RegisterDirector(
                    email,
                    PASSWORD,
                    PersonName.parse("Charles Babbage"),
                    "Babbage & Sons",
                    "",
                    Language.EN))
            .tokens()
            .accessToken();
    return new Person(email, token, stagedoor.sessions().byToken(token));
  }

  public Person aDirector() {
    Person director = aNewDirector();
    stagedoor
        .directors()
        .decide(admin().actor(), director.actor().userId(), FuneralDirector.Status.APPROVED);
    return director;
  }

  public Person admin() {
    return signIn(ADMIN);
  }

  /** Somebody who has just registered. */
  public Person somebody(String name) {
    return somebody(anAddress(), name);
  }

  /** Somebody who has just registered with an address. */
  public Person somebody(EmailAddress email, String name) {
    Secret token =
        stagedoor.registrations().register(newAccount(email, name)).tokens().accessToken();
    return new Person(email, token, stagedoor.sessions().byToken(token));
  }

  /** Somebody who has just subscribed to television, with a trial. */
  public Actor aSubscriber() {
    return aSubscriber(anAddress(), "Ada Lovelace");
  }

  /** Somebody who has just subscribed to television with an address. */
  public Actor aSubscriber(EmailAddress email, String name) {
    return stagedoor.subscribers().signUp(newAccount(email, name)).actor();
  }

  private static NewAccount newAccount(EmailAddress email, String name) {
    return NewAccount.of(email, PASSWORD, PersonName.parse(name), Role.USER, Language.EN);
  }

  public Person signIn(EmailAddress email) {
    Secret token = stagedoor.sessions().signIn(email, PASSWORD).tokens().accessToken();
    return new Person(email, token, stagedoor.sessions().byToken(token));
  }

  /** Makes what a link to unsubscribe holds, somebody else's each time. */
  public String unsubscribeToken() {
    return work.write(
        () ->
            new Unsubscription(new UserId(UUID.randomUUID()), Category.PRODUCT)
                .signed(notifications.unsubscribeSecret().keep(Secret.of("of this house"))));
  }

  /** Returns where accounts are kept, past every service. */
  public AccountRepository accounts() {
    return accounts;
  }

  /** Returns an account as it is kept. */
  public Account account(UserId id) {
    return work.read(() -> accounts.find(id).orElseThrow());
  }

  public void change(UserId id, UnaryOperator<Account> change) {
    work.run(
        () -> {
          Account account = accounts.lock(id).orElseThrow();
          accounts.save(change.apply(account));
        });
  }

  public Optional<Account> accountOf(EmailAddress email) {
    return work.write(() -> accounts.lockByEmail(email));
  }

  public Booking booking(MemorialId id) {
    return work.read(() -> bookings.find(id).orElseThrow());
  }

  public Payment payment(PaymentId id) {
    return work.read(() -> payments.find(id).orElseThrow());
  }

  /** Keeps a payment as it is, past every service. */
  public void save(Payment payment) {
    work.run(() -> payments.save(payment));
  }

  public List<Payment> allPayments() {
    return work.read(() -> payments.all().toList());
  }

  public LiveStream stream(LiveStreamId id) {
    return work.read(() -> streams.find(id).orElseThrow());
  }
}
