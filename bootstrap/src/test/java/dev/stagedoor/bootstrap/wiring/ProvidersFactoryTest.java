package dev.stagedoor.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.Providers;
import dev.stagedoor.bootstrap.config.InvalidSetting;
import dev.stagedoor.bootstrap.config.RoutesConfig;
import dev.stagedoor.domain.auth.AuthProvider;
import dev.stagedoor.domain.channels.ChannelProvider;
import dev.stagedoor.domain.fake.FakeChannels;
import dev.stagedoor.domain.fake.FakeIdentityProvider;
import dev.stagedoor.domain.fake.FakeInvoicing;
import dev.stagedoor.domain.fake.FakeStorage;
import dev.stagedoor.domain.fake.InMemorySandboxMemory;
import dev.stagedoor.domain.invoicing.InvoicingProvider;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.library.LibraryProvider;
import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.domain.payments.PaymentProvider;
import dev.stagedoor.domain.storage.StorageProvider;
import dev.stagedoor.domain.subscriptions.SubscriptionProvider;
import dev.stagedoor.domain.ticketing.TicketingProvider;
import dev.stagedoor.domain.video.VideoProvider;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import io.micronaut.context.ApplicationContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which pairs of routes and providers start, and what is said of those that do not. */
class ProvidersFactoryTest {
  private static final Currency INR = Currency.getInstance("INR");

  private final Sandbox sandbox =
      Sandbox.open(
          SandboxSettings.defaults(),
          new InMemorySandboxMemory(),
          Clock.systemUTC(),
          UUID::randomUUID,
          () -> Secret.of("t"));
  private final AuthProvider fake = new FakeIdentityProvider(Clock.systemUTC()).provider();

  private final List<AuthProvider> auth = new ArrayList<>(List.of(signIn("local")));
  private final List<PaymentProvider> payments =
      new ArrayList<>(List.of(sandbox.paymentProvider()));
  private final List<VideoProvider> videos = new ArrayList<>(List.of(sandbox.videoProvider()));
  private final List<LibraryProvider> libraries =
      new ArrayList<>(List.of(sandbox.libraryProvider()));
  private final List<MailProvider> mails = new ArrayList<>(List.of(sandbox.mailProvider()));
  private final List<StorageProvider> stores = new ArrayList<>(List.of(store("local-files")));
  private final List<SubscriptionProvider> keepers =
      new ArrayList<>(List.of(sandbox.subscriptionProvider()));
  private final List<TicketingProvider> shops =
      new ArrayList<>(List.of(sandbox.ticketingProvider()));
  private final List<ChannelProvider> channels =
      new ArrayList<>(List.of(sandbox.channelProvider()));
  private final List<InvoicingProvider> invoicing =
      new ArrayList<>(List.of(sandbox.invoicingProvider()));
  private final Map<String, String> paymentRoutes = new HashMap<>(Map.of("default", "sandbox"));
  private String authRoute = "local";
  private String liveRoute = "sandbox";
  private String libraryRoute = "sandbox";
  private String mailRoute = "sandbox";
  private String storageRoute = "local-files";
  private String ticketRoute = "sandbox";
  private String subscriptionRoute = "sandbox";

  private AuthProvider signIn(String id) {
    return new AuthProvider(
        new ProviderId(id),
        fake.identities(),
        fake.signIn(),
        fake.tokens(),
        fake.cookies(),
        fake.claims());
  }

  private PaymentProvider indian() {
    PaymentProvider like = sandbox.paymentProvider();
    return new PaymentProvider(
        new ProviderId("indian"),
        Set.of(INR),
        like.form(),
        like.checkouts(),
        like.lookup(),
        like.refunds());
  }

  private static StorageProvider store(String id) {
    return new StorageProvider(
        new ProviderId(id), 1, new FakeStorage(Clock.systemUTC()).provider().files());
  }

  private MailProvider mailer(String id) {
    return new MailProvider(new ProviderId(id), sandbox.mailProvider().sender());
  }

  private Providers providers() {
    try (ApplicationContext settings =
        ApplicationContext.builder()
            .properties(
                Map.of(
                    "stagedoor.providers.off.enabled", "false",
                    "stagedoor.providers.local.enabled", "true",
                    "stagedoor.providers.local-files.enabled", "false",
                    "stagedoor.providers.elsewhere.enabled", "true"))
            .build()) {
      settings.getEnvironment().start();
      return new ProvidersFactory()
          .providers(
              auth,
              payments,
              videos,
              libraries,
              mails,
              stores,
              shops,
              keepers,
              Optional.empty(),
              invoicing,
              channels,
              List.of(sandbox.webhookProvider()),
              Optional.empty(),
              new RoutesConfig(
                  authRoute,
                  paymentRoutes,
                  storageRoute,
                  mailRoute,
                  ticketRoute,
                  subscriptionRoute),
              new RoutesConfig.Video(liveRoute, libraryRoute),
              settings.getEnvironment());
    }
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(this::providers)
        .isInstanceOf(InvalidSetting.class)
        .message()
        .startsWith(words[0])
        .contains(words);
  }

  @Test
  void theReportSaysWhoDoesWhat() {
    payments.add(indian());
    paymentRoutes.put("inr", "indian");

    assertThat(providers().chosen())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "sign-in", "local",
                "payments", "INR indian, others sandbox",
                "live video", "sandbox",
                "library", "sandbox",
                "mail", "sandbox",
                "files", "local-files",
                "invoices", "sandbox",
                "pages", "sandbox",
                "tickets", "sandbox",
                "subscriptions", "sandbox"));
  }

  @Test
  void twoPlatformsOfOneNameAreRefusedAndTwoOfTwoAreNot() {
    channels.add(new FakeChannels(new ProviderId("elsewhere")).provider());
    assertThat(providers().mail().id().value()).isEqualTo("sandbox");

    channels.add(sandbox.channelProvider());
    assertRefused("stagedoor.providers.sandbox", "two providers of channels");
  }

  @Test
  void merchantsAndPagesChooseAmongAllThatAreOn() {
    channels.add(new FakeChannels(new ProviderId("elsewhere")).provider());
    invoicing.add(new FakeInvoicing("elsewhere").provider());

    assertThat(providers().chosen())
        .containsEntry("invoices", "elsewhere, others sandbox")
        .containsEntry("pages", "elsewhere, others sandbox");
  }

  @Test
  void twoWritersOfInvoicesOfOneNameAreRefused() {
    invoicing.add(sandbox.invoicingProvider());

    assertRefused("stagedoor.providers.sandbox", "two providers of invoices");
  }

  @Test
  void aRouteToWhatIsOffSaysHowToSwitchItOn() {
    mailRoute = "off";

    assertRefused(
        "stagedoor.routes.mail", "stagedoor.providers.off.enabled to true", "on are sandbox");
  }

  @Test
  void aRouteToWhatCannotDoItSaysSo() {
    liveRoute = "elsewhere";

    assertRefused("stagedoor.routes.video.live", "elsewhere", "does no live video");
  }

  @Test
  void newVideosGoWhereTheRouteLeads() {
    LibraryProvider like = sandbox.libraryProvider();
    libraries.add(new LibraryProvider(new ProviderId("films"), like.library(), like.signing()));
    libraryRoute = "films";
    assertThat(providers().library().forNew().id()).isEqualTo(new ProviderId("films"));

    libraryRoute = "elsewhere";
    assertRefused("stagedoor.routes.video.library", "elsewhere", "does no videos on demand");
  }

  @Test
  void aRouteToNothingSaysWhatThereIs() {
    paymentRoutes.put("default", "Stripe!");

    assertRefused("stagedoor.routes.payments.default", "Stripe!", "on are sandbox");
  }

  @Test
  void subscriptionsAreKeptByWhomTheRouteNames() {
    keepers.add(
        new SubscriptionProvider(
            new ProviderId("billing"),
            sandbox.subscriptionProvider().subscriptions(),
            sandbox.subscriptionProvider().pages()));
    subscriptionRoute = "billing";
    assertThat(providers().chosen()).containsEntry("subscriptions", "billing");

    subscriptionRoute = "elsewhere";
    assertRefused("stagedoor.routes.subscriptions", "elsewhere", "on are billing, sandbox");

    keepers.clear();
    subscriptionRoute = "";
    assertThat(providers().chosen()).containsEntry("subscriptions", "nobody");
  }

  @Test
  void ticketsAreSoldByOneOfSeveralShops() {
    shops.add(
        new TicketingProvider(new ProviderId("town-hall"), sandbox.ticketingProvider().catalog()));
    ticketRoute = "town-hall";
    assertThat(providers()).isNotNull();

    ticketRoute = "elsewhere";
    assertRefused(
        "stagedoor.routes.ticketing", "elsewhere", "does no tickets", "on are sandbox, town-hall");
  }

  @Test
  void aServerWithoutTicketsNeedsNoShop() {
    shops.clear();
    assertRefused("stagedoor.routes.ticketing", "none that does tickets is on");

    ticketRoute = "";
    assertThat(providers()).isNotNull();
  }

  @Test
  void aCapabilityThatNobodyHasStopsTheStart() {
    auth.clear();

    assertRefused("stagedoor.routes.auth", "none that does sign-in is on");
  }

  @Test
  void twoOfOneNameStopTheStart() {
    payments.add(sandbox.paymentProvider());

    assertRefused("stagedoor.providers.sandbox", "twice");
  }

  @Test
  void twoForWhatOnlyOneCanDoStopTheStart() {
    auth.add(signIn("other"));

    assertRefused("stagedoor.routes.auth", "stagedoor.providers.other.enabled to false");
  }

  @Test
  void besideTheSandboxOneMailProviderIsGood() {
    mails.add(mailer("post"));
    mailRoute = "post";

    assertThat(providers().mail().id()).isEqualTo(new ProviderId("post"));

    mails.add(mailer("pigeon"));
    assertRefused("stagedoor.routes.mail", "stagedoor.providers.pigeon.enabled to false");
  }

  @Test
  void severalStoresMayBeOnAndOneTakesNewFiles() {
    stores.add(store("s3"));
    storageRoute = "s3";

    assertThat(providers().storage().id()).isEqualTo(new ProviderId("s3"));
  }

  @Test
  void aStoreThatIsOffSaysHowToSwitchItOn() {
    stores.clear();

    assertRefused(
        "stagedoor.routes.storage",
        "stagedoor.providers.local-files.enabled to true",
        "none that does storage is on");
  }

  @Test
  void aCurrencyGoesOnlyToWhoTakesIt() {
    payments.add(indian());
    paymentRoutes.put("USD", "indian");

    assertRefused("stagedoor.routes.payments.USD", "indian", "does not take USD");
  }

  @Test
  void whatIsNoCurrencyIsNoRoute() {
    paymentRoutes.put("dollar", "sandbox");

    assertRefused("stagedoor.routes.payments.dollar", "not a currency");
  }
}
