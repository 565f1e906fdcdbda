package dev.stagedoor.bootstrap.wiring;

import dev.stagedoor.application.Stagedoor;
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
import dev.stagedoor.application.jobs.JobService;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.liveselling.ClaimService;
import dev.stagedoor.application.liveselling.ConnectionService;
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
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Publishes the services of {@link Stagedoor} as beans, for controllers to be given. */
@Factory
final class ServiceBeans {
  @Singleton
  Translations translations(Stagedoor stagedoor) {
    return stagedoor.translations();
  }

  @Singleton
  RegistrationService registrations(Stagedoor stagedoor) {
    return stagedoor.registrations();
  }

  @Singleton
  SessionService sessions(Stagedoor stagedoor) {
    return stagedoor.sessions();
  }

  @Singleton
  AccountLinkService accountLinks(Stagedoor stagedoor) {
    return stagedoor.accountLinks();
  }

  @Singleton
  PaymentReconciler reconciler(Stagedoor stagedoor) {
    return stagedoor.reconciler();
  }

  @Singleton
  PaymentForms paymentForms(Stagedoor stagedoor) {
    return stagedoor.paymentForms();
  }

  @Singleton
  TicketSystems ticketSystems(Stagedoor stagedoor) {
    return stagedoor.ticketSystems();
  }

  @Singleton
  RefundService refunds(Stagedoor stagedoor) {
    return stagedoor.refunds();
  }

  @Singleton
  WebhookIntake webhooks(Stagedoor stagedoor) {
    return stagedoor.webhooks();
  }

  @Singleton
  JobService jobs(Stagedoor stagedoor) {
    return stagedoor.jobs();
  }

  @Singleton
  MemorialService memorials(Stagedoor stagedoor) {
    return stagedoor.memorials();
  }

  @Singleton
  FamilyService families(Stagedoor stagedoor) {
    return stagedoor.families();
  }

  @Singleton
  DirectorService directors(Stagedoor stagedoor) {
    return stagedoor.directors();
  }

  @Singleton
  BookingService bookings(Stagedoor stagedoor) {
    return stagedoor.bookings();
  }

  @Singleton
  MemorialStreamService memorialStreams(Stagedoor stagedoor) {
    return stagedoor.memorialStreams();
  }

  @Singleton
  GuestBookService guestBooks(Stagedoor stagedoor) {
    return stagedoor.guestBooks();
  }

  @Singleton
  WorkspaceService workspaces(Stagedoor stagedoor) {
    return stagedoor.workspaces();
  }

  @Singleton
  IntegrationService integrations(Stagedoor stagedoor) {
    return stagedoor.integrations();
  }

  @Singleton
  ConnectionService connections(Stagedoor stagedoor) {
    return stagedoor.connections();
  }

  @Singleton
  ShowService shows(Stagedoor stagedoor) {
    return stagedoor.shows();
  }

  @Singleton
  ShowItemService showItems(Stagedoor stagedoor) {
    return stagedoor.showItems();
  }

  @Singleton
  ClaimService claims(Stagedoor stagedoor) {
    return stagedoor.claims();
  }

  @Singleton
  ShowInvoiceService showInvoices(Stagedoor stagedoor) {
    return stagedoor.showInvoices();
  }

  @Singleton
  CourseService courses(Stagedoor stagedoor) {
    return stagedoor.courses();
  }

  @Singleton
  CurriculumService curricula(Stagedoor stagedoor) {
    return stagedoor.curricula();
  }

  @Singleton
  LectureVideoService lectureVideos(Stagedoor stagedoor) {
    return stagedoor.lectureVideos();
  }

  // Not as the desk it also is: that bean is a service of its own, where there is one.
  @Singleton
  @Bean(typed = EnrollmentService.class)
  EnrollmentService enrollments(Stagedoor stagedoor) {
    return stagedoor.enrollments();
  }

  @Singleton
  ProgressService progress(Stagedoor stagedoor) {
    return stagedoor.progress();
  }

  @Singleton
  CertificateService certificates(Stagedoor stagedoor) {
    return stagedoor.certificates();
  }

  @Singleton
  ProfileService profiles(Stagedoor stagedoor) {
    return stagedoor.profiles();
  }

  @Singleton
  PurchaseService purchases(Stagedoor stagedoor) {
    return stagedoor.purchases();
  }

  @Singleton
  CoursePaymentService coursePayments(Stagedoor stagedoor) {
    return stagedoor.coursePayments();
  }

  @Singleton
  EventService events(Stagedoor stagedoor) {
    return stagedoor.events();
  }

  @Singleton
  CrossAppService crossApp(Stagedoor stagedoor) {
    return stagedoor.crossApp();
  }

  // Not as the secrets of webhooks it also is.
  @Singleton
  @Bean(typed = TicketingConnections.class)
  TicketingConnections ticketingConnections(Stagedoor stagedoor) {
    return stagedoor.ticketingConnections();
  }

  @Singleton
  ServiceCallService serviceCalls(Stagedoor stagedoor) {
    return stagedoor.serviceCalls();
  }

  @Singleton
  AuditService audit(Stagedoor stagedoor) {
    return stagedoor.audit();
  }

  @Singleton
  AccountAdminService accountAdmin(Stagedoor stagedoor) {
    return stagedoor.accountAdmin();
  }

  @Singleton
  SubscriberService subscribers(Stagedoor stagedoor) {
    return stagedoor.subscribers();
  }

  @Singleton
  PlanService plans(Stagedoor stagedoor) {
    return stagedoor.plans();
  }

  @Singleton
  TvSubscriptionService tvSubscriptions(Stagedoor stagedoor) {
    return stagedoor.tvSubscriptions();
  }

  @Singleton
  ViewerProfileService viewerProfiles(Stagedoor stagedoor) {
    return stagedoor.viewerProfiles();
  }

  @Singleton
  PlaylistService playlists(Stagedoor stagedoor) {
    return stagedoor.playlists();
  }

  @Singleton
  DiscoveryService discovery(Stagedoor stagedoor) {
    return stagedoor.discovery();
  }

  @Singleton
  FavoriteService favorites(Stagedoor stagedoor) {
    return stagedoor.favorites();
  }

  @Singleton
  WatchProgressService watchProgress(Stagedoor stagedoor) {
    return stagedoor.watchProgress();
  }

  @Singleton
  ResellerService resellers(Stagedoor stagedoor) {
    return stagedoor.resellers();
  }

  @Singleton
  CreditService credits(Stagedoor stagedoor) {
    return stagedoor.credits();
  }

  @Singleton
  PartyService parties(Stagedoor stagedoor) {
    return stagedoor.parties();
  }

  @Singleton
  PartyPresence partyPresence(Stagedoor stagedoor) {
    return stagedoor.partyPresence();
  }

  @Singleton
  TemplateService templates(Stagedoor stagedoor) {
    return stagedoor.templates();
  }

  @Singleton
  NotificationService notifications(Stagedoor stagedoor) {
    return stagedoor.notifications();
  }

  @Singleton
  PreferenceService preferences(Stagedoor stagedoor) {
    return stagedoor.preferences();
  }

  @Singleton
  TvAdminService tvAdmin(Stagedoor stagedoor) {
    return stagedoor.tvAdmin();
  }

  @Singleton
  AnalyticsService analytics(Stagedoor stagedoor) {
    return stagedoor.analytics();
  }
}
