package dev.stagedoor.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.stagedoor.application.AnalyticsPorts;
import dev.stagedoor.application.CoursesPorts;
import dev.stagedoor.application.EventsPorts;
import dev.stagedoor.application.LiveSellingPorts;
import dev.stagedoor.application.NotificationPorts;
import dev.stagedoor.application.PartyPorts;
import dev.stagedoor.application.PersistencePorts;
import dev.stagedoor.application.Settings;
import dev.stagedoor.application.TicketingPorts;
import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.AccountQueries;
import dev.stagedoor.application.port.AnalyticsQueries;
import dev.stagedoor.application.port.ChannelQueries;
import dev.stagedoor.application.port.CourseQueries;
import dev.stagedoor.application.port.DiscoveryQueries;
import dev.stagedoor.application.port.EventQueries;
import dev.stagedoor.application.port.IdempotencyRecords;
import dev.stagedoor.application.port.JobQueries;
import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.application.port.MemorialQueries;
import dev.stagedoor.application.port.NotificationQueries;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.PlatformQueries;
import dev.stagedoor.application.port.RecipientQueries;
import dev.stagedoor.application.port.SearchQueries;
import dev.stagedoor.application.port.ShowQueries;
import dev.stagedoor.application.port.TvQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.port.VideoQueries;
import dev.stagedoor.application.port.Viewings;
import dev.stagedoor.application.port.WebhookInbox;
import dev.stagedoor.application.port.WorkspaceQueries;
import dev.stagedoor.domain.analytics.port.Facts;
import dev.stagedoor.domain.analytics.port.Measures;
import dev.stagedoor.domain.analytics.port.PaidPlans;
import dev.stagedoor.domain.analytics.port.RollUp;
import dev.stagedoor.domain.audit.port.AuditLog;
import dev.stagedoor.domain.auth.port.AccountLinkRepository;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.auth.port.CredentialRepository;
import dev.stagedoor.domain.auth.port.LocalSessionRepository;
import dev.stagedoor.domain.courses.port.CertificateRepository;
import dev.stagedoor.domain.courses.port.CourseRepository;
import dev.stagedoor.domain.courses.port.CurriculumRepository;
import dev.stagedoor.domain.courses.port.EnrollmentRepository;
import dev.stagedoor.domain.courses.port.ProfileRepository;
import dev.stagedoor.domain.courses.port.PurchaseLists;
import dev.stagedoor.domain.courses.port.PurchaseRepository;
import dev.stagedoor.domain.courses.port.WatchedLectureRepository;
import dev.stagedoor.domain.events.port.EventRepository;
import dev.stagedoor.domain.invoicing.port.InvoiceRepository;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.library.port.VideoAssetLists;
import dev.stagedoor.domain.library.port.VideoAssetRepository;
import dev.stagedoor.domain.liveselling.port.ClaimRepository;
import dev.stagedoor.domain.liveselling.port.CommentRepository;
import dev.stagedoor.domain.liveselling.port.ConsentStateRepository;
import dev.stagedoor.domain.liveselling.port.ContactRepository;
import dev.stagedoor.domain.liveselling.port.DeliveryRepository;
import dev.stagedoor.domain.liveselling.port.IntegrationRepository;
import dev.stagedoor.domain.liveselling.port.ShowItemRepository;
import dev.stagedoor.domain.liveselling.port.ShowRepository;
import dev.stagedoor.domain.liveselling.port.WorkspaceRepository;
import dev.stagedoor.domain.memorials.port.BookingRepository;
import dev.stagedoor.domain.memorials.port.FuneralDirectorRepository;
import dev.stagedoor.domain.memorials.port.GuestBookRepository;
import dev.stagedoor.domain.memorials.port.MemorialRepository;
import dev.stagedoor.domain.messaging.port.MessageRepository;
import dev.stagedoor.domain.notifications.port.NotificationRepository;
import dev.stagedoor.domain.notifications.port.PreferenceRepository;
import dev.stagedoor.domain.notifications.port.TemplateRepository;
import dev.stagedoor.domain.notifications.port.UnsubscribeSecret;
import dev.stagedoor.domain.party.port.ChatLineRepository;
import dev.stagedoor.domain.party.port.PartyConnections;
import dev.stagedoor.domain.party.port.PartyRepository;
import dev.stagedoor.domain.payments.port.PaymentLists;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.domain.services.port.ServiceCallRecords;
import dev.stagedoor.domain.storage.port.UploadRepository;
import dev.stagedoor.domain.subscriptions.port.SubscriptionRepository;
import dev.stagedoor.domain.ticketing.port.CrossAppAudit;
import dev.stagedoor.domain.ticketing.port.CrossAppSessionRepository;
import dev.stagedoor.domain.ticketing.port.TicketedEventLists;
import dev.stagedoor.domain.ticketing.port.TicketedEventRepository;
import dev.stagedoor.domain.ticketing.port.TicketingConnectionRepository;
import dev.stagedoor.domain.tv.port.ChannelStore;
import dev.stagedoor.domain.tv.port.ClientRepository;
import dev.stagedoor.domain.tv.port.CreditLedger;
import dev.stagedoor.domain.tv.port.DefaultProfiles;
import dev.stagedoor.domain.tv.port.FavoriteRepository;
import dev.stagedoor.domain.tv.port.PinHasher;
import dev.stagedoor.domain.tv.port.PlanRepository;
import dev.stagedoor.domain.tv.port.PlaylistRepository;
import dev.stagedoor.domain.tv.port.ProfileTokenRepository;
import dev.stagedoor.domain.tv.port.SubscriberRepository;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import dev.stagedoor.domain.tv.port.WatchProgressRepository;
import dev.stagedoor.domain.video.port.LiveStreamRepository;
import dev.stagedoor.persistence.crypto.EncryptionKeys;
import dev.stagedoor.persistence.crypto.KeyRotation;
import dev.stagedoor.persistence.crypto.RotationReport;
import dev.stagedoor.persistence.crypto.RotationWatcher;
import dev.stagedoor.persistence.embedded.EmbeddedDatabase;
import dev.stagedoor.persistence.jobs.DatabaseClock;
import dev.stagedoor.persistence.jobs.JobRunner;
import dev.stagedoor.persistence.tx.Connections;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Everything that is kept in one PostgreSQL database, behind the ports of the product. The one way
 * in, for a program that embeds the product as for the server:
 *
 * <pre>{@code
 * try (Persistence persistence = Persistence.open(jdbcUrl, user, password, keys)) {
 *   Stagedoor stagedoor = new Stagedoor(persistence.ports(), ...);
 *   ...
 * }
 * }</pre>
 *
 * <p>Opening brings the tables up to date. Any number of processes may open one database at the
 * same time. Nothing runs by itself: jobs run after {@code jobRunner().start(...)}, and the log of
 * live updates is followed from the first subscription on.
 */
public final class Persistence implements AutoCloseable {
  private static final int POOL_SIZE = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ApplicationContext context;
  private final Runnable closeDatabase;
  private final PersistencePorts ports;
  private final JobRunner jobRunner;

  private Persistence(ApplicationContext context, Runnable closeDatabase) {
    this.context = context;
    this.closeDatabase = closeDatabase;
    this.jobRunner = context.getBean(JobRunner.class);
    this.ports =
        new PersistencePorts(
            context.getBean(UnitOfWork.class),
            context.getBean(Outbox.class),
            context.getBean(WebhookInbox.class),
            context.getBean(LiveUpdates.class),
            context.getBean(LiveFeed.class),
            context.getBean(JobQueries.class),
            context.getBean(IdempotencyRecords.class),
            context.getBean(AccountRepository.class),
            context.getBean(AccountLinkRepository.class),
            context.getBean(PaymentRepository.class),
            context.getBean(PaymentLists.class),
            context.getBean(LiveStreamRepository.class),
            context.getBean(VideoQueries.class),
            context.getBean(MessageRepository.class),
            context.getBean(MemorialRepository.class),
            context.getBean(BookingRepository.class),
            context.getBean(FuneralDirectorRepository.class),
            context.getBean(GuestBookRepository.class),
            context.getBean(MemorialQueries.class),
            context.getBean(InvoiceRepository.class),
            liveSelling(context),
            context.getBean(UploadRepository.class),
            context.getBean(VideoAssetRepository.class),
            context.getBean(VideoAssetLists.class),
            context.getBean(ServiceCallRecords.class),
            courses(context),
            ticketing(context),
            new EventsPorts(
                context.getBean(EventRepository.class), context.getBean(EventQueries.class)),
            context.getBean(AccountQueries.class),
            context.getBean(AuditLog.class),
            context.getBean(SubscriptionRepository.class),
            tv(context),
            new PartyPorts(
                context.getBean(PartyRepository.class),
                context.getBean(ChatLineRepository.class),
                context.getBean(PartyConnections.class),
                context.getBean(DatabaseClock.class)),
            analytics(context),
            notifications(context));
  }

  private static NotificationPorts notifications(ApplicationContext context) {
    return new NotificationPorts(
        context.getBean(TemplateRepository.class),
        context.getBean(NotificationRepository.class),
        context.getBean(PreferenceRepository.class),
        context.getBean(UnsubscribeSecret.class),
        context.getBean(RecipientQueries.class),
        context.getBean(NotificationQueries.class));
  }

  private static TvPorts tv(ApplicationContext context) {
    return new TvPorts(
        context.getBean(SubscriberRepository.class),
        context.getBean(PlanRepository.class),
        context.getBean(ViewerProfileRepository.class),
        context.getBean(DefaultProfiles.class),
        context.getBean(ProfileTokenRepository.class),
        context.getBean(PinHasher.class),
        context.getBean(PlaylistRepository.class),
        context.getBean(ChannelStore.class),
        context.getBean(ChannelQueries.class),
        context.getBean(FavoriteRepository.class),
        context.getBean(WatchProgressRepository.class),
        context.getBean(ClientRepository.class),
        context.getBean(CreditLedger.class),
        context.getBean(TvQueries.class),
        context.getBean(SearchQueries.class),
        context.getBean(DiscoveryQueries.class),
        context.getBean(Viewings.class));
  }

  private static AnalyticsPorts analytics(ApplicationContext context) {
    return new AnalyticsPorts(
        context.getBean(Facts.class),
        context.getBean(RollUp.class),
        context.getBean(PaidPlans.class),
        context.getBean(Measures.class),
        context.getBean(AnalyticsQueries.class),
        context.getBean(PlatformQueries.class));
  }

  private static TicketingPorts ticketing(ApplicationContext context) {
    return new TicketingPorts(
        context.getBean(TicketedEventRepository.class),
        context.getBean(TicketedEventLists.class),
        context.getBean(TicketingConnectionRepository.class),
        context.getBean(CrossAppSessionRepository.class),
        context.getBean(CrossAppAudit.class));
  }

  private static CoursesPorts courses(ApplicationContext context) {
    return new CoursesPorts(
        context.getBean(CourseRepository.class),
        context.getBean(CurriculumRepository.class),
        context.getBean(EnrollmentRepository.class),
        context.getBean(WatchedLectureRepository.class),
        context.getBean(CertificateRepository.class),
        context.getBean(PurchaseRepository.class),
        context.getBean(PurchaseLists.class),
        context.getBean(ProfileRepository.class),
        context.getBean(CourseQueries.class));
  }

  private static LiveSellingPorts liveSelling(ApplicationContext context) {
    return new LiveSellingPorts(
        context.getBean(WorkspaceRepository.class),
        context.getBean(WorkspaceQueries.class),
        context.getBean(IntegrationRepository.class),
        context.getBean(ConsentStateRepository.class),
        context.getBean(ShowRepository.class),
        context.getBean(ShowQueries.class),
        context.getBean(ShowItemRepository.class),
        context.getBean(CommentRepository.class),
        context.getBean(ClaimRepository.class),
        context.getBean(DeliveryRepository.class),
        context.getBean(ContactRepository.class));
  }

  /**
   * Opens the database at a JDBC URL, with a connection pool that is closed with it.
   *
   * @param jdbcUrl of a PostgreSQL database, {@code jdbc:postgresql://host:port/name}
   * @throws DatabaseUnusable when it cannot be reached, does not let us in or is not there
   */
  public static Persistence open(
      String jdbcUrl, String user, Secret password, EncryptionKeys keys) {
    return open(jdbcUrl, user, password, POOL_SIZE, keys);
  }

  /** Opens the database at a JDBC URL, with a pool of at most so many connections. */
  public static Persistence open(
      String jdbcUrl, String user, Secret password, int poolSize, EncryptionKeys keys) {
    PGSimpleDataSource lasting = new PGSimpleDataSource();
    lasting.setURL(jdbcUrl);
    lasting.setUser(user);
    lasting.setPassword(password.reveal());
    lasting.setTcpKeepAlive(true);
    HikariConfig config = new HikariConfig();
    config.setPoolName("stagedoor");
    config.setJdbcUrl(jdbcUrl);
    config.setUsername(user);
    config.setPassword(password.reveal());
    config.setMaximumPoolSize(poolSize);
    // Callers are told to come back rather than left to wait.
    config.setConnectionTimeout(PATIENCE.toMillis());
    // A transaction that is forgotten open would keep its locks, and hold up the live updates.
    config.setConnectionInitSql("set idle_in_transaction_session_timeout = '1min'");
    try {
      HikariDataSource pool = new HikariDataSource(config);
      try {
        return open(new Connections(pool, lasting), keys, pool::close);
      } catch (RuntimeException e) {
        pool.close();
        throw e;
      }
    } catch (RuntimeException e) {
      throw DatabaseUnusable.from(e, jdbcUrl).<RuntimeException>map(usual -> usual).orElse(e);
    }
  }

  /** Opens the database that a program brings along; the caller closes that afterwards. */
  public static Persistence open(EmbeddedDatabase database, EncryptionKeys keys) {
    return open(database.url(), database.username(), database.password(), POOL_SIZE, keys);
  }

  /**
   * Opens the database behind a pool that the caller keeps and closes. One of its connections is
   * held for the live updates while anybody watches them.
   */
  public static Persistence open(DataSource pool, EncryptionKeys keys) {
    return open(new Connections(pool, pool), keys, () -> {});
  }

  private static Persistence open(
      Connections connections, EncryptionKeys keys, Runnable closeDatabase) {
    schema(connections.pooled()).load().migrate();
    return new Persistence(InnerContext.start(connections, keys), closeDatabase);
  }

  /** How the tables are brought up to date. */
  static FluentConfiguration schema(DataSource database) {
    // A place and a history table of its own: the database may hold the tables of an embedder too,
    // who may use Flyway as well.
    return Flyway.configure()
        .dataSource(database)
        .locations("classpath:db/stagedoor")
        .table("stagedoor_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0");
  }

  /** Returns what {@code Stagedoor} is made of. */
  public PersistencePorts ports() {
    return ports;
  }

  /** Returns where the local identity provider keeps its identities. */
  public CredentialRepository credentials() {
    return context.getBean(CredentialRepository.class);
  }

  /** Returns where the local identity provider keeps its sessions. */
  public LocalSessionRepository localSessions() {
    return context.getBean(LocalSessionRepository.class);
  }

  /** Returns what the sandbox remembers. */
  public SandboxMemory sandboxMemory() {
    return context.getBean(SandboxMemory.class);
  }

  /** Returns what runs jobs on this instance, once it is started. */
  public JobRunner jobRunner() {
    return jobRunner;
  }

  /** Returns the jobs that keep the database small; whoever starts the job runner adds them. */
  public List<RecurringJob> housekeeping(Settings.Retention retention) {
    return context.getBean(Housekeeping.class).jobs(retention);
  }

  /**
   * Encrypts everything that has an old key with the active one, while this and other processes go
   * on working. They must have the active key by then. What was cut off is finished by calling
   * again; the old keys can go when the report says that nothing needs them.
   *
   * @throws IllegalStateException inside a unit of work
   */
  public RotationReport rotateKeys(RotationWatcher watcher) {
    return context.getBean(KeyRotation.class).rotate(watcher);
  }

  /** Stops what was started on the database, jobs included. Closing again does nothing. */
  @Override
  public void close() {
    jobRunner.close();
    context.close();
    closeDatabase.run();
  }
}
