package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.Films;
import dev.stagedoor.providers.cloudflare.CloudflareStub;
import dev.stagedoor.providers.mux.MuxStub;
import dev.stagedoor.providers.razorpay.RazorpayStub;
import dev.stagedoor.providers.s3.S3Server;
import dev.stagedoor.providers.stripe.StripeStub;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way of {@link CoursesJourneyIT} at Stripe, Razorpay, Mux, Cloudflare and a store of S3, by
 * their stand-ins.
 */
class CoursesProvidersIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir static Path data;
  @TempDir static Path bucket;

  private static StripeStub stripe;
  private static RazorpayStub razorpay;
  private static MuxStub mux;
  private static CloudflareStub cloudflare;
  private static S3Server store;
  private static int port;
  private static ServerProcess server;

  @BeforeAll
  static void open() throws Exception {
    stripe = StripeStub.start();
    razorpay = RazorpayStub.start();
    mux = MuxStub.start();
    cloudflare = CloudflareStub.start();
    store = new S3Server(bucket);
    port = Ports.next();
    start("mux");
  }

  /** Starts the server on what there is, with this library for new videos. */
  private static void start(String library) throws Exception {
    List<String> settings = new ArrayList<>();
    Stream.of(
            stripe.settings(),
            razorpay.settings(),
            mux.settings(),
            cloudflare.settings(),
            store.settings())
        .forEach(more -> more.forEach((key, value) -> settings.add("--" + key + "=" + value)));
    settings.addAll(
        List.of(
            "--stagedoor.routes.payments.default=stripe",
            "--stagedoor.routes.payments.INR=razorpay",
            "--stagedoor.routes.storage=s3",
            "--stagedoor.routes.video.library=" + library,
            "--stagedoor.rate-limits.enabled=false"));
    server = ServerProcess.start(data, port, settings.toArray(String[]::new));
    stripe.tellTo(server.uri("/api/webhooks/stripe"));
    razorpay.tellTo(server.uri("/api/webhooks/razorpay"));
    mux.tellTo(server.uri("/api/webhooks/mux"));
    cloudflare.tellTo(
        server.uri("/api/webhooks/cloudflare/live-input"),
        server.uri("/api/webhooks/cloudflare/recording"));
  }

  @AfterAll
  static void close() {
    server.close();
    store.close();
    cloudflare.close();
    mux.close();
    razorpay.close();
    stripe.close();
  }

  @AfterEach
  void nothingSecretIsWritten() throws Exception {
    assertThat(server.log())
        .doesNotContain(
            StripeStub.API_KEY.reveal(),
            StripeStub.WEBHOOK_SECRET.reveal(),
            RazorpayStub.KEY_SECRET.reveal(),
            MuxStub.TOKEN_SECRET.reveal(),
            CloudflareStub.API_TOKEN.reveal(),
            S3Server.SECRET_KEY.reveal(),
            "X-Amz-Signature");
  }

  private static CourseMember somebody() throws Exception {
    return CourseMember.registers(server.api(), UUID.randomUUID() + "@example.org");
  }

  private static void refused(Api.Answer answer, int status, String code) {
    assertThat(answer.mustBe(status).text("/code")).isEqualTo(code);
  }

  @Test
  void aFilmGoesByTheStoreToMuxAndPlaysForWhoPaidAtStripeUntilTheMoneyIsBack() throws Exception {
    CourseMember teacher = somebody();
    CourseMember student = somebody();
    String course = teacher.sells("Drawing", "20.00");
    String lecture = teacher.addsLecture(course, "Lines");
    int assets = mux.told().size();

    String file = sendsByTheStore(teacher, lecture);
    teacher.confirms(lecture, file).mustBe(202);
    teacher.confirms(lecture, file).mustBe(202);
    String asset = awaitAsset(assets);
    assertThat(status(teacher, lecture)).isEqualTo("processing");
    assertThat(mux.asset(asset).at("/playback_ids/0/policy").asText()).isEqualTo("signed");
    mux.finishProcessing();
    teacher.awaitFilm(lecture);
    assertThat(toldOfAssets(assets)).as("assets that Mux made of one file").hasSize(1);

    CourseMember.Opened opened = buysAtStripe(student, course, 2_000);
    Api.Answer seen = student.lecture(lecture).mustBe(200);
    URI address = URI.create(seen.text("/data/videoUrl"));
    assertThat(address.toString()).startsWith(mux.baseUrl().toString());
    plays(address);
    refused(server.api().get("/api/course/lectures/" + lecture), 401, "NOT_SIGNED_IN");
    refused(somebody().lecture(lecture), 403, "NOT_ENROLLED");

    givesBack(student, opened, 2_000);
    student.awaitEnrollment(course, "dropped");
    refused(student.lecture(lecture), 403, "NOT_ENROLLED");
    refused(student.verifies(opened), 402, "PAYMENT_NOT_VERIFIED");
  }

  /** Sends a film by the address that was signed for it, which takes nothing else. */
  private static String sendsByTheStore(CourseMember teacher, String lecture) throws Exception {
    byte[] film = Films.mp4();
    Api.Answer opened =
        teacher
            .api()
            .post(
                "/api/course/lectures/" + lecture + "/upload",
                "{\"fileName\": \"film.mp4\", \"fileSize\": %d, \"contentType\": \"video/mp4\"}"
                    .formatted(film.length))
            .mustBe(200);
    String file = opened.text("/data/fileId");
    String address = opened.text("/data/uploadUrl");
    assertThat(address).startsWith(store.settings().get("stagedoor.providers.s3.endpoint") + "/");

    refused(teacher.confirms(lecture, file), 409, "FILE_NOT_RECEIVED");
    assertThat(put(address, "video/mp4", new byte[film.length + 1])).isEqualTo(403);
    assertThat(put(address, "text/html", film)).isEqualTo(403);
    refused(teacher.confirms(lecture, file), 409, "FILE_NOT_RECEIVED");
    refused(somebody().confirms(lecture, file), 403, "NOT_ALLOWED");
    assertThat(put(address, "video/mp4", film)).isEqualTo(200);
    return file;
  }

  private static int put(String address, String type, byte[] film) throws Exception {
    return HTTP.send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofByteArray(film))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  /** Waits until Mux made something of a file, and returns its name. */
  private static String awaitAsset(int before) throws Exception {
    Api.Answer unused =
        server.api().await("/health/readiness", answer -> !toldOfAssets(before).isEmpty());
    return toldOfAssets(before).get(0);
  }

  /** Returns what Mux said that it made since then. */
  private static List<String> toldOfAssets(int before) {
    List<byte[]> told = mux.told();
    return told.subList(before, told.size()).stream()
        .map(body -> new String(body, StandardCharsets.UTF_8))
        .filter(body -> body.contains("\"video.asset.created\""))
        .map(body -> body.replaceFirst("(?s).*\"object\":\\{[^}]*\"id\":\"([^\"]+)\".*", "$1"))
        .toList();
  }

  private static String status(CourseMember reader, String lecture) throws Exception {
    return reader
        .api()
        .get("/api/course/lectures/" + lecture + "/status")
        .mustBe(200)
        .text("/status");
  }

  /** Pays at Stripe after a decline, and is enrolled by a webhook that comes twice. */
  private static CourseMember.Opened buysAtStripe(CourseMember student, String course, long minor)
      throws Exception {
    CourseMember.Opened opened = student.wantsToPay(course);
    assertThat(student.wantsToPay(course)).isEqualTo(opened);
    refused(student.verifies(opened), 402, "PAYMENT_NOT_VERIFIED");
    stripe.decline(opened.charge(), "insufficient_funds");
    Api.Answer declined = student.verifies(opened);
    refused(declined, 402, "PAYMENT_NOT_VERIFIED");
    assertThat(declined.text("/paymentStatus")).isEqualTo("failed");
    assertThat(declined.text("/gatewayError")).contains("nsufficient funds");
    assertThat(student.wantsToPay(course)).isEqualTo(opened);

    stripe.pay(opened.charge(), minor);
    byte[] event = stripe.event("payment_intent.succeeded", opened.charge(), Optional.empty());
    forged(event);
    refused(student.enrollment(course), 403, "NOT_ENROLLED");
    URI webhooks = server.uri("/api/webhooks/stripe");
    assertThat(stripe.send(webhooks, event)).isEqualTo(200);
    assertThat(stripe.send(webhooks, event)).isEqualTo(200);

    student.awaitEnrollment(course, "active");
    student.verifies(opened).mustBe(200);
    student.verifies(opened).mustBe(200);
    refused(
        student.api().post("/api/payment/payments", "{\"courseId\": \"%s\"}".formatted(course)),
        409,
        "ALREADY_ENROLLED");
    return opened;
  }

  private static void forged(byte[] event) throws Exception {
    server
        .api()
        .post(
            "/api/webhooks/stripe",
            new String(event, StandardCharsets.UTF_8),
            "Stripe-Signature",
            "t=1,v1=" + "0".repeat(64))
        .mustBe(400);
  }

  /** Takes the money back, asking twice for the same refund. */
  private static void givesBack(CourseMember student, CourseMember.Opened opened, long minor)
      throws Exception {
    String refund = "/api/payment/payments/" + opened.payment() + "/refund";
    String key = UUID.randomUUID().toString();
    Api.Answer first = student.api().post(refund, "{}", "Idempotency-Key", key).mustBe(200);
    assertThat(first.text("/data/status")).isEqualTo("succeeded");
    assertThat(student.api().post(refund, "{}", "Idempotency-Key", key).mustBe(200).json())
        .isEqualTo(first.json());
    refused(student.api().post(refund, "{}"), 422, "REFUND_EXCEEDS_PAYMENT");
    assertThat(stripe.refunded(opened.charge())).isEqualTo(minor);
  }

  /** Plays from an address as it is, and from no other. */
  private static void plays(URI address) throws Exception {
    assertThat(fetch(address)).startsWith("#EXTM3U");
    String whole = address.toString();
    String altered = whole.substring(0, whole.length() - 4) + "AAAA";
    for (String wrong : List.of(altered, whole.replaceFirst("\\?.*", ""))) {
      assertThat(answer(URI.create(wrong)).statusCode()).as(wrong).isEqualTo(403);
    }
  }

  private static String fetch(URI address) throws Exception {
    HttpResponse<String> answer = answer(address);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }

  private static HttpResponse<String> answer(URI address) throws Exception {
    return HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @Test
  void whatRazorpayTakesInRupeesGoesBackInPartsAndAFailedRefundKeepsThePlace() throws Exception {
    CourseMember teacher = somebody();
    CourseMember student = somebody();
    String course =
        teacher
            .api()
            .post(
                "/api/course/courses",
                """
                {"title": "Rangoli", "price": 499.50, "currency": "INR", "status": "published"}
                """)
            .mustBe(201)
            .text("/data/id");
    refused(
        student
            .api()
            .post(
                "/api/payment/payments",
                "{\"courseId\": \"%s\", \"amount\": 1, \"currency\": \"INR\"}".formatted(course)),
        422,
        "AMOUNT_MISMATCH");
    CourseMember.Opened opened = student.wantsToPay(course);
    assertThat(opened.charge()).startsWith("order_");
    String unused = razorpay.decline(opened.charge(), "payment_declined");
    refused(student.verifies(opened), 402, "PAYMENT_NOT_VERIFIED");

    unused = razorpay.pay(opened.charge());
    student.awaitEnrollment(course, "active");
    assertThat(student.verifies(opened).mustBe(200).text("/data/enrollment/status"))
        .isEqualTo("active");

    Api.Answer part = asksBack(teacher, opened, "{\"amount\": 99.50}");
    assertThat(part.text("/data/refundedTotal")).isEqualTo("99.5");
    assertThat(student.enrollment(course).mustBe(200).text("/data/status")).isEqualTo("active");
    razorpay.delayNextRefund();
    assertThat(asksBack(student, opened, "{}").text("/data/amount")).isEqualTo("400.0");
    razorpay.finishRefunds(opened.charge());
    student.awaitEnrollment(course, "dropped");
    assertThat(razorpay.refundedOf(opened.charge())).isEqualTo(49_950);

    // The bank sends it back after all.
    razorpay.failRefunds(opened.charge());
    student.awaitEnrollment(course, "active");
    Api.Answer payment = student.api().get("/api/payment/payments/" + opened.payment()).mustBe(200);
    assertThat(payment.text("/data/status")).isEqualTo("completed");
    assertThat(payment.json().at("/data/refunds"))
        .hasSize(2)
        .allSatisfy(refund -> assertThat(refund.path("status").asText()).isEqualTo("failed"));
  }

  private static Api.Answer asksBack(CourseMember who, CourseMember.Opened opened, String body)
      throws Exception {
    return who.api()
        .post("/api/payment/payments/" + opened.payment() + "/refund", body)
        .mustBe(200);
  }

  @Test
  void moneyThatIsRefundedAtStripesDashboardEndsTheEnrollment() throws Exception {
    CourseMember student = somebody();
    String course = somebody().sells("Light", "12.00");
    CourseMember.Opened opened = student.wantsToPay(course);
    stripe.pay(opened.charge(), 1_200);
    // Nobody tells of it: the student's own question finds it.
    student.verifies(opened).mustBe(200);
    assertThat(student.enrollment(course).mustBe(200).text("/data/status")).isEqualTo("active");

    stripe.refundInDashboard(opened.charge(), 1_200);
    byte[] late = stripe.event("payment_intent.succeeded", opened.charge(), Optional.empty());
    assertThat(stripe.send(server.uri("/api/webhooks/stripe"), late)).isEqualTo(200);

    student.awaitEnrollment(course, "dropped");
    assertThat(student.wantsToPay(course)).isNotEqualTo(opened);
  }

  @Test
  void aVideoIsFollowedWithoutWebhooksAndPlaysOnWhenAnotherLibraryTakesNewOnes() throws Exception {
    CourseMember teacher = somebody();
    String course = teacher.sells("Colour", "0");
    mux.tellTo(server.uri("/api/webhooks/not-mux"));
    String lecture = teacher.addsLecture(course, "Hues");
    int before = mux.told().size();
    byte[] letter = "Dear Ada, no film this time.".getBytes(StandardCharsets.UTF_8);
    String letterFile = teacher.sends(lecture, letter);
    teacher.confirms(lecture, letterFile).mustBe(202);
    String unused = awaitAsset(before);
    mux.finishProcessing();
    Api.Answer failed =
        teacher
            .api()
            .await(
                "/api/course/lectures/" + lecture + "/status",
                answer -> answer.text("/status").equals("failed"));
    assertThat(failed.raw().body()).contains("The file is not a video");

    mux.finishAtOnce();
    teacher.confirms(lecture, teacher.sends(lecture, Films.mp4())).mustBe(202);
    teacher.awaitFilm(lecture);
    plays(videoUrl(teacher, lecture));

    server.close();
    start("cloudflare");
    CourseMember again = teacher.at(server);
    cloudflare.finishAtOnce();
    String newer = again.films(course, "Shades", Films.mp4());
    URI there = videoUrl(again, newer);
    assertThat(there.toString()).startsWith(cloudflare.baseUrl().toString());
    assertThat(fetch(there)).startsWith("#EXTM3U");
    plays(videoUrl(again, lecture));
  }

  private static URI videoUrl(CourseMember reader, String lecture) throws Exception {
    return URI.create(reader.lecture(lecture).mustBe(200).text("/data/videoUrl"));
  }
}
