package dev.stagedoor.providers.sandbox.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stagedoor.domain.contract.TimedWebhooksContract;
import dev.stagedoor.domain.contract.WebhookWorld;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.domain.video.VideoEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.domain.webhooks.port.WebhookTranslator;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SandboxWebhooksTest implements TimedWebhooksContract, WebhookWorld {
  private static final UUID PAYMENT = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  private static final Secret OTHER_SECRET =
      Secret.of("whsec_YW5vdGhlci1zZWNyZXQtb2Ytc29tZWJvZHktZWxzZQ==");

  private final Clock clock = new SandboxFixture.TestClock();
  private final StandardWebhooks signer = new StandardWebhooks(SandboxSettings.DEVELOPMENT_SECRET);
  private final SandboxWebhooks webhooks =
      new SandboxWebhooks(SandboxSettings.DEVELOPMENT_SECRET, clock);
  private int made;

  @Override
  public WebhookTranslator translator() {
    return webhooks;
  }

  @Override
  public WebhookWorld world() {
    return this;
  }

  private static String charge(String type) {
    return "{\"type\":\""
        + type
        + "\",\"id\":\"evt_1\",\"data\":{\"charge\":\"pi_sandbox_1\",\"payment\":\""
        + PAYMENT
        + "\"}}";
  }

  private RawWebhook make(StandardWebhooks by, String id, Instant at, byte[] body) {
    String timestamp = Long.toString(at.getEpochSecond());
    return new RawWebhook(
        SandboxLine.ID,
        "",
        Map.of(
            "Webhook-Id",
            List.of(id),
            "Webhook-Timestamp",
            List.of(timestamp),
            "Webhook-Signature",
            List.of(by.sign(id, timestamp, body))),
        body);
  }

  private RawWebhook make(String body) {
    return signed(body.getBytes(StandardCharsets.UTF_8));
  }

  private String nextId() {
    made++;
    return "evt_" + made;
  }

  @Override
  public RawWebhook genuine() {
    return make(charge("charge.succeeded").replace("evt_1", "evt_of_" + made));
  }

  @Override
  public RawWebhook repeated(RawWebhook first) {
    return make(
        signer,
        first.header("webhook-id").orElseThrow(),
        clock.instant().plusSeconds(20),
        first.body());
  }

  @Override
  public RawWebhook ofUnknownType() {
    return make("{\"type\":\"balance.available\",\"data\":{}}");
  }

  @Override
  public RawWebhook unreadable() {
    return make("{\"type\":\"charge.succeeded\",\"data\":{\"charge\":\"pi_1\"}}");
  }

  @Override
  public RawWebhook forged() {
    return make(new StandardWebhooks(OTHER_SECRET), nextId(), clock.instant(), genuine().body());
  }

  @Override
  public RawWebhook signed(byte[] body) {
    return make(signer, nextId(), clock.instant(), body);
  }

  @Override
  public RawWebhook signedBefore(Duration age) {
    return make(signer, nextId(), clock.instant().minus(age), genuine().body());
  }

  @Override
  public Duration tolerance() {
    return Duration.ofMinutes(5);
  }

  private WebhookReading.Understood understood(String body) {
    return (WebhookReading.Understood) webhooks.read(make(body));
  }

  @Test
  void everyChargeEventPointsToItsChargeAndPayment() {
    for (String type :
        List.of(
            "charge.succeeded",
            "charge.processing",
            "charge.failed",
            "charge.cancelled",
            "charge.expired",
            "charge.refunded",
            "charge.refund_updated")) {
      WebhookReading.Understood reading = understood(charge(type));

      assertThat(reading.type()).isEqualTo(type);
      assertThat(reading.events())
          .containsExactly(
              new PaymentEvent.ChargeChanged(
                  ProviderRef.of("sandbox", "pi_sandbox_1"), Optional.of(new PaymentId(PAYMENT))));
    }
  }

  @Test
  void liveInputEventsTellWhichAndWhen() {
    ProviderRef input = ProviderRef.of("sandbox", "abc");
    Instant at = Instant.parse("2025-06-01T10:00:00Z");
    String rest = "\",\"uid\":\"abc\",\"timestamp\":\"2025-06-01T10:00:00Z\"}";

    assertThat(understood("{\"eventType\":\"live_input.connected" + rest).events())
        .containsExactly(new VideoEvent.EncoderConnected(input, at));
    assertThat(understood("{\"eventType\":\"live_input.disconnected" + rest).events())
        .containsExactly(new VideoEvent.EncoderDisconnected(input, at));
    assertThat(understood("{\"eventType\":\"live_input.errored" + rest).events())
        .containsExactly(new VideoEvent.IngestFailed(input, at));
  }

  @Test
  void aRecordingEventTellsWhereItPlays() {
    WebhookReading.Understood reading =
        understood(
            "{\"eventType\":\"video.recording.ready\",\"uid\":\"abc\",\"recording\":\"abcr1\","
                + "\"playback\":{\"hls\":\"http://x/video.m3u8\"},\"duration\":12,"
                + "\"thumbnails\":[{\"url\":\"http://x/t.jpg\"}],"
                + "\"timestamp\":\"2025-06-01T10:00:00Z\"}");

    assertThat(reading.events())
        .containsExactly(
            new VideoEvent.RecordingChanged(
                ProviderRef.of("sandbox", "abc"),
                new RecordedVideo(
                    ProviderRef.of("sandbox", "abcr1"),
                    RecordingStatus.READY,
                    Optional.of("http://x/video.m3u8"),
                    Optional.of(Duration.ofSeconds(12)),
                    Optional.of("http://x/t.jpg"),
                    Instant.parse("2025-06-01T10:00:00Z"))));
  }

  private static String sale(String status) {
    return "{\"event_type\":\"event.status_changed\",\"event_sent_at\":\"2025-06-01T10:00:00Z\","
        + "\"payload\":{\"id\":12,\"title\":\"Gala\",\"status\":\""
        + status
        + "\",\"tuvens_event_id\":\""
        + PAYMENT
        + "\"}}";
  }

  @Test
  void aTicketSaleEventTellsHowItStandsWhereThatIsKnown() {
    ProviderRef event = ProviderRef.of("sandbox", "12");
    Instant at = Instant.parse("2025-06-01T10:00:00Z");

    assertThat(understood(sale("CANCELLED")).events())
        .containsExactly(
            new TicketingEvent.SaleChanged(
                event,
                Optional.of(PAYMENT),
                Optional.empty(),
                Optional.of(SaleStatus.INACTIVE),
                Optional.empty(),
                at));
    assertThat(understood(sale("POSTPONED")).events())
        .containsExactly(
            new TicketingEvent.SaleChanged(
                event,
                Optional.of(PAYMENT),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                at));
  }

  @Test
  void aTicketSaleEventTellsWhereItIsShownWhereItSaysSo() {
    String told =
        sale("LIVE").replace("\"title\"", "\"event_url\":\"https://stage.example/x\",\"title\"");

    assertThat(understood(told).events())
        .singleElement()
        .isInstanceOfSatisfying(
            TicketingEvent.SaleChanged.class,
            changed -> assertThat(changed.page()).contains(URI.create("https://stage.example/x")));
  }

  @Test
  void oneGoodSignatureAmongSeveralIsEnough() {
    RawWebhook genuine = genuine();
    String good = genuine.header("webhook-signature").orElseThrow();

    assertThat(webhooks.read(signedAs(genuine, "v1,AAAA v1a,xyz " + good)))
        .isInstanceOf(WebhookReading.Understood.class);
    assertThat(webhooks.read(signedAs(genuine, good + " v1,AAAA")))
        .isInstanceOf(WebhookReading.Understood.class);
    assertThat(webhooks.read(signedAs(genuine, "v1,AAAA v1a,xyz")))
        .isInstanceOf(WebhookReading.Untrusted.class);
  }

  private static RawWebhook signedAs(RawWebhook delivery, String signatures) {
    return new RawWebhook(
        delivery.provider(),
        delivery.topic(),
        Map.of(
            "webhook-id",
            List.of(delivery.header("webhook-id").orElseThrow()),
            "webhook-timestamp",
            List.of(delivery.header("webhook-timestamp").orElseThrow()),
            "webhook-signature",
            List.of(signatures)),
        delivery.body());
  }

  @Test
  void theSignatureIsThatOfTheStandardsOwnExample() {
    StandardWebhooks example =
        new StandardWebhooks(Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

    assertThat(
            example.sign(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "1614265330",
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whatIsNoSecretIsRefused() {
    for (String none :
        List.of("", "secret", "whsec_", "whsec_c2hvcnQ=", "whsec_!!!", "c3RhZ2Vkb29y")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new SandboxWebhooks(Secret.of(none), clock))
          .withMessageNotContaining("c2hvcnQ");
    }
  }

  @Property
  void noTrustedBytesDoMoreThanBeUnreadable(@ForAll byte[] body) {
    try {
      assertThat(webhooks.read(signed(body))).isNotInstanceOf(WebhookReading.Untrusted.class);
    } catch (IllegalArgumentException unreadable) {
      assertThat(unreadable.getMessage()).isNotBlank();
    }
  }

  @Property
  void noValuesInKnownTypesDoMoreThanBeUnreadable(
      @ForAll("types") String type, @ForAll("values") String value) {
    String body =
        "{\"TYPE\":\"%s\",\"uid\":V,\"timestamp\":V,\"recording\":V,\"duration\":V,\"playback\":{\"hls\":V},\"thumbnails\":[V],\"data\":{\"charge\":V,\"payment\":V}}"
            .formatted(type)
            .replace("TYPE", type.startsWith("charge") ? "type" : "eventType")
            .replace("V", value);
    try {
      assertThat(webhooks.read(make(body))).isNotInstanceOf(WebhookReading.Untrusted.class);
    } catch (IllegalArgumentException unreadable) {
      assertThat(unreadable.getMessage()).isNotBlank();
    }
  }

  @Provide
  Arbitrary<String> types() {
    return Arbitraries.of(
        "charge.succeeded", "live_input.connected", "video.recording.ready", "something.else");
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(
        "null",
        "true",
        "-1",
        "1e999999999",
        "99999999999999999999999999",
        "0.5",
        "\"\"",
        "\" \"",
        "\"9999-99-99\"",
        "\"+1000000000-12-31T23:59:59Z\"",
        "\"2025-06-01T10:00:00Z\"",
        "\"0190a000-0000-7000-8000-000000000001\"",
        "[]",
        "{}",
        "[[[]]]",
        "\"\\u0000\"");
  }

  @Property
  void noHeadersAreTrustedButTheRightOnes(
      @ForAll String id, @ForAll String timestamp, @ForAll String signature) {
    RawWebhook delivery =
        new RawWebhook(
            SandboxLine.ID,
            "",
            Map.of(
                "webhook-id", List.of(id),
                "webhook-timestamp", List.of(timestamp),
                "webhook-signature", List.of(signature)),
            genuine().body());

    assertThat(webhooks.read(delivery)).isInstanceOf(WebhookReading.Untrusted.class);
  }
}
