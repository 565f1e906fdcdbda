package dev.stagedoor.application;

import dev.stagedoor.application.channels.ChannelProviders;
import dev.stagedoor.application.invoicing.InvoicingProviders;
import dev.stagedoor.application.library.LibraryProviders;
import dev.stagedoor.application.payments.PaymentProviders;
import dev.stagedoor.application.subscriptions.SubscriptionProviders;
import dev.stagedoor.application.ticketing.TicketingProviders;
import dev.stagedoor.application.video.VideoProviders;
import dev.stagedoor.application.webhooks.WebhookTranslators;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.storage.StorageProvider;
import dev.stagedoor.domain.tv.port.PlaylistSource;
import dev.stagedoor.domain.video.VideoProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The providers that were chosen, a member for each capability.
 *
 * @param playlists who fetches the playlists that subscribers name; nobody does where it is empty
 * @param enrollments who enrolls students where that is a service of its own; else it is done here
 */
public record Providers(
    AuthProvider auth,
    PaymentProviders payments,
    VideoProviders video,
    LibraryProviders library,
    MailProvider mail,
    StorageProvider storage,
    InvoicingProviders invoicing,
    ChannelProviders channels,
    TicketingProviders ticketing,
    SubscriptionProviders subscriptions,
    Optional<PlaylistSource> playlists,
    WebhookTranslators webhooks,
    Optional<EnrollmentDesk> enrollments) {
  /** Returns in words who does what, a line for each capability. */
  public Map<String, String> chosen() {
    Map<String, String> chosen = new LinkedHashMap<>();
    chosen.put("sign-in", auth.id().value());
    chosen.put("payments", payments.description());
    chosen.put("live video", video.live().value());
    chosen.put("library", library.description());
    chosen.put("mail", mail.id().value());
    chosen.put("files", storage.id().value());
    chosen.put("invoices", invoicing.description());
    chosen.put("pages", channels.description());
    chosen.put("tickets", ticketing.description());
    chosen.put("subscriptions", subscriptions.description());
    return chosen;
  }

  /** Tells whether one provider moves all money, pictures and mails. */
  public boolean areAllOf(ProviderId provider) {
    return payments.areAllOf(provider)
        && video.live().equals(provider)
        && mail.id().equals(provider);
  }

  /**
   * One provider for everything a capability does, and nobody who keeps videos or subscriptions,
   * writes invoices, has pages, sells tickets or fetches playlists.
   */
  public static Providers only(
      AuthProvider auth,
      PaymentProvider payments,
      VideoProvider video,
      MailProvider mail,
      StorageProvider storage,
      WebhookProvider webhooks) {
    return new Providers(
        auth,
        PaymentProviders.only(payments),
        VideoProviders.only(video),
        LibraryProviders.none(),
        mail,
        storage,
        InvoicingProviders.none(),
        ChannelProviders.none(),
        TicketingProviders.none(),
        SubscriptionProviders.none(),
        Optional.empty(),
        WebhookTranslators.only(webhooks),
        Optional.empty());
  }
}
