package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.stagedoor.domain.fixture.Films;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills servers between paying and enrolling, and between a film's arrival and its being ready. */
class CoursesCrashIT {
  private static final String KEY = "key-of-payments";
  private static final String SECRET = "secret-of-payments";

  /** A job that died with its server is taken up again when its time is over. */
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir Path data;

  @Test
  @Timeout(600)
  void whoPaidIsEnrolledOnceWhereverTheServerIsKilled() throws Exception {
    int port = Ports.next();
    try (Desk desk = Desk.open()) {
      CourseMember early;
      CourseMember late;
      String course;
      try (ServerProcess server = start(port, desk)) {
        course =
            CourseMember.registers(server.api(), "teacher@example.org").sells("Drawing", "20.00");
        early = CourseMember.registers(server.api(), "early@example.org");
        late = CourseMember.registers(server.api(), "late@example.org");
        desk.killsBefore(server);
        paysAndIsCutOff(early, course);
        assertThat(server.awaitEnd()).isNotZero();
      }
      assertThat(desk.reached()).as("the payment was known, the enrollment not").isZero();

      try (ServerProcess server = start(port, desk)) {
        early = early.at(server);
        early
            .api()
            .await(
                "/api/course/enrollments/me",
                PATIENCE,
                answer -> answer.mustBe(200).json().path("data").size() == 1);
        assertEnrolledOnce(early, course);
        late = late.at(server);
        desk.killsAfter(server);
        paysAndIsCutOff(late, course);
        assertThat(server.awaitEnd()).isNotZero();
      }
      int reached = desk.reached();

      try (ServerProcess server = start(port, desk)) {
        late = late.at(server);
        assertEnrolledOnce(late, course);
        awaitReached(desk, reached + 1);
        assertEnrolledOnce(late, course);
        assertEnrolledOnce(early.at(server), course);
        assertThat(
                server
                    .api()
                    .get("/api/course/courses/" + course)
                    .mustBe(200)
                    .json()
                    .at("/data/enrollmentCount")
                    .asInt())
            .isEqualTo(2);
        assertThat(charges(server)).isEqualTo(List.of("succeeded", "succeeded"));
      }
    }
  }

  private ServerProcess start(int port, Desk desk) throws Exception {
    desk.standsBefore(port);
    return ServerProcess.start(
        data,
        port,
        "--stagedoor.services.payment-service.api-key=" + KEY,
        "--stagedoor.services.payment-service.secret=" + SECRET,
        "--stagedoor.courses.enrollments=http",
        "--stagedoor.courses.enrollment-service.url=" + desk.url(),
        "--stagedoor.courses.enrollment-service.api-key=" + KEY,
        "--stagedoor.courses.enrollment-service.secret=" + SECRET);
  }

  private static void paysAndIsCutOff(CourseMember student, String course) throws Exception {
    CourseMember.Opened opened = student.wantsToPay(course);
    try {
      student.pays(opened);
    } catch (IOException cutOff) {
      // The server died before it could answer; the card was charged.
    }
  }

  private static void assertEnrolledOnce(CourseMember student, String course) throws Exception {
    JsonNode mine = student.api().get("/api/course/enrollments/me").mustBe(200).json().path("data");
    assertThat(mine).hasSize(1);
    assertThat(mine.get(0).path("status").asText()).isEqualTo("active");
    assertThat(mine.get(0).path("courseId").asText()).isEqualTo(course);
    JsonNode payments = student.api().get("/api/payment/payments").mustBe(200).json().path("data");
    assertThat(payments).hasSize(1);
    assertThat(payments.get(0).path("status").asText()).isEqualTo("completed");
    assertThat(payments.get(0).path("refundedTotal").decimalValue()).isZero();
    assertThat(mine.get(0).path("paymentId")).isEqualTo(payments.get(0).path("paymentId"));
  }

  private static void awaitReached(Desk desk, int calls) throws Exception {
    assertThat(desk.awaitReached(calls)).as("the desk was asked again").isTrue();
  }

  private static List<String> charges(ServerProcess server) throws Exception {
    return server
        .api()
        .get("/sandbox/payments")
        .mustBe(200)
        .json()
        .path("payments")
        .findValuesAsText("status");
  }

  @Test
  @Timeout(600)
  void filmsThatHaveArrivedGetReadyWhereverTheServerIsKilled() throws Exception {
    int port = Ports.next();
    CourseMember teacher;
    String sent;
    String handedOver;
    try (ServerProcess server = ServerProcess.start(data, port)) {
      teacher = CourseMember.registers(server.api(), "teacher@example.org");
      String course = teacher.sells("Drawing", "0");
      sent = teacher.addsLecture(course, "Lines");
      handedOver = teacher.addsLecture(course, "Light");
      String file = teacher.sends(sent, Films.mp4());
      assertThat(teacher.confirms(sent, file).mustBe(202).text("/data/status"))
          .isEqualTo("processing");
      server.kill();
    }
    try (ServerProcess server = ServerProcess.start(data, port)) {
      teacher = teacher.at(server);
      teacher.confirms(handedOver, teacher.sends(handedOver, Films.mp4())).mustBe(202);
      // The library has it and is at work; what it says when it is done finds nobody.
      Api.Answer unused =
          server
              .api()
              .await(
                  "/sandbox/library",
                  answer -> answer.json().findValuesAsText("title").contains("Light"));
      server.kill();
    }
    try (ServerProcess server = ServerProcess.start(data, port)) {
      teacher = teacher.at(server);
      for (String lecture : List.of(sent, handedOver)) {
        Api.Answer ready =
            teacher
                .api()
                .await(
                    "/api/course/lectures/" + lecture + "/status",
                    PATIENCE,
                    answer -> answer.mustBe(200).text("/status").equals("completed"));
        assertThat(ready.text("/progress")).isEqualTo("100");
        assertThat(teacher.lecture(lecture).mustBe(200).text("/data/videoUrl")).contains("token=");
      }
      assertThat(clips(server)).as("one at the library for each").isEqualTo(2);
    }
  }

  /** Counts the films that the library keeps. */
  private static int clips(ServerProcess server) throws Exception {
    int clips = 0;
    for (String status :
        server
            .api()
            .get("/sandbox/library")
            .mustBe(200)
            .json()
            .path("clips")
            .findValuesAsText("status")) {
      clips += status.equals("deleted") ? 0 : 1;
    }
    return clips;
  }

  /** The desk of a course service, which kills who asks it, before or after it has enrolled. */
  private static final class Desk implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> SIGNED =
        List.of("Content-Type", "x-service-api-key", "x-service-id", "x-timestamp", "x-signature");

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicReference<@Nullable ServerProcess> before = new AtomicReference<>();
    private final AtomicReference<@Nullable ServerProcess> after = new AtomicReference<>();
    private volatile int port;
    private int reached;

    private Desk(HttpServer http) {
      this.http = http;
    }

    static Desk open() throws IOException {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      Desk desk = new Desk(http);
      http.setExecutor(desk.threads);
      http.createContext("/", desk::take);
      http.start();
      return desk;
    }

    String url() {
      return "http://localhost:" + http.getAddress().getPort();
    }

    void standsBefore(int server) {
      port = server;
    }

    void killsBefore(ServerProcess server) {
      before.set(server);
    }

    void killsAfter(ServerProcess server) {
      after.set(server);
    }

    private void take(HttpExchange exchange) throws IOException {
      try (exchange) {
        byte[] body = exchange.getRequestBody().readAllBytes();
        killed(before.getAndSet(null));
        HttpResponse<byte[]> answer = pass(exchange, body);
        if (answer.statusCode() == 200) {
          count();
        }
        killed(after.getAndSet(null));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private HttpResponse<byte[]> pass(HttpExchange exchange, byte[] body)
        throws IOException, InterruptedException {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + port + exchange.getRequestURI()))
              .POST(BodyPublishers.ofByteArray(body));
      SIGNED.forEach(name -> request.header(name, exchange.getRequestHeaders().getFirst(name)));
      return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void killed(@Nullable ServerProcess server) throws InterruptedException {
      if (server != null) {
        server.kill();
      }
    }

    private synchronized void count() {
      reached++;
      notifyAll();
    }

    synchronized int reached() {
      return reached;
    }

    /** Waits until the service has enrolled so often. */
    synchronized boolean awaitReached(int calls) throws InterruptedException {
      long end = System.nanoTime() + PATIENCE.toNanos();
      long left = PATIENCE.toNanos();
      while (reached < calls && left > 0) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = end - System.nanoTime();
      }
      return reached >= calls;
    }

    @Override
    public void close() {
      http.stop(0);
      threads.shutdownNow();
    }
  }
}
