package dev.stagedoor.bootstrap.wiring;

import dev.stagedoor.application.Providers;
import dev.stagedoor.application.payments.PaymentProviders;
import dev.stagedoor.application.video.VideoProviders;
import dev.stagedoor.application.webhooks.WebhookTranslators;
import dev.stagedoor.bootstrap.config.InvalidSetting;
import dev.stagedoor.bootstrap.config.RoutesConfig;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.video.VideoProvider;
import dev.stagedoor.domain.webhooks.WebhookProvider;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers the providers that are on, and checks the routes against them. */
@Factory
final class ProvidersFactory {
  /** Stands in for every provider that is not on. */
  static final ProviderId SANDBOX = new ProviderId("sandbox");

  private static final String ROUTES = "stagedoor.routes.";

  @Singleton
  Providers providers(
      List<AuthProvider> auth,
      List<PaymentProvider> payments,
      List<VideoProvider> videos,
      List<MailProvider> mails,
      List<WebhookProvider> webhooks,
      RoutesConfig routes) {
    if (auth.size() != 1) {
      throw new InvalidSetting("stagedoor.auth.provider", "must be local");
    }
    return new Providers(
        auth.get(0),
        routed("payments", () -> payments(payments, routes)),
        routed("live", () -> new VideoProviders(videos, new ProviderId(routes.live()))),
        mail(mails, routes),
        new WebhookTranslators(
            webhooks,
            webhooks.stream().map(WebhookProvider::id).filter(SANDBOX::equals).findAny()));
  }

  private static PaymentProviders payments(List<PaymentProvider> providers, RoutesConfig routes) {
    Map<Currency, ProviderId> byCurrency = new LinkedHashMap<>();
    routes
        .payments()
        .forEach(
            (currency, provider) -> {
              if (!currency.equals(RoutesConfig.DEFAULT)) {
                byCurrency.put(Currency.getInstance(currency), new ProviderId(provider));
              }
            });
    Optional<ProviderId> standIn =
        providers.stream().map(PaymentProvider::id).filter(SANDBOX::equals).findAny();
    return new PaymentProviders(
        providers,
        byCurrency,
        new ProviderId(String.valueOf(routes.payments().get(RoutesConfig.DEFAULT))),
        standIn);
  }

  private static MailProvider mail(List<MailProvider> providers, RoutesConfig routes) {
    return providers.stream()
        .filter(provider -> provider.id().value().equals(routes.mail()))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidSetting(
                    ROUTES + "mail",
                    "leads to "
                        + routes.mail()
                        + ", which is not on; on are "
                        + providers.stream().map(MailProvider::id).toList()));
  }

  private static <T> T routed(String route, Supplier<T> make) {
    try {
      return make.get();
    } catch (IllegalArgumentException wrong) {
      throw new InvalidSetting(ROUTES + route, "cannot be: " + wrong.getMessage());
    }
  }
}
