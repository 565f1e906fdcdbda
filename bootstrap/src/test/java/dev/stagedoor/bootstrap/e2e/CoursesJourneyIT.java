package dev.stagedoor.bootstrap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.stagedoor.bootstrap.e2e.Browser.listen;
import static dev.stagedoor.bootstrap.e2e.Browser.look;
import static dev.stagedoor.bootstrap.e2e.Browser.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.stagedoor.domain.fixture.Films;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty course to a certificate that is revoked, in browsers. */
class CoursesJourneyIT {
  private static final int DESKTOP = 1200;
  private static final int PHONE = 360;
  private static final int FILM_BYTES = 6 << 20;
  private static final int BYTES_A_SECOND = 200 << 10;
  private static final int UNTHROTTLED = -1;

  @TempDir Path data;

  @Test
  void aTeacherFilmsAndAStudentBuysLearnsAndTakesTheMoneyBack() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, Ports.next());
        Browser browser = Browser.open()) {
      Page teacher = browser.visitor(DESKTOP);
      List<String> complaints = listen(teacher);
      String course = beginsACourse(teacher, server);
      sendsAFilm(teacher);
      press(teacher, "Publish");
      assertThat(teacher.getByText("Everybody sees it and can buy it.")).isVisible();
      look(teacher, "course-editor");

      Page student = browser.visitor(PHONE);
      listen(student, complaints);
      buys(student, server);
      student.getByRole(AriaRole.LINK, named("Begin the course")).click();
      student.waitForURL(Pattern.compile(".*/learn/" + course + ".*"));
      double left = watchesABit(student);

      Page elsewhere = browser.visitor(DESKTOP);
      listen(elsewhere, complaints);
      signsIn(elsewhere, server, "/learn/" + course);
      goesOn(elsewhere, left);
      String certificate = completes(elsewhere);
      downloads(elsewhere);
      String lecture = lectureOf(elsewhere, course);
      assertThat(videoUrl(elsewhere, lecture)).contains("token=");

      Page anybody = browser.visitor(PHONE);
      anybody.navigate(certificate);
      assertThat(anybody.getByText("This certificate is valid.")).isVisible();
      assertThat(anybody.getByText("Luis Gómez")).isVisible();
      look(anybody, "course-certificate");

      takesTheMoneyBack(elsewhere, server);
      isOver(elsewhere, course, lecture);
      anybody.navigate(certificate);
      assertThat(anybody.getByText("This certificate is not valid.")).isVisible();
      assertThat(anybody.getByRole(AriaRole.LINK, named("Download as a PDF"))).hasCount(0);
      look(anybody, "course-certificate-revoked");
      assertThat(complaints).as("errors in the browser's console").isEmpty();
    }
  }

  private static String beginsACourse(Page page, ServerProcess server) throws Exception {
    registers(page, server, "Ana Pérez", "teacher@example.org", "/teach");
    page.getByLabel("Title").fill("Drawing for everybody");
    page.getByLabel("Description").fill("Lines, light and patience.");
    page.getByLabel(Pattern.compile("^Price")).fill("49.50");
    press(page, "Create the course");
    page.waitForURL(Pattern.compile(".*/teach/[0-9a-f-]+.*"));
    page.locator("[aria-labelledby=new-lecture]").getByLabel("Title of the lecture").fill("Lines");
    press(page, "Add the lecture");
    assertThat(page.getByText("No video yet")).isVisible();
    look(page, "course-editor-empty");
    return page.url().replaceAll(".*/teach/([0-9a-f-]+).*", "$1");
  }

  /** Sends a film over a line so slow that one sees it go, until it was seen. */
  private static void sendsAFilm(Page page) throws Exception {
    CDPSession line = page.context().newCDPSession(page);
    throttle(line, BYTES_A_SECOND);
    page.locator("[data-upload] input[type=file]")
        .setInputFiles(new FilePayload("lines.mp4", "video/mp4", large(Films.mp4())));
    press(page, "Send the video");

    page.waitForFunction(
        "() => { const bar = document.querySelector('[data-sending]');"
            + " return !bar.hidden && bar.value > 0 && bar.value < 100; }");
    Locator bar = page.locator("[data-sending]");
    assertThat(bar).isVisible();
    Object before = bar.evaluate("bar => bar.value");
    page.waitForFunction(
        "before => { const bar = document.querySelector('[data-sending]');"
            + " return bar.value > before; }",
        before);
    look(page, "course-sending");

    throttle(line, UNTHROTTLED);
    assertThat(page.getByText("Video ready")).isVisible();
    assertThat(bar).isHidden();
  }

  private static void throttle(CDPSession line, int bytesASecond) {
    JsonObject conditions = new JsonObject();
    conditions.addProperty("offline", false);
    conditions.addProperty("latency", 0);
    conditions.addProperty("downloadThroughput", UNTHROTTLED);
    conditions.addProperty("uploadThroughput", bytesASecond);
    line.send("Network.emulateNetworkConditions", conditions);
  }

  /** Makes a film larger, by a box at its end that players pass over. */
  private static byte[] large(byte[] film) {
    return ByteBuffer.allocate(FILM_BYTES)
        .put(film)
        .putInt(FILM_BYTES - film.length)
        .put("free".getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static void buys(Page page, ServerProcess server) throws Exception {
    page.navigate(server.uri("/courses").toString());
    look(page, "course-catalogue");
    page.getByRole(AriaRole.LINK, named("Drawing for everybody")).click();
    assertThat(page.getByText("$49.50").first()).isVisible();
    look(page, "course-page");
    page.getByRole(AriaRole.LINK, named("Buy the course")).click();
    page.waitForURL(Pattern.compile(".*/(login|register).*"));
    page.getByRole(AriaRole.LINK, named("Learn and teach")).click();
    fillIn(page, "Luis Gómez", "student@example.org");
    page.waitForURL(Pattern.compile(".*/payment.*"));

    pay(page, "4000 0000 0000 0002");
    assertThat(page.getByText(Pattern.compile("Your card was declined")).first()).isVisible();
    look(page, "course-declined");
    pay(page, "4242 4242 4242 4242");
    assertThat(page.getByText("Thank you. The course is yours.")).isVisible();
    look(page, "course-paid");
  }

  /** Watches the beginning, and returns where the student stopped, as the server was told. */
  private static double watchesABit(Page page) throws Exception {
    page.locator("[data-player-button]:visible").click();
    page.waitForFunction("() => document.querySelector('video').currentTime > 0.3");
    Object before = page.evaluate("() => document.querySelector('video').currentTime");
    // Stopped by the page itself: until somebody else does, the film may be over.
    page.waitForResponse(
        answer -> answer.url().endsWith("/progress") && answer.status() == 200,
        () ->
            page.waitForFunction(
                "before => { const video = document.querySelector('video');"
                    + " const isThere = video.currentTime > Math.max(before + 0.5, 1.5);"
                    + " if (isThere) video.pause(); return isThere; }",
                before));
    look(page, "course-playing");
    Object stopped = page.evaluate("() => document.querySelector('video').currentTime");
    return Math.floor(((Number) stopped).doubleValue());
  }

  private static void goesOn(Page page, double left) throws Exception {
    assertThat(left).isBetween(1.0, Films.LENGTH.toSeconds() - 1.0);
    Locator button = page.locator("[data-player-button]:visible");
    assertThat(button).containsText("Continue at 0:0" + (int) left);
    look(page, "course-resuming");
    button.click();
    page.waitForFunction("left => document.querySelector('video').currentTime > left", left);
    Object first = page.evaluate("() => document.querySelector('video').played.start(0)");
    assertThat(((Number) first).doubleValue()).isGreaterThanOrEqualTo(left);
  }

  /** Watches to the end, and returns where the certificate is. */
  private static String completes(Page page) throws Exception {
    Locator open = page.getByRole(AriaRole.LINK, named("Open your certificate"));
    assertThat(open).isVisible();
    assertThat(page.getByText("Your progress: 100 %")).isVisible();
    assertThat(page.locator("[data-tick]")).isVisible();
    look(page, "course-completed");
    open.click();
    page.waitForURL(Pattern.compile(".*/certificates/.*"));
    return page.url();
  }

  private static void downloads(Page page) throws Exception {
    Download download =
        page.waitForDownload(
            () -> page.getByRole(AriaRole.LINK, named("Download as a PDF")).click());
    byte[] document = Files.readAllBytes(download.path());
    assertThat(document).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    assertThat(download.suggestedFilename()).matches("certificate-.+\\.pdf");
  }

  private static String lectureOf(Page page, String course) throws Exception {
    JsonNode answer = json(ask(page, "/api/course/courses/" + course));
    return answer.at("/body/data/lectures/0/id").asText();
  }

  private static String videoUrl(Page page, String lecture) throws Exception {
    return json(ask(page, "/api/course/lectures/" + lecture)).at("/body/data/videoUrl").asText();
  }

  /** Goes through the pages without a mouse. */
  private static void takesTheMoneyBack(Page page, ServerProcess server) throws Exception {
    page.navigate(server.uri("/learn/payments").toString());
    look(page, "course-payments");
    page.getByRole(AriaRole.LINK, named("Refund: Drawing for everybody")).press("Enter");
    page.waitForURL(Pattern.compile(".*/refund"));
    look(page, "course-refund");
    page.getByRole(AriaRole.BUTTON, named("Take $49.50 back")).press("Enter");
    assertThat(page.getByText("The money has gone back.")).isVisible();
    assertThat(page.getByText("Refunded").first()).isVisible();
    look(page, "course-payments-refunded");
  }

  /** The money went back: nothing plays any more. */
  private static void isOver(Page page, String course, String lecture) throws Exception {
    page.waitForFunction(
        "course => fetch('/api/course/enrollments/course/' + course).then(answer =>"
            + " answer.json()).then(json => json.data.status === 'dropped')",
        course);
    JsonNode refused = json(ask(page, "/api/course/lectures/" + lecture));
    assertThat(refused.path("status").asInt()).isEqualTo(403);
    assertThat(refused.at("/body/code").asText()).isEqualTo("NOT_ENROLLED");
    page.navigate(page.url().replaceAll("/learn/payments.*", "/learn/" + course));
    page.waitForURL(Pattern.compile(".*/courses/drawing-for-everybody.*"));
    assertThat(page.getByRole(AriaRole.LINK, named("Buy the course"))).isVisible();
    assertThat(page.locator("video")).hasCount(0);
    look(page, "course-refunded");
  }

  private static void registers(
      Page page, ServerProcess server, String name, String email, String next) {
    page.navigate(server.uri("/register/student?next=" + next).toString());
    fillIn(page, name, email);
    page.waitForURL(Pattern.compile(".*" + next + ".*"));
  }

  private static void fillIn(Page page, String name, String email) {
    page.getByLabel("Your name").fill(name);
    page.getByLabel("E-mail address").fill(email);
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
        .fill(CourseMember.PASSWORD);
    press(page, "Create the account");
  }

  private static void signsIn(Page page, ServerProcess server, String next) {
    page.navigate(server.uri("/login?next=" + next).toString());
    page.getByLabel("E-mail address").fill("student@example.org");
    page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
        .fill(CourseMember.PASSWORD);
    page.locator("main form button[type=submit]").first().click();
    page.waitForURL(Pattern.compile(".*" + next + ".*"));
  }

  private static void pay(Page page, String card) {
    shown(page, "Card number").fill(card);
    shown(page, "Valid until").fill(Ahead.endOfCard());
    shown(page, "Security code").fill("123");
    page.getByRole(AriaRole.BUTTON, named(Pattern.compile("^Pay "))).click();
  }

  /** Finds the field that is shown: forms of other providers wait in the page. */
  private static Locator shown(Page page, String label) {
    return page.getByLabel(label).and(page.locator("input:visible"));
  }

  /** Asks the server as the page's own scripts do. */
  private static Object ask(Page page, String path) {
    return page.evaluate(
        "path => fetch(path, {headers: {Accept: 'application/json'}})"
            + ".then(async answer => ({status: answer.status, body: await answer.json()}))",
        path);
  }

  private static JsonNode json(Object answer) {
    return new ObjectMapper().valueToTree(Map.of("answer", answer)).path("answer");
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }
}
