package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fake.InMemorySandboxMemory;
import dev.stagedoor.domain.fixture.Films;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.port.PlaybackSigning;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films of courses play for whoever is enrolled, and for nobody who is not. */
class CoursePlaybackIT {
  /** What every address of the sandbox's library has in it. */
  private static final String LIBRARY = "/sandbox/library/";

  /** A path of the API's description, and what is said of it. */
  private static final Pattern DESCRIBED =
      Pattern.compile("^  (/\\S*):(\n(?:    .*\n)+)", Pattern.MULTILINE);

  private final HttpClient http = HttpClient.newHttpClient();
  @TempDir Path data;

  private ServerProcess start(int port) throws Exception {
    return ServerProcess.start(data, port, "--stagedoor.rate-limits.enabled=false");
  }

  @Test
  void whoIsNotEnrolledFindsNoAddressByAnyRoute() throws Exception {
    try (ServerProcess server = start(Ports.next())) {
      CourseMember teacher = CourseMember.registers(server.api(), "teacher@example.org");
      String course = teacher.sells("Drawing", "20.00");
      String lecture = teacher.films(course, "Lines", Films.mp4());
      CourseMember enrolled = CourseMember.registers(server.api(), "enrolled@example.org");
      CourseMember outsider = CourseMember.registers(server.api(), "outsider@example.org");
      CourseMember.Opened opened = enrolled.wantsToPay(course);
      enrolled.pays(opened);
      enrolled.verifies(opened).mustBe(200);
      // Wants to pay, and has not.
      CourseMember.Opened unused = outsider.wantsToPay(course);
      String slug =
          server.api().get("/api/course/courses/" + course).mustBe(200).text("/data/slug");
      List<String> names = List.of(course, lecture, slug, teacher.id(), outsider.id());
      List<String> routes = routes(server, names);
      assertThat(routes)
          .contains("/api/course/lectures/" + lecture, "/learn/" + course)
          .hasSizeGreaterThan(80);

      // Else it would be no wonder that others find none.
      assertThat(addresses(enrolled.api(), routes)).isNotEmpty();
      assertThat(addresses(outsider.api(), routes)).isEmpty();
      assertThat(addresses(server.api(), routes)).isEmpty();
      refused(server.api().get("/api/course/lectures/" + lecture), 401, "NOT_SIGNED_IN");
      refused(outsider.lecture(lecture), 403, "NOT_ENROLLED");
      refused(
          outsider
              .api()
              .put("/api/course/lectures/" + lecture + "/progress", "{\"positionSeconds\": 1}"),
          403,
          "NOT_ENROLLED");
      refused(outsider.confirms(lecture, UUID.randomUUID().toString()), 403, "NOT_ALLOWED");

      enrolled
          .api()
          .post("/api/payment/payments/" + opened.payment() + "/refund", "{}")
          .mustBe(200);
      enrolled.awaitEnrollment(course, "dropped");
      assertThat(addresses(enrolled.api(), routes)).as("after the refund").isEmpty();
    }
  }

  @Test
  void anAddressThatWasAlteredOrIsOldPlaysNothing() throws Exception {
    int port = Ports.next();
    try (ServerProcess server = start(port)) {
      CourseMember teacher = CourseMember.registers(server.api(), "teacher@example.org");
      String course = teacher.sells("Drawing", "0");
      String lecture = teacher.films(course, "Lines", Films.mp4());
      String other = teacher.films(course, "Light", Films.mp4());
      Api.Answer seen = teacher.lecture(lecture).mustBe(200);
      URI address = URI.create(seen.text("/data/videoUrl"));
      assertThat(status(address)).isEqualTo(200);
      assertThat(Instant.parse(seen.text("/data/videoUrlExpiresAt")))
          .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(4)));

      String token = address.getQuery();
      String bare = address.toString().replace("?" + token, "");
      char last = token.charAt(token.length() - 1);
      String altered = token.substring(0, token.length() - 1) + (last == '0' ? '1' : '0');
      String longer = token.replaceFirst("token=[0-9]", "token=9");
      String others =
          URI.create(teacher.lecture(other).mustBe(200).text("/data/videoUrl")).getQuery();
      for (String wrong : List.of("", "?token=", "?" + altered, "?" + longer, "?" + others)) {
        assertThat(status(URI.create(bare + wrong))).as("token '%s'", wrong).isEqualTo(404);
      }

      PlaybackSigning signing = signing(port);
      Instant now = Instant.now();
      assertThat(status(signed(signing, bare, now.plusSeconds(600)))).isEqualTo(200);
      assertThat(status(signed(signing, bare, now.minusSeconds(1)))).isEqualTo(404);
    }
  }

  /** Opens what signs at the server, to sign for a time that is over. */
  private static PlaybackSigning signing(int port) {
    return Sandbox.open(
            SandboxSettings.defaults().withBaseUrl(URI.create("http://localhost:" + port)),
            new InMemorySandboxMemory(),
            Clock.systemUTC(),
            UUID::randomUUID,
            () -> Secret.of("unused"))
        .libraryProvider()
        .signing()
        .orElseThrow();
  }

  private static URI signed(PlaybackSigning signing, String address, Instant until) {
    return URI.create(signing.sign(address, until).playlist());
  }

  private int status(URI address) throws Exception {
    HttpResponse<byte[]> answer =
        http.send(
            HttpRequest.newBuilder(address).header("Range", "bytes=0-99").build(),
            BodyHandlers.ofByteArray());
    if (answer.statusCode() == 206) {
      assertThat(answer.body()).hasSize(100);
      return 200;
    }
    assertThat(new String(answer.body(), StandardCharsets.ISO_8859_1)).doesNotContain("ftyp");
    return answer.statusCode();
  }

  /** Lists whatever can be read of courses, with every name wherever one may stand. */
  private static List<String> routes(ServerProcess server, List<String> names) throws Exception {
    List<String> templates =
        new ArrayList<>(
            List.of(
                "/courses",
                "/courses/{name}",
                "/courses/{slug}/payment",
                "/learn",
                "/learn/{name}",
                "/learn/payments",
                "/teach",
                "/teach/{name}",
                "/teach/{name}/students",
                "/people/{name}"));
    String described = server.api().get("/openapi.yml", "Accept", "*/*").mustBe(200).raw().body();
    DESCRIBED
        .matcher(described)
        .results()
        .filter(path -> path.group(2).contains("\n    get:\n"))
        .filter(path -> path.group(2).contains("- Courses\n"))
        .forEach(path -> templates.add(path.group(1)));
    List<String> routes = new ArrayList<>();
    for (String template : templates) {
      if (template.contains("{")) {
        names.forEach(name -> routes.add(template.replaceAll("\\{[^}]+}", name)));
      } else {
        routes.add(template);
      }
    }
    String course = names.get(0);
    String lecture = names.get(1);
    routes.add("/learn/" + course + "?lecture=" + lecture);
    routes.add("/courses/" + names.get(2) + "/lectures/" + lecture);
    return routes;
  }

  /** Asks for everything, as programs and as browsers do, and returns where an address was. */
  private static List<String> addresses(Api reader, List<String> routes) throws Exception {
    List<String> found = new ArrayList<>();
    for (String route : routes) {
      for (String accept : List.of("application/json", "text/html")) {
        Api.Answer answer = reader.get(route, "Accept", accept);
        assertThat(answer.status()).as(route).isLessThan(500);
        if (answer.raw().body().contains(LIBRARY)) {
          found.add(route);
        }
      }
    }
    return found;
  }

  private static void refused(Api.Answer answer, int status, String code) {
    assertThat(answer.mustBe(status).text("/code")).isEqualTo(code);
    assertThat(answer.raw().body()).doesNotContain(LIBRARY);
  }
}
