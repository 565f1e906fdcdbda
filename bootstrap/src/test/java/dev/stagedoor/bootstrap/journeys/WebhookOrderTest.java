package dev.stagedoor.bootstrap.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.Providers;
import dev.stagedoor.application.Settings;
import dev.stagedoor.application.Stagedoor;
import dev.stagedoor.application.channels.ChannelProviders;
import dev.stagedoor.application.invoicing.InvoicingProviders;
import dev.stagedoor.application.library.LibraryProviders;
import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.application.memorials.RegisterFamily;
import dev.stagedoor.application.payments.OpenedCheckout;
import dev.stagedoor.application.payments.PaymentProviders;
import dev.stagedoor.application.random.SecureTokens;
import dev.stagedoor.application.random.TimeOrderedIds;
import dev.stagedoor.application.subscriptions.SubscriptionProviders;
import dev.stagedoor.application.ticketing.TicketingProviders;
import dev.stagedoor.application.video.StreamView;
import dev.stagedoor.application.video.VideoProviders;
import dev.stagedoor.application.webhooks.WebhookResult;
import dev.stagedoor.application.webhooks.WebhookTranslators;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.fake.FakeIdentityProvider;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Phone;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.Selection;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.crypto.EncryptionKeys;
import dev.stagedoor.persistence.embedded.EmbeddedDatabase;
import dev.stagedoor.providers.localfiles.LocalFiles;
import dev.stagedoor.providers.localfiles.LocalFilesConfig;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import dev.stagedoor.providers.sandbox.payments.Card;
import dev.stagedoor.providers.sandbox.webhooks.Delivery;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Webhooks in every order, each of them twice, on the real database: encoder connected, encoder
 * disconnected, recording ready, payment failed, payment succeeded.
 */
class WebhookOrderTest {
  @TempDir static Path data;

  private static EmbeddedDatabase database;
  private static Persistence store;
  private static Sandbox sandbox;
  private static Stagedoor stagedoor;
  private static final MutableClock CLOCK = new MutableClock(Instant.parse("2027-03-14T13:00:00Z"));

  private final Set<String> seen = new HashSet<>();

  @BeforeAll
  static void open() {
    var ids = new TimeOrderedIds(CLOCK, new SecureRandom());
    var tokens = new SecureTokens(new SecureRandom());
    database = EmbeddedDatabase.start(data);
    store =
        Persistence.open(
            database.url(),
            database.username(),
            database.password(),
            EncryptionKeys.of("test", Secret.of(Base64.getEncoder().encodeToString(new byte[32]))));
    sandbox = Sandbox.open(SandboxSettings.defaults(), store.sandboxMemory(), CLOCK, ids, tokens);
    var providers =
        new Providers(
            new FakeIdentityProvider(CLOCK).provider(),
            PaymentProviders.only(sandbox.paymentProvider()),
            VideoProviders.only(sandbox.videoProvider()),
            LibraryProviders.only(sandbox.libraryProvider()),
            sandbox.mailProvider(),
            LocalFiles.open(
                    LocalFilesConfig.development(
                        data.resolve("files"), URI.create("https://example.org")),
                    CLOCK)
                .storageProvider(),
            InvoicingProviders.only(sandbox.invoicingProvider()),
            ChannelProviders.only(sandbox.channelProvider()),
            TicketingProviders.none(),
            SubscriptionProviders.none(),
            Optional.empty(),
            WebhookTranslators.only(sandbox.webhookProvider()),
            Optional.empty());
    stagedoor =
        new Stagedoor(
            store.ports(),
            providers,
            Settings.standard(URI.create("https://example.org")),
            CLOCK,
            ids,
            tokens);
  }

  @AfterAll
  static void close() {
    store.close();
    database.close();
  }

  @Test
  void everyOrderAndEveryRepetitionEndsInTheSameState() throws Exception {
    List<List<Integer>> orders = permutations(5);
    for (int round = 0; round < orders.size(); round++) {
      Family family = register("family" + round + "@example.org");
      List<Delivery> deliveries = live(family);
      assertThat(deliveries).hasSize(5);

      List<Delivery> twice = new ArrayList<>();
      orders.get(round).forEach(place -> twice.add(deliveries.get(place)));
      Random random = new Random(round);
      for (Delivery repeated : deliveries) {
        int first = twice.indexOf(repeated);
        twice.add(first + 1 + random.nextInt(twice.size() - first), repeated);
      }
      for (Delivery delivery : twice) {
        deliver(delivery);
      }

      assertThat(state(family)).as("after the order %s", orders.get(round)).isEqualTo(THE_SAME);
      assertThat(mailsToSend()).as("a welcome and a confirmation each").isEqualTo(2L * (round + 1));
    }
  }

  private record State(
      String stream, boolean recordingReady, int recordings, String booking, boolean settled) {}

  private static final State THE_SAME = new State("completed", true, 1, "paid", true);

  private record Family(
      String email,
      Actor actor,
      MemorialId memorial,
      LiveStreamId stream,
      OpenedCheckout checkout) {}

  private static Family register(String email) {
    var registered =
        stagedoor
            .families()
            .register(
                new RegisterFamily(
                    new EmailAddress(email),
                    Secret.of("a long password"),
                    PersonName.parse("Ana Perez"),
                    Phone.NONE,
                    "José Pérez",
                    Language.EN));
    Actor actor = registered.signedIn().actor();
    MemorialId memorial = new MemorialId(registered.memorial().id());
    stagedoor
        .bookings()
        .save(
            actor,
            memorial,
            new BookingService.Edit(
                Optional.empty(),
                Optional.of(new Selection(Optional.of(Tier.LIVE), Selection.Addons.none())),
                stagedoor.bookings().schedule(actor, memorial).version()));
    OpenedCheckout checkout =
        stagedoor.bookings().pay(actor, memorial, Optional.empty()).opened().orElseThrow();
    StreamView stream =
        stagedoor
            .memorialStreams()
            .create(
                actor,
                memorial,
                new LiveStream.Details("Service", "", Optional.empty(), true, true));
    LiveStreamId id = new LiveStreamId(stream.id());
    stagedoor.memorialStreams().start(actor, id);
    return new Family(email, actor, memorial, id, checkout);
  }

  /** Lets everything happen on the far side, and returns what it would tell. */
  private List<Delivery> live(Family family) {
    Secret key =
        stagedoor
            .memorialStreams()
            .get(family.actor(), family.stream())
            .credentials()
            .orElseThrow()
            .rtmp()
            .orElseThrow()
            .streamKey();
    CLOCK.advance(Duration.ofSeconds(1));
    sandbox.encoder().connect(key);
    CLOCK.advance(Duration.ofSeconds(20));
    sandbox.encoder().disconnect(key);
    CLOCK.advance(Duration.ofSeconds(10));
    sandbox.payments().confirm(family.checkout().charge(), Card.of("4000000000000002"));
    sandbox.payments().confirm(family.checkout().charge(), Card.of("4242424242424242"));
    List<Delivery> told =
        new ArrayList<>(
            sandbox.deliveries().newest(20).stream()
                .filter(delivery -> seen.add(delivery.id()))
                .toList());
    Collections.reverse(told);
    return told;
  }

  private static void deliver(Delivery delivery) throws Exception {
    byte[] body = delivery.body().getBytes(StandardCharsets.UTF_8);
    String timestamp = Long.toString(CLOCK.instant().getEpochSecond());
    String secret = SandboxSettings.DEVELOPMENT_SECRET.reveal().substring("whsec_".length());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
    mac.update((delivery.id() + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    String signature = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    String route = delivery.path().substring("/api/webhooks/".length());
    int slash = route.indexOf('/');
    WebhookResult result =
        stagedoor
            .webhooks()
            .receive(
                new ProviderId(slash < 0 ? route : route.substring(0, slash)),
                slash < 0 ? "" : route.substring(slash + 1),
                Map.of(
                    "webhook-id", List.of(delivery.id()),
                    "webhook-timestamp", List.of(timestamp),
                    "webhook-signature", List.of(signature)),
                body);
    assertThat(result)
        .isIn(new WebhookResult.Taken("applied"), new WebhookResult.Taken("duplicate"));
  }

  private static State state(Family family) {
    StreamView stream = stagedoor.memorialStreams().get(family.actor(), family.stream());
    var schedule = stagedoor.bookings().schedule(family.actor(), family.memorial());
    return new State(
        stream.status(),
        stream.recordingReady(),
        stream.recordings().size(),
        schedule.bookingStatus(),
        schedule.balance().isZero());
  }

  private static long mailsToSend() {
    return store
        .ports()
        .unitOfWork()
        .read(() -> store.ports().jobQueries().list(false, new PageRequest(1, 1000)))
        .items()
        .stream()
        .filter(job -> job.name().equals("send-mail"))
        .count();
  }

  private static List<List<Integer>> permutations(int size) {
    if (size == 0) {
      return List.of(List.of());
    }
    List<List<Integer>> all = new ArrayList<>();
    for (List<Integer> shorter : permutations(size - 1)) {
      for (int place = 0; place <= shorter.size(); place++) {
        List<Integer> longer = new ArrayList<>(shorter);
        longer.add(place, size - 1);
        all.add(longer);
      }
    }
    return all;
  }
}
