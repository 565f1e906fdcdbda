package dev.stagedoor.web.pages.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.observe.Measured;
import dev.stagedoor.web.pages.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dashboard, without scripts. It is Sunday, 1 June 2025. */
class AnalyticsPagesTest {
  private static final String PAGE = "/admin/analytics";

  private static WebServer server;
  private static InMemoryStagedoor house;
  private static Visitor admin;

  @BeforeAll
  static void open() {
    server = WebServer.start("stagedoor.rate-limits.attempts-per-address=100000");
    house = server.house();
    house.stagedoor().plans().begin(Settings.Tv.standard().plans());
    admin = Visitor.signedIn(server, house.admin());
    Visitor john = new Visitor(server);
    john.send(
            "/register/tv",
            "name",
            "John Doe",
            "email",
            "john@example.com",
            "password",
            "long enough")
        .leadsTo("/tv");
    john.open("/tv").is(200);
    house.stagedoor().analytics().rollingUp().work().run();
    Measured.handOver(server);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void aVisitorIsLedToSignInAndBack() {
    new Visitor(server).open(PAGE).leadsTo("/login?next=%2Fadmin%2Fanalytics");
  }

  @Test
  void onlyAdminsSeeIt() {
    Visitor jane = new Visitor(server);
    jane.send(
            "/register/tv",
            "name",
            "Jane Doe",
            "email",
            house.anAddress().value(),
            "password",
            "long enough")
        .leadsTo("/tv");

    jane.open(PAGE).is(403);
  }

  @Test
  void theLastThirtyDaysAreShownInChartsWithTheirFigures() {
    Visitor.Shown page = admin.open(PAGE).is(200);

    page.says(
        "New and active people",
        "Monthly revenue in USD",
        "Credits spent by resellers",
        "How long answers took",
        "role=\"img\"",
        "<th scope=\"row\">Jun 1, 2025</th>");
    assertThat(page.field("startDate")).isEqualTo("2025-05-03");
    assertThat(page.field("endDate")).isEqualTo("2025-06-01");
    assertThat(page.html().split("class=\"chart-plot\"", -1)).hasSize(1 + 7);
    assertThat(page.html().split("<title id=", -1)).hasSize(1 + 7);
    page.says("Who came back", "100%", "Programs and others", "Open connections");
  }

  @Test
  void otherDaysAreShownOnRequest() {
    Visitor.Shown page =
        admin
            .open(
                PAGE
                    + "?startDate=2025-01-15&endDate=2025-06-01&groupBy=month&timezone=Europe/Berlin")
            .is(200);

    assertThat(page.field("startDate")).isEqualTo("2025-01-01");
    assertThat(page.field("endDate")).isEqualTo("2025-06-30");
    page.says(
        "<option value=\"month\" selected>",
        "<option value=\"Europe/Berlin\" selected>",
        "<th scope=\"row\">Jan 1, 2025</th>");
  }

  @Test
  void whatCannotBeReadIsSaidBesideIt() {
    admin
        .open(PAGE + "?startDate=2025-06-02&endDate=2025-06-01")
        .is(422)
        .says("id=\"endDate-fault\"", "This is before the beginning.")
        .saysNot("chart-plot");
    admin
        .open(PAGE + "?startDate=2020-01-01&endDate=2025-06-01")
        .is(422)
        .says("This is too long a time; the most is 1100 days.");
    admin.open(PAGE + "?startDate=soon").is(422).says("id=\"startDate-fault\"");
    admin.open(PAGE + "?timezone=Mars").is(422).says("id=\"timezone-fault\"");
    admin.open(PAGE + "?groupBy=hour").is(422).says("role=\"alert\"");
  }

  @Test
  void tabsOfAdminsLeadThere() {
    admin.open("/admin/tv").is(200).says("href=\"/admin/analytics\"");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void itIsThereInEveryLanguage(Language language) {
    Visitor.Shown page = admin.open(PAGE + "?lang=" + language.code()).is(200);

    page.says("<html lang=\"" + language.code() + "\"", "chart-plot");
    assertThat(page.html()).doesNotContain("analytics.users", "{count}", "{title}");
    if (language.isRightToLeft()) {
      page.says("dir=\"rtl\"");
    }
    // The language that was chosen is remembered.
    admin.open(PAGE + "?lang=en").is(200);
  }
}
