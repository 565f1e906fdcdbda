package dev.stagedoor.providers.sandbox.site;

import static dev.stagedoor.domain.contract.CheckoutsContract.aCheckout;
import static dev.stagedoor.domain.contract.LiveIngestContract.aNewInput;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.channels.DirectMessage;
import dev.stagedoor.domain.contract.DirectMessagesContract;
import dev.stagedoor.domain.contract.LibraryContract;
import dev.stagedoor.domain.contract.LibraryWorld;
import dev.stagedoor.domain.fixture.Films;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Money;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.library.DirectUpload;
import dev.stagedoor.domain.library.LibraryEvent;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.port.Library;
import dev.stagedoor.domain.messaging.MessageContent;
import dev.stagedoor.domain.messaging.MessageId;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.payments.CheckoutOutcome;
import dev.stagedoor.domain.payments.CheckoutRequest;
import dev.stagedoor.domain.payments.PaymentEvent;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.domain.ticketing.TicketingEvent;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.SignedPlayback;
import dev.stagedoor.domain.video.VideoEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import dev.stagedoor.providers.sandbox.channels.SandboxChannels;
import dev.stagedoor.providers.sandbox.site.SiteFixture.Answer;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxSiteTest {
  private static SiteFixture site;

  @BeforeAll
  static void start() {
    site = new SiteFixture(Map.of("stagedoor.providers.sandbox.recording-delay", "100ms"));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @BeforeEach
  void noWebhookIsLeft() {
    assertThat(site.webhooksLeft()).isZero();
  }

  private static String aCharge(CheckoutRequest request) {
    CheckoutOutcome.Opened opened =
        (CheckoutOutcome.Opened) site.sandbox().paymentProvider().checkouts().open(request);
    return opened.ref().value();
  }

  private static Answer confirm(String charge, String card) throws Exception {
    return site.post(
        "/sandbox/payments/" + charge + "/confirm", "{\"cardNumber\":\"" + card + "\"}");
  }

  private static WebhookReading.Understood read(RawWebhook webhook) {
    return (WebhookReading.Understood) site.sandbox().webhookProvider().translator().read(webhook);
  }

  private static LiveInput anInput() {
    return site.sandbox().videoProvider().ingest().create(aNewInput());
  }

  private static Answer encoder(String does, LiveInput input) throws Exception {
    return site.post(
        "/sandbox/live-inputs/" + does,
        "{\"streamKey\":\""
            + input.credentials().rtmp().orElseThrow().streamKey().reveal()
            + "\"}");
  }

  private static String path(String url) {
    return url.substring(url.indexOf("/sandbox/"));
  }

  private static void assertProblem(Answer answer, int status, String code) throws Exception {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("content-type")).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("code").asText()).isEqualTo(code);
    assertThat(problem.path("type").asText()).isEqualTo("urn:stagedoor:problem:" + code);
    assertThat(problem.path("success").isBoolean()).isTrue();
    assertThat(problem.path("success").asBoolean()).isFalse();
    assertThat(problem.path("detail").asText()).isNotBlank();
    assertThat(problem.path("error")).isEqualTo(problem.path("detail"));
  }

  @Test
  void aPaidChargeIsToldByASignedWebhook() throws Exception {
    CheckoutRequest request = aCheckout(Money.of(129_900, "USD"));
    String charge = aCharge(request);

    Answer answer = confirm(charge, "4242 4242 4242 4242");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).isEqualTo("{\"status\":\"succeeded\"}");
    RawWebhook webhook = site.nextWebhook();
    assertThat(webhook.topic()).isEqualTo("stripe");
    assertThat(read(webhook).events())
        .isEqualTo(
            List.of(
                new PaymentEvent.ChargeChanged(
                    dev.stagedoor.domain.kernel.ProviderRef.of("sandbox", charge),
                    Optional.of(request.payment()))));
  }

  @Test
  void aDeclineTellsWhatTheBuyerCanDo() throws Exception {
    String charge = aCharge(aCheckout(Money.of(129_900, "USD")));

    Answer answer = confirm(charge, "4000000000009995");
    site.nextWebhook();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json())
        .isEqualTo(
            new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(
                    "{\"status\":\"declined\",\"error\":{\"type\":\"card_error\","
                        + "\"code\":\"insufficient_funds\","
                        + "\"message\":\"Insufficient funds. Please try a different card.\","
                        + "\"recoverable\":true,\"shouldRetry\":false}}"));
  }

  @Test
  void aLostAnswerIsATimeoutAndTheChargeIsPaid() throws Exception {
    String charge = aCharge(aCheckout(Money.of(129_900, "USD")));

    assertProblem(confirm(charge, "4000000000000077"), 504, "ANSWER_LOST");

    assertThat(confirm(charge, "4000000000000077").text()).isEqualTo("{\"status\":\"succeeded\"}");
    assertThat(site.webhooksLeft()).isZero();
  }

  @Test
  void theWebhookThatComesFirstIsThereWhenTheAnswerIs() throws Exception {
    confirm(aCharge(aCheckout(Money.of(129_900, "USD"))), "4000000000000051");

    assertThat(site.webhooksLeft()).isEqualTo(1);
    site.nextWebhook();
  }

  @Test
  void theWebhookThatComesTwiceHasOneId() throws Exception {
    confirm(aCharge(aCheckout(Money.of(129_900, "USD"))), "4000000000000044");

    assertThat(read(site.nextWebhook())).isEqualTo(read(site.nextWebhook()));
  }

  @Test
  void aSilentBankIsAnsweredForByTheOperator() throws Exception {
    String charge = aCharge(aCheckout(Money.of(129_900, "USD")));
    assertThat(confirm(charge, "4000000000000036").text()).isEqualTo("{\"status\":\"processing\"}");
    site.nextWebhook();

    Answer settled =
        site.post(
            "/sandbox/payments/" + charge + "/settle",
            "{\"outcome\":\"declined\",\"code\":\"fraudulent\"}");
    site.nextWebhook();

    assertThat(settled.json().path("status").asText()).isEqualTo("declined");
    assertThat(settled.json().path("error").path("recoverable").asBoolean()).isFalse();
    assertProblem(
        site.post("/sandbox/payments/" + charge + "/settle", "{\"outcome\":\"maybe\"}"),
        422,
        "INVALID_VALUE");
  }

  @Test
  void whatIsNoCardIsInvalid() throws Exception {
    String charge = aCharge(aCheckout(Money.of(129_900, "USD")));

    for (String body :
        List.of(
            "{}",
            "{\"cardNumber\":\"4242\"}",
            "{\"cardNumber\":\"4242424242424241\"}",
            "{\"cardNumber\":\"4242424242424242\",\"cvc\":\"1\"}",
            "{\"cardNumber\":\"4242424242424242\",\"expiry\":\"13/30\"}")) {
      Answer answer = site.post("/sandbox/payments/" + charge + "/confirm", body);

      assertProblem(answer, 422, "INVALID_VALUE");
      assertThat(answer.json().path("errors").path(0).path("field").asText()).isNotBlank();
    }
  }

  @Test
  void aPaymentNobodyKnowsIsNotFound() throws Exception {
    assertProblem(confirm("nobody", "4242424242424242"), 404, "NOT_FOUND");
  }

  @Test
  void theListOfPaymentsShowsChargesAndCardsAndNoSecret() throws Exception {
    CheckoutRequest request = aCheckout(Money.of(5000, "JPY"));
    String charge = aCharge(request);

    Answer answer = site.get("/sandbox/payments");

    JsonNode first = answer.json().path("payments").path(0);
    assertThat(first.path("id").asText()).isEqualTo(charge);
    assertThat(first.path("status").asText()).isEqualTo("open");
    assertThat(first.path("amountMinor").asLong()).isEqualTo(5000);
    assertThat(first.path("decimals").asInt()).isZero();
    assertThat(answer.json().path("cards").findValuesAsText("number"))
        .contains("4242424242424242", "4000000000000002");
    assertThat(answer.text()).doesNotContain("_secret_");
    assertProblem(site.get("/sandbox/payments?limit=0"), 422, "INVALID_VALUE");
  }

  @Test
  void aBroadcastPlaysIsToldAndIsRecorded() throws Exception {
    LiveInput input = anInput();
    String playlist = path(input.playbackUrl());
    assertThat(site.get(playlist).status()).isEqualTo(404);

    Answer connected = encoder("connect", input);

    assertThat(connected.status()).isEqualTo(200);
    assertThat(connected.json().path("status").asText()).isEqualTo("connected");
    RawWebhook webhook = site.nextWebhook();
    assertThat(webhook.topic()).isEqualTo("cloudflare/live-input");
    assertThat(read(webhook).events())
        .singleElement()
        .isInstanceOfSatisfying(
            VideoEvent.EncoderConnected.class,
            event -> assertThat(event.input()).isEqualTo(input.ref()));

    Answer live = site.get(playlist);
    assertThat(live.status()).isEqualTo(200);
    assertThat(live.header("content-type")).startsWith("application/vnd.apple.mpegurl");
    assertThat(live.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(live.header("cache-control")).isEqualTo("no-store");
    assertThat(live.text()).contains("../../picture/0.ts").doesNotContain("ENDLIST");
    assertThat(site.get(playlist + "?session=another").status()).isEqualTo(200);
    assertThat(site.sandbox().videoProvider().ingest().state(input.ref()).viewers()).hasValue(2);

    assertThat(encoder("disconnect", input).json().path("status").asText()).isEqualTo("waiting");
    assertThat(read(site.nextWebhook()).type()).isEqualTo("live_input.disconnected");
    RawWebhook recorded = site.nextWebhook();
    assertThat(recorded.topic()).isEqualTo("cloudflare/recording");
    VideoEvent.RecordingChanged ready =
        (VideoEvent.RecordingChanged) read(recorded).events().get(0);

    assertThat(site.get(playlist).status()).isEqualTo(404);
    Answer film = site.get(path(ready.video().playbackUrl().orElseThrow()));
    assertThat(film.text()).contains("../../picture/0.ts").contains("#EXT-X-ENDLIST");
    Answer still = site.get(path(ready.video().thumbnailUrl().orElseThrow()));
    assertThat(still.header("content-type")).isEqualTo("image/jpeg");
    assertThat(still.response().body()).startsWith(0xFF, 0xD8);
  }

  @Test
  void aFileIsSentPreparedToldAndPlays() throws Exception {
    String studio = "http://localhost:5173";
    NewVideo wanted = LibraryContract.aNewVideo();
    DirectUpload upload =
        site.sandbox().libraryProvider().library().openUpload(wanted, URI.create(studio));
    String sending = path(upload.address().toString());

    Answer asked = site.send("OPTIONS", sending, new byte[0], "Origin", studio);
    assertThat(asked.status()).isEqualTo(204);
    assertThat(asked.header("access-control-allow-origin")).isEqualTo(studio);
    assertThat(asked.header("access-control-allow-methods")).isEqualTo("PUT");
    Answer sent =
        site.send("PUT", sending, Films.mp4(), "Sec-Fetch-Site", "cross-site", "Origin", studio);
    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.header("access-control-allow-origin")).isEqualTo(studio);

    for (int told = 0; told < 2; told++) {
      assertThat(read(site.nextWebhook()).events())
          .isEqualTo(
              List.of(new LibraryEvent.VideoChanged(upload.ref(), Optional.of(wanted.video()))));
    }
    LibraryVideo video =
        site.sandbox().libraryProvider().library().find(upload.ref()).orElseThrow();
    assertThat(video.thumbnailUrl().isPresent()).isEqualTo(video.duration().isPresent());
    String playing = path(video.playbackUrl().orElseThrow());
    Answer film = site.get(playing);
    assertThat(film.status()).isEqualTo(200);
    assertThat(film.header("content-type")).isEqualTo("video/mp4");
    assertThat(film.header("accept-ranges")).isEqualTo("bytes");
    assertThat(film.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(film.response().body()).isEqualTo(Films.mp4());
    Answer part = site.send("GET", playing, new byte[0], "Range", "bytes=100-199");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("content-range")).isEqualTo("bytes 100-199/" + Films.mp4().length);
    assertThat(part.response().body()).isEqualTo(Arrays.copyOfRange(Films.mp4(), 100, 200));
    assertThat(site.send("GET", playing, new byte[0], "Range", "bytes=9999999-").status())
        .isEqualTo(416);
    Answer head = site.send("HEAD", playing, new byte[0]);
    assertThat(head.header("content-length")).isEqualTo("" + Films.mp4().length);
    assertThat(site.get(playing.replace(".mp4", ".webm")).status()).isEqualTo(404);
    JsonNode listed = site.get("/sandbox/library").json().path("clips").path(0);
    assertThat(listed.path("status").asText()).isEqualTo("ready");
    assertThat(listed.path("playbackPath").asText()).isEqualTo(playing);
    assertThat(listed.path("videoId").asText()).isEqualTo(wanted.video().value().toString());

    assertProblem(site.send("PUT", sending, LibraryWorld.aFilm()), 404, "NOT_FOUND");
    assertProblem(site.send("OPTIONS", sending, new byte[0]), 404, "NOT_FOUND");
  }

  @Test
  void whatIsTooLargeOrEmptyIsNotTaken() throws Exception {
    String sending =
        path(
            site.sandbox()
                .libraryProvider()
                .library()
                .openUpload(LibraryContract.aNewVideo(), LibraryContract.ORIGIN)
                .address()
                .toString());

    assertProblem(site.send("PUT", sending, new byte[10_000_001]), 413, "FILE_TOO_LARGE");
    assertProblem(site.send("PUT", sending, new byte[0]), 422, "INVALID_VALUE");
    assertProblem(site.send("PUT", sending + "x", LibraryWorld.aFilm()), 404, "NOT_FOUND");
  }

  @Test
  void aSignedOnlyVideoPlaysByItsTokenAndAnOperatorCanSpoilIt() throws Exception {
    NewVideo wanted = LibraryContract.aNewVideo();
    Library library = site.sandbox().libraryProvider().library();
    ProviderRef ref =
        library.ingest(
            new NewVideo(wanted.video(), wanted.title(), true, wanted.key()),
            URI.create(site.server.getURI() + "/sandbox/video/picture/0.ts"));
    site.nextWebhook();
    site.nextWebhook();
    String address = library.find(ref).flatMap(LibraryVideo::playbackUrl).orElseThrow();

    assertThat(site.get(path(address)).status()).isEqualTo(404);
    SignedPlayback signed =
        site.sandbox()
            .libraryProvider()
            .signing()
            .orElseThrow()
            .sign(address, Instant.now().plusSeconds(60));
    assertThat(site.get(path(signed.playlist())).status()).isEqualTo(200);
    assertThat(site.get(path(signed.playlist()) + "0").status()).isEqualTo(404);
    if (signed.thumbnail().isPresent()) {
      assertThat(site.get(path(signed.thumbnail().get())).status()).isEqualTo(200);
    }

    Answer spoilt =
        site.post("/sandbox/library/" + ref.value() + "/fail", "{\"code\":\"too_long\"}");
    site.nextWebhook();
    assertThat(spoilt.json().path("status").asText()).isEqualTo("failed");
    assertThat(library.find(ref).flatMap(LibraryVideo::failure))
        .contains(new VideoFailure(VideoFailure.Reason.TOO_LONG, "too_long"));
    assertProblem(
        site.post("/sandbox/library/" + ref.value() + "/fail", "{\"code\":\"No!\"}"),
        422,
        "INVALID_VALUE");
    assertProblem(site.post("/sandbox/library/nobody/fail", "{}"), 404, "NOT_FOUND");
  }

  @Test
  void segmentsAreServedForAnyPageAndForLong() throws Exception {
    Answer segment = site.get("/sandbox/video/picture/0.ts");

    assertThat(segment.status()).isEqualTo(200);
    assertThat(segment.header("content-type")).isEqualTo("video/mp2t");
    assertThat(segment.header("access-control-allow-origin")).isEqualTo("*");
    assertThat(segment.header("cache-control")).contains("immutable");
    assertThat(segment.response().body()[0]).isEqualTo((byte) 0x47);
    for (String none : List.of("8.ts", "README.md", "..%2Fsite%2Fconsole.js", "0.tsx")) {
      assertThat(site.get("/sandbox/video/picture/" + none).status()).isEqualTo(404);
    }
  }

  @Test
  void aStreamKeyNobodyHasOrADisabledInputIsRefused() throws Exception {
    LiveInput input = anInput();
    site.sandbox().videoProvider().ingest().disable(input.ref());

    assertProblem(encoder("connect", input), 403, "STREAM_KEY_REFUSED");
    assertProblem(
        site.post("/sandbox/live-inputs/connect", "{\"streamKey\":\"nobody\"}"),
        403,
        "STREAM_KEY_REFUSED");
    assertProblem(
        site.post(
            "/sandbox/live-inputs/connect",
            "{\"streamKey\":\"wrongk" + input.ref().value() + "\"}"),
        403,
        "STREAM_KEY_REFUSED");
    assertProblem(site.post("/sandbox/live-inputs/connect", "{}"), 422, "INVALID_VALUE");
  }

  @Test
  void messagesAreListedByPersonAndShownHarmlessly() throws Exception {
    UUID id = UUID.randomUUID();
    EmailAddress to = new EmailAddress("zoe-" + id + "@example.com");
    site.sandbox()
        .mailProvider()
        .sender()
        .send(
            new OutgoingMessage(
                new MessageId(id),
                to,
                new MessageContent(
                    "Hello",
                    "Hello Zoë",
                    "<html><head><title>x</title></head><body>Zoë<script>1</script></body></html>")));

    JsonNode found = site.get("/sandbox/messages?channel=mail&to=" + to.value()).json();
    assertThat(found.path("messages")).hasSize(1);
    JsonNode message = found.path("messages").path(0);
    assertThat(message.path("subject").asText()).isEqualTo("Hello");
    assertThat(message.path("text").asText()).isEqualTo("Hello Zoë");
    assertThat(message.path("channel").asText()).isEqualTo("mail");
    assertThat(message.path("createdAt").asText()).isNotBlank();

    Answer page = site.get("/sandbox/messages/" + id + "/html");
    assertThat(page.text()).contains("<head><base target=\"_blank\"><title>").contains("Zoë");
    assertThat(page.header("content-security-policy"))
        .startsWith("sandbox ")
        .contains("default-src 'none'")
        .doesNotContain("allow-scripts")
        .doesNotContain("allow-same-origin");
    assertProblem(site.get("/sandbox/messages/nobody/html"), 404, "NOT_FOUND");
  }

  @Test
  void aWebhookIsRepeatedUnchanged() throws Exception {
    confirm(aCharge(aCheckout(Money.of(129_900, "USD"))), "4242424242424242");
    RawWebhook first = site.nextWebhook();
    String id = read(first).deliveryId();

    Answer repeated = site.post("/sandbox/webhooks/" + id + "/repeat", "");

    assertThat(repeated.status()).isEqualTo(200);
    assertThat(repeated.json().path("responseStatus").asInt()).isEqualTo(200);
    RawWebhook second = site.nextWebhook();
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(read(second)).isEqualTo(read(first));
    JsonNode newest = site.get("/sandbox/webhooks").json().path("webhooks").path(0);
    assertThat(newest.path("id").asText()).isEqualTo(id);
    assertThat(newest.path("status").asText()).isEqualTo("delivered");
    assertThat(newest.path("attempts").asInt()).isEqualTo(2);
    assertProblem(site.post("/sandbox/webhooks/nobody/repeat", ""), 404, "NOT_FOUND");
  }

  @Test
  void pagesOfOtherSitesCannotWorkTheControls() throws Exception {
    String path = "/sandbox/live-inputs/connect";
    String body = "{\"streamKey\":\"nobody\"}";
    String own = site.server.getURI().toString();

    for (String[] foreign :
        new String[][] {
          {"Origin", "https://evil.example"},
          {"Origin", "null"},
          {"Sec-Fetch-Site", "cross-site", "Origin", own},
          {"Sec-Fetch-Site", "same-site"}
        }) {
      assertProblem(site.post(path, body, foreign), 403, "ORIGIN_NOT_ALLOWED");
    }
    for (String[] fine : new String[][] {{"Origin", own}, {"Sec-Fetch-Site", "same-origin"}, {}}) {
      assertProblem(site.post(path, body, fine), 403, "STREAM_KEY_REFUSED");
    }
  }

  @Test
  void theConsoleIsServedUnderAStrictPolicy() throws Exception {
    Answer page = site.get("/sandbox");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.header("content-security-policy"))
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.text()).contains("This is a sandbox.").doesNotContain(" style=");
    assertThat(site.get("/sandbox/console.css").header("content-type")).startsWith("text/css");
    Answer script = site.get("/sandbox/console.js");
    assertThat(script.header("content-type")).startsWith("text/javascript");
    assertThat(script.text()).doesNotContain("innerHTML").doesNotContain("insertAdjacentHTML");
  }

  private static String aSale() throws Exception {
    Answer offered =
        site.post(
            "/sandbox/ticketing/events",
            "{\"title\":\"Prams <live>\",\"startsAt\":\"2030-05-01T20:00:00Z\"}");
    assertThat(offered.status()).isEqualTo(201);
    assertThat(offered.json().path("status").asText()).isEqualTo("draft");
    assertThat(read(site.nextWebhook()).events())
        .first()
        .isInstanceOf(TicketingEvent.SaleChanged.class);
    return offered.json().path("id").asText();
  }

  private static Answer sale(String id, String status) throws Exception {
    return site.post(
        "/sandbox/ticketing/events/" + id + "/status", "{\"status\":\"" + status + "\"}");
  }

  @Test
  void aSaleThatGoesLiveIsToldAndShownOnAPageAndInAFrame() throws Exception {
    String id = aSale();
    TicketEmbed embed =
        site.sandbox().ticketingProvider().catalog().embed(ProviderRef.of("sandbox", id));
    assertThat(site.get(path(embed.page().toString())).status()).isEqualTo(404);

    assertThat(sale(id, "live").json().path("stands").asText()).isEqualTo("live");

    RawWebhook webhook = site.nextWebhook();
    assertThat(webhook.topic()).isEqualTo("hi-events/event-status-changed");
    assertThat(read(webhook).events())
        .singleElement()
        .isInstanceOfSatisfying(
            TicketingEvent.SaleChanged.class,
            changed -> {
              assertThat(changed.event()).isEqualTo(ProviderRef.of("sandbox", id));
              assertThat(changed.status()).contains(SaleStatus.LIVE);
              assertThat(changed.ours()).isEmpty();
            });
    Answer page = site.get(path(embed.page().toString()));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.text()).contains("Prams &lt;live&gt;", "Get a ticket");
    assertThat(page.header("content-security-policy")).contains("frame-ancestors 'none'");
    Answer widget = site.get(path(embed.frame().toString()));
    assertThat(widget.status()).isEqualTo(200);
    assertThat(widget.text()).contains("Prams &lt;live&gt;", "Get a ticket");
    assertThat(widget.header("content-security-policy"))
        .contains("frame-ancestors *;", "script-src 'self';");
    assertThat(page.header("content-security-policy")).doesNotContain("script-src");
  }

  @Test
  void theFrameTellsThePageAroundItHowHighItIsByTheNameItWasGiven() throws Exception {
    String id = aSale();
    String widget = "/sandbox/tickets/event/" + id + "/widget";
    sale(id, "LIVE");
    site.nextWebhook();

    assertThat(site.get(widget + "?iframeId=frame%261").text())
        .contains("src=\"/sandbox/ticket-widget.js\"", widget + "/orders?iframeId=frame%261\"");
    assertThat(site.post(widget + "/orders?iframeId=frame%261", "").header("location"))
        .isEqualTo(widget + "?iframeId=frame%261");
    Answer script = site.get("/sandbox/ticket-widget.js");
    assertThat(script.header("content-type")).startsWith("text/javascript");
    assertThat(script.text()).contains("postMessage", "type: \"resize\"", "height:", "iframeId");
  }

  @Test
  void aTicketIsSoldOnThePageAndInTheFrame() throws Exception {
    String id = aSale();
    String page = "/sandbox/tickets/event/" + id;
    sale(id, "LIVE");
    site.nextWebhook();

    assertThat(site.post(page + "/orders", "").header("location")).isEqualTo(page);
    assertThat(site.post(page + "/widget/orders", "").header("location"))
        .isEqualTo(page + "/widget");

    assertThat(site.get(page).text()).contains("Tickets sold: 2");
  }

  @Test
  void aTicketShopThatIsDownShowsNothing() throws Exception {
    String id = aSale();
    sale(id, "live");
    site.nextWebhook();
    try {
      Answer down = site.post("/sandbox/ticketing/shop", "{\"down\":true}");

      assertThat(down.json().path("down").asBoolean()).isTrue();
      assertThat(site.get("/sandbox/tickets/event/" + id).status()).isEqualTo(503);
      assertThat(site.get("/sandbox/tickets/event/" + id + "/widget").status()).isEqualTo(503);
    } finally {
      site.post("/sandbox/ticketing/shop", "{\"down\":false}");
    }
    assertThat(site.get("/sandbox/tickets/event/" + id).status()).isEqualTo(200);
  }

  @Test
  void theTicketShopRefusesWhatMakesNoSense() throws Exception {
    String id = aSale();

    assertProblem(sale(id, "postponed"), 422, "INVALID_VALUE");
    assertProblem(sale("4711", "live"), 404, "NOT_FOUND");
    assertProblem(site.post("/sandbox/ticketing/shop", "{}"), 422, "INVALID_VALUE");
    for (String wrong :
        List.of(
            "{}",
            "{\"title\":\" \"}",
            "{\"title\":\"x\",\"startsAt\":\"soon\"}",
            "{\"title\":\"x\",\"eventId\":\"11\"}")) {
      assertProblem(site.post("/sandbox/ticketing/events", wrong), 422, "INVALID_VALUE");
    }
    assertThat(site.get("/sandbox/tickets/event/4711").status()).isEqualTo(404);
    assertThat(site.get("/sandbox/ticketing/events").json().path("events").findValuesAsText("id"))
        .contains(id);
  }

  @Test
  void commentsAreWrittenOnTheConsoleToldAndAnsweredIntoTheMailbox() throws Exception {
    Channel page =
        new Channel(
            ProviderRef.of("sandbox", "console-page"),
            Secret.of(SandboxChannels.tokenOf("console-page")));
    site.sandbox().channelProvider().channels().listen(page);

    Answer written =
        site.post(
            "/sandbox/channels/comments",
            "{\"page\":\"console-page\",\"post\":\"show\",\"name\":\"Zoë\",\"text\":\"sold 12\"}");
    assertThat(written.status()).isEqualTo(200);
    String comment = written.json().path("id").asText();

    RawWebhook webhook = site.nextWebhook();
    assertThat(webhook.topic()).isEqualTo("facebook");
    assertThat(read(webhook).events())
        .singleElement()
        .isInstanceOfSatisfying(
            ChannelEvent.CommentWritten.class,
            event -> assertThat(event.comment().value()).isEqualTo(comment));

    site.sandbox()
        .channelProvider()
        .messages()
        .send(
            DirectMessagesContract.aMessage(
                page,
                new DirectMessage.Commenter(ProviderRef.of("sandbox", comment)),
                "your order"));
    JsonNode messages = site.get("/sandbox/messages?channel=facebook").json().path("messages");
    assertThat(messages).hasSize(1);
    assertThat(messages.path(0).path("text").asText()).isEqualTo("your order");
    assertThat(messages.path(0).has("subject")).isFalse();

    Answer removed = site.post("/sandbox/channels/comments/" + comment + "/remove", "{}");
    assertThat(removed.json().path("removed").asBoolean()).isTrue();
    assertThat(read(site.nextWebhook()).events().get(0))
        .isInstanceOf(ChannelEvent.CommentRemoved.class);

    JsonNode all = site.get("/sandbox/channels").json();
    assertThat(all.path("pages").path(0).path("listening").asBoolean()).isTrue();
    assertThat(all.path("comments").path(0).path("replied").asBoolean()).isTrue();
  }

  @Test
  void aControlOfChannelsSaysWhatItLacks() throws Exception {
    Answer refused = site.post("/sandbox/channels/comments", "{\"page\":\"p\",\"post\":\"s\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("name");
    assertThat(site.post("/sandbox/channels/comments/none/remove", "{}").status()).isEqualTo(404);
  }
}
