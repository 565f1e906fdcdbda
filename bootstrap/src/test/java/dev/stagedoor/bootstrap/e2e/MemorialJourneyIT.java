package dev.stagedoor.bootstrap.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.stagedoor.bootstrap.e2e.Browser.listen;
import static dev.stagedoor.bootstrap.e2e.Browser.look;
import static dev.stagedoor.bootstrap.e2e.Browser.named;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import dev.stagedoor.domain.kernel.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** From registration to a live stream and its recording, in a browser. */
class MemorialJourneyIT {
  private static final int DESKTOP = 1200;
  private static final int PHONE = 360;

  @TempDir Path data;

  /** The configurations that must not make a difference: payments, video, sign-in. */
  static Stream<Supplier<FarSides>> configurations() {
    return Stream.of(
        FarSides::sandbox,
        FarSides::stripeAndCloudflare,
        FarSides::stripeAndMux,
        FarSides::firebase);
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void aFamilyBooksAndStreamsAndVisitorsWatch(Supplier<FarSides> configuration) throws Exception {
    try (FarSides providers = configuration.get();
        ServerProcess server = ServerProcess.start(data, Ports.next(), providers.settings());
        Browser browser = Browser.open()) {
      providers.attach(server);
      Page family = browser.visitor(DESKTOP);
      List<String> complaints = listen(family);

      family.navigate(server.uri("/register/family").toString());
      family.getByLabel("Your name").fill("Ana Perez");
      family.getByLabel("E-mail address").fill("ana@example.org");
      family
          .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
          .fill("a long password");
      family.getByLabel("Name of your loved one").fill("José Pérez");
      press(family, "Open the memorial");
      family.waitForURL(Pattern.compile(".*/memorial/[0-9a-f-]+/schedule.*"));
      look(family, "schedule-empty");

      family.getByLabel(Pattern.compile("^Date")).first().fill(Ahead.day().toString());
      family.getByLabel(Pattern.compile("^Begins at")).first().fill("14:00");
      family.getByLabel(Pattern.compile("^Place")).first().fill("Chapel");
      family.getByText("Live", new Page.GetByTextOptions().setExact(true)).first().click();
      assertThat(family.getByText(Pattern.compile("Saved at"))).isVisible();
      assertThat(family.getByText("$1,299.00").first()).isVisible();
      look(family, "schedule");
      family.getByText("Book now").click();

      family.waitForURL(Pattern.compile(".*/payment.*"));
      assertThat(family.getByText("No money moves")).hasCount(providers.isMoneyPretended() ? 1 : 0);
      pay(family, "4000 0000 0000 0002");
      assertThat(family.getByText(Pattern.compile("Your card was declined")).first()).isVisible();
      look(family, "payment-declined");
      pay(family, "4242 4242 4242 4242");
      assertThat(family.getByText("Thank you. It is booked.")).isVisible();
      look(family, "payment-paid");

      family.navigate(family.url().replaceAll("/payment.*", "/livestream"));
      press(family, "Create the stream");
      press(family, "Start");
      assertThat(family.getByText("Ready for your camera").first()).isVisible();
      look(family, "livestream-ready");

      Page visitor = browser.visitor(PHONE);
      listen(visitor, complaints);
      visitor.navigate(server.uri("/jose-perez").toString());
      look(visitor, "public-before");

      providers.connectEncoder(
          server, new FarSides.Operator(browser.visitor(DESKTOP), streamKey(family, server)));

      assertThat(visitor.getByText("Live now").first()).isVisible();
      assertThat(family.getByText(Pattern.compile("Watching now")).first()).isVisible();
      playsOn(visitor);
      look(visitor, "public-live");
      look(family, "livestream-live");

      press(family, "Stop the broadcast");
      family.getByRole(AriaRole.DIALOG).getByText("Stop the broadcast").last().click();
      assertThat(family.getByText("Over", new Page.GetByTextOptions().setExact(true)).first())
          .isVisible();

      assertThat(visitor.getByText("Recordings").first()).isVisible();
      assertThat(visitor.getByRole(AriaRole.BUTTON, named("Play the recording"))).isVisible();
      playsOn(visitor);
      look(visitor, "public-recorded");
      assertThat(complaints).as("errors in the browser's console").isEmpty();
      for (String secret : providers.planted()) {
        assertThat(server.log()).doesNotContain(secret);
      }
    }
  }

  /** Reads the key as the family does to set an encoder up. */
  private static Secret streamKey(Page family, ServerProcess server) throws Exception {
    String memorial = family.url().replaceAll(".*/memorial/([0-9a-f-]+)/.*", "$1");
    APIResponse streams =
        family.request().get(server.uri("/api/memorials/" + memorial + "/streams").toString());
    return Secret.of(new ObjectMapper().readTree(streams.text()).findPath("streamKey").asText());
  }

  @Test
  void aVisitorWithoutJavaScriptReadsThePageAndWritesInTheGuestBook() throws Exception {
    try (ServerProcess server = ServerProcess.start(data, Ports.next());
        Browser browser = Browser.open()) {
      Journey family =
          new Journey(server.api(), "ana@example.org").registers("José Pérez").schedules();
      Page visitor = browser.withoutScripts(PHONE);

      Response page = visitor.navigate(server.uri("/" + family.slug()).toString());
      assertThat(page.status()).isEqualTo(200);
      assertThat(visitor.getByRole(AriaRole.HEADING, named("José Pérez"))).isVisible();
      assertThat(visitor.getByText("Chapel").first()).isVisible();
      visitor.getByLabel("Name").fill("Luis");
      visitor.getByLabel("Your words").fill("We miss you.");
      press(visitor, "Send to the family");

      assertThat(visitor.getByText(Pattern.compile("as soon as the family has read"))).isVisible();
      look(visitor, "public-no-script");
      assertThat(family.api().get(family.path("/guestbook")).mustBe(200).raw().body())
          .contains("We miss you.")
          .contains("pending");
    }
  }

  private static void pay(Page page, String card) {
    shown(page, "Card number").fill(card);
    shown(page, "Valid until").fill(Ahead.endOfCard());
    shown(page, "Security code").fill("123");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Pay ")))
        .click();
  }

  /** Finds the field that is shown: forms of other providers wait in the page. */
  private static Locator shown(Page page, String label) {
    return page.getByLabel(label).and(page.locator("input:visible"));
  }

  /** Presses play and watches the picture move. */
  private static void playsOn(Page page) {
    Locator button = page.locator("[data-player-button]:visible").first();
    button.click();
    page.waitForFunction("() => document.querySelector('video').currentTime > 0.5");
    Object before = page.evaluate("() => document.querySelector('video').currentTime");
    page.waitForFunction(
        "before => document.querySelector('video').currentTime > before + 0.5", before);
  }

  private static void press(Page page, String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
  }
}
