package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stagedoor.domain.fixture.Films;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two scripts that say what buying a course and sending a video are, run by bash as they were
 * written; only the host is another. Between them and the provider stands a payer with a test card.
 */
class CoursesScriptsIT {
  private static final String PRINTED_HOST = "http://localhost:3000";
  private static final String VERIFY = "# 4. Verify payment";

  /** What the script of the upload says that its file has. */
  private static final int PRINTED_SIZE = 10_485_760;

  private static final String PAYER =
      """
      curl -s -X POST %s/sandbox/payments/$(echo $PAYMENT_RESPONSE | jq -r '.data.gatewayOrderId')/confirm \\
        -H "Content-Type: application/json" \\
        -d '{"cardNumber":"4242424242424242"}'

      """;

  /** Keeps what the steps learnt, one beside the other. */
  private static final String KEEP =
      """

      printf '%s\\n' "$TOKEN" "$COURSE_ID" "$PAYMENT_ID" "$LECTURE_ID" "$FILE_ID" >learnt
      """;

  @TempDir Path folder;

  @Test
  void theScriptsBuyACourseAndSendAVideo() throws Exception {
    mustHave("bash", "curl", "jq");
    try (ServerProcess server = ServerProcess.start(folder.resolve("data"), Ports.next())) {
      CourseMember member = CourseMember.registers(server.api(), "test@example.com", "password123");
      byte[] film = padded(Films.mp4());
      Files.write(folder.resolve("test.mp4"), film);
      String host = server.uri("").toString();
      String purchase = script("complete-purchase-flow.sh", host);
      String paying = PAYER.formatted(host);
      assertThat(purchase).containsOnlyOnce(VERIFY);

      List<JsonNode> said =
          run(
              purchase.replace(VERIFY, paying + VERIFY)
                  + script("video-upload-flow.sh", host)
                  + KEEP);

      List<String> learnt = Files.readAllLines(folder.resolve("learnt"));
      String course = learnt.get(1);
      String payment = learnt.get(2);
      String lecture = learnt.get(3);
      assertThat(said).as("confirmation, verify, enrollments, confirm-upload").hasSize(4);
      assertThat(said.get(0).path("status").asText()).isEqualTo("succeeded");
      assertVerified(said.get(1), course, payment);
      assertEnrolled(said.get(2), course, payment);
      assertThat(said.get(3).path("success").asBoolean()).isTrue();
      assertThat(said.get(3).at("/data/status").asText()).isIn("processing", "completed");

      assertThat(member.enrollment(course).mustBe(200).text("/data/status")).isEqualTo("active");
      member.awaitFilm(lecture);
      Api.Answer playing = member.lecture(lecture).mustBe(200);
      assertThat(playing.text("/data/title")).isEqualTo("Test Lecture");
      assertPlays(playing.text("/data/videoUrl"), film);
    }
  }

  private static void assertVerified(JsonNode verified, String course, String payment) {
    assertThat(verified.path("success").asBoolean()).isTrue();
    assertThat(verified.at("/data/status").asText()).isEqualTo("completed");
    assertThat(verified.at("/data/enrollment/status").asText()).isEqualTo("active");
    assertThat(verified.at("/data/enrollment/courseId").asText()).isEqualTo(course);
    assertThat(verified.at("/data/enrollment/paymentId").asText()).isEqualTo(payment);
  }

  private static void assertEnrolled(JsonNode mine, String course, String payment) {
    assertThat(mine.path("success").asBoolean()).isTrue();
    assertThat(mine.path("data")).hasSize(1);
    JsonNode enrollment = mine.path("data").get(0);
    assertThat(enrollment.path("status").asText()).isEqualTo("active");
    assertThat(enrollment.path("courseId").asText()).isEqualTo(course);
    assertThat(enrollment.path("courseTitle").asText()).isEqualTo("Test Course");
    assertThat(enrollment.path("paymentId").asText()).isEqualTo(payment);
  }

  /** Fetches the whole film, and a piece of it as players do. */
  private static void assertPlays(String address, byte[] film) throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
    HttpResponse<byte[]> whole = http.send(request.build(), BodyHandlers.ofByteArray());
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.headers().firstValue("content-type")).hasValue("video/mp4");
    assertThat(whole.body()).isEqualTo(film);

    HttpResponse<byte[]> piece =
        http.send(
            request.setHeader("Range", "bytes=1000-1999").build(), BodyHandlers.ofByteArray());
    assertThat(piece.statusCode()).isEqualTo(206);
    assertThat(piece.headers().firstValue("content-range"))
        .hasValue("bytes 1000-1999/" + film.length);
    assertThat(piece.body()).isEqualTo(ByteBuffer.allocate(1000).put(film, 1000, 1000).array());
  }

  /** Makes a film as large as the script says, by a box at its end that players pass over. */
  private static byte[] padded(byte[] film) {
    int box = PRINTED_SIZE - film.length;
    return ByteBuffer.allocate(PRINTED_SIZE)
        .put(film)
        .putInt(box)
        .put("free".getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static String script(String name, String host) throws IOException {
    try (InputStream text = CoursesScriptsIT.class.getResourceAsStream(name)) {
      assertThat(text).as(name).isNotNull();
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace(PRINTED_HOST, host);
    }
  }

  /** Runs a script, and returns what its calls answered to whoever looks on. */
  private List<JsonNode> run(String script) throws Exception {
    Path file = Files.writeString(folder.resolve("flow.sh"), script);
    Path errors = folder.resolve("errors");
    Process bash =
        new ProcessBuilder("bash", "-eu", "-o", "pipefail", file.toString())
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    List<JsonNode> said = new ArrayList<>();
    try (MappingIterator<JsonNode> answers =
        new ObjectMapper().readerFor(JsonNode.class).readValues(bash.getInputStream())) {
      answers.forEachRemaining(said::add);
    }
    assertThat(bash.waitFor()).as(Files.readString(errors)).isZero();
    return said;
  }

  private static void mustHave(String... programs) {
    for (String program : programs) {
      boolean there =
          Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
              .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
      if (!there) {
        System.out.println("SKIPPED: scripts of courses, because there is no " + program);
      }
      Assumptions.assumeTrue(there, "no " + program + " on this machine");
    }
  }
}
