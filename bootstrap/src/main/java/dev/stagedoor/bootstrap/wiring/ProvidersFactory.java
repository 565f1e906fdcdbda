package dev.stagedoor.bootstrap.wiring;

import dev.stagedoor.application.Providers;
import dev.stagedoor.application.channels.ChannelProviders;
import dev.stagedoor.application.invoicing.InvoicingProviders;
import dev.stagedoor.application.library.LibraryProviders;
import dev.stagedoor.application.payments.PaymentProviders;
import dev.stagedoor.application.subscriptions.SubscriptionProviders;
import dev.stagedoor.application.ticketing.TicketingProviders;
import dev.stagedoor.application.video.VideoProviders;
import dev.stagedoor.application.webhooks.WebhookTranslators;
import dev.stagedoor.bootstrap.config.InvalidSetting;
import dev.stagedoor.bootstrap.config.RoutesConfig;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.storage.StorageProvider;
import dev.stagedoor.domain.subscriptions.SubscriptionProvider;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.tv.port.PlaylistSource;
import dev.stagedoor.domain.video.VideoProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers the providers that are on, and lets the routes choose from them. A provider of a
 * capability that is here needs no line more; a capability that is not needs its list, its route
 * and its line.
 */
@Factory
final class ProvidersFactory {
  @Singleton
  Providers providers(
      List<AuthProvider> auth,
      List<PaymentProvider> payments,
      List<VideoProvider> videos,
      List<LibraryProvider> libraries,
      List<MailProvider> mails,
      List<StorageProvider> stores,
      List<TicketingProvider> shops,
      List<SubscriptionProvider> keepers,
      Optional<PlaylistSource> playlists,
      List<InvoicingProvider> invoicing,
      List<ChannelProvider> channels,
      List<WebhookProvider> webhooks,
      Optional<EnrollmentDesk> enrollments,
      RoutesConfig routes,
      RoutesConfig.Video videoRoutes,
      Environment environment) {
    var signIn = new Choice<>("sign-in", auth, AuthProvider::id, environment);
    var paying = new Choice<>("payments", payments, PaymentProvider::id, environment);
    var video = new Choice<>("live video", videos, VideoProvider::id, environment);
    var library = new Choice<>("videos on demand", libraries, LibraryProvider::id, environment);
    var mail = new Choice<>("mail", mails, MailProvider::id, environment);
    var storing = new Choice<>("storage", stores, StorageProvider::id, environment);
    var tickets = new Choice<>("tickets", shops, TicketingProvider::id, environment);
    var subscribing = new Choice<>("subscriptions", keepers, SubscriptionProvider::id, environment);
    // No routes: merchants choose by name who writes their invoices, and which page they connect.
    var billing = new Choice<>("invoices", invoicing, InvoicingProvider::id, environment);
    var pages = new Choice<>("channels", channels, ChannelProvider::id, environment);
    var telling = new Choice<>("webhooks", webhooks, WebhookProvider::id, environment);
    return new Providers(
        signIn.only(RoutesConfig.PREFIX + "auth", routes.auth()),
        payments(paying, payments, routes),
        new VideoProviders(
            videos, video.at(RoutesConfig.PREFIX + "video.live", videoRoutes.live()).id()),
        LibraryProviders.of(
            libraries,
            library.at(RoutesConfig.PREFIX + "video.library", videoRoutes.library()).id()),
        mail.only(RoutesConfig.PREFIX + "mail", routes.mail()),
        storing.at(RoutesConfig.PREFIX + "storage", routes.storage()),
        new InvoicingProviders(invoicing, billing.standIn()),
        new ChannelProviders(channels, pages.standIn()),
        routes
            .shop()
            .map(shop -> tickets.at(RoutesConfig.PREFIX + "ticketing", shop).id())
            .map(id -> TicketingProviders.of(shops, id, tickets.standIn()))
            .orElseGet(TicketingProviders::none),
        routes
            .subscriptionKeeper()
            .map(keeper -> subscribing.at(RoutesConfig.PREFIX + "subscriptions", keeper).id())
            .map(id -> SubscriptionProviders.of(keepers, id))
            .orElseGet(SubscriptionProviders::none),
        playlists,
        new WebhookTranslators(webhooks, telling.standIn()),
        enrollments);
  }

  private static PaymentProviders payments(
      Choice<PaymentProvider> choice, List<PaymentProvider> on, RoutesConfig routes) {
    Map<Currency, ProviderId> byCurrency = new LinkedHashMap<>();
    routes
        .paymentsByCurrency()
        .forEach(
            (currency, name) -> {
              String route = RoutesConfig.PAYMENTS + currency.getCurrencyCode();
              PaymentProvider provider = choice.at(route, name);
              if (!provider.currencies().contains(currency)) {
                throw new InvalidSetting(
                    route, "leads to " + name + ", which does not take " + currency);
              }
              byCurrency.put(currency, provider.id());
            });
    ProviderId fallback =
        choice.at(RoutesConfig.PAYMENTS + "default", routes.defaultPayments()).id();
    return new PaymentProviders(on, byCurrency, fallback, choice.standIn());
  }
}
