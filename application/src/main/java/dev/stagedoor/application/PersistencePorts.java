package dev.stagedoor.application;

import dev.stagedoor.application.port.AccountQueries;
import dev.stagedoor.application.port.IdempotencyRecords;
import dev.stagedoor.application.port.JobQueries;
import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveUpdates;
import dev.stagedoor.application.port.MemorialQueries;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.port.VideoQueries;
import dev.stagedoor.application.port.WebhookInbox;
import dev.stagedoor.domain.audit.port.AuditLog;
import dev.stagedoor.domain.auth.port.AccountLinkRepository;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.invoicing.port.InvoiceRepository;
import dev.stagedoor.domain.library.port.VideoAssetLists;
import dev.stagedoor.domain.library.port.VideoAssetRepository;
import dev.stagedoor.domain.memorials.port.BookingRepository;
import dev.stagedoor.domain.memorials.port.FuneralDirectorRepository;
import dev.stagedoor.domain.memorials.port.GuestBookRepository;
import dev.stagedoor.domain.memorials.port.MemorialRepository;
import dev.stagedoor.domain.messaging.port.MessageRepository;
import dev.stagedoor.domain.payments.port.PaymentLists;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import dev.stagedoor.domain.services.port.ServiceCallRecords;
import dev.stagedoor.domain.storage.port.UploadRepository;
import dev.stagedoor.domain.subscriptions.port.SubscriptionRepository;
import dev.stagedoor.domain.video.port.LiveStreamRepository;

/** Everything the services need of whoever keeps their data. */
public record PersistencePorts(
    UnitOfWork unitOfWork,
    Outbox outbox,
    WebhookInbox webhookInbox,
    LiveUpdates liveUpdates,
    LiveFeed liveFeed,
    JobQueries jobQueries,
    IdempotencyRecords idempotencyRecords,
    AccountRepository accounts,
    AccountLinkRepository accountLinks,
    PaymentRepository payments,
    PaymentLists paymentLists,
    LiveStreamRepository liveStreams,
    VideoQueries videoQueries,
    MessageRepository messages,
    MemorialRepository memorials,
    BookingRepository bookings,
    FuneralDirectorRepository funeralDirectors,
    GuestBookRepository guestBooks,
    MemorialQueries memorialQueries,
    InvoiceRepository invoices,
    LiveSellingPorts liveSelling,
    UploadRepository uploads,
    VideoAssetRepository videoAssets,
    VideoAssetLists videoAssetLists,
    ServiceCallRecords serviceCalls,
    CoursesPorts courses,
    TicketingPorts ticketing,
    EventsPorts events,
    AccountQueries accountQueries,
    AuditLog auditLog,
    SubscriptionRepository subscriptions,
    TvPorts tv,
    PartyPorts party,
    AnalyticsPorts analytics) {}
    NotificationPorts notifications,
    TvPorts tv) {}
