package dev.stagedoor.web.pages.memorials;

import static dev.stagedoor.domain.fixture.BookingBuilder.choosing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.memorials.BookingService;
import dev.stagedoor.domain.fake.FakePayments;
import dev.stagedoor.domain.memorials.Tier;
import dev.stagedoor.domain.payments.PaymentForm;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Visitor;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The payment page where a provider brings a form of its own. */
class PaymentFormTest {
  private static final PaymentForm FORM =
      new PaymentForm(
          URI.create("https://forms.example.org/v1/form.js?a=1&b=2"),
          Set.of(URI.create("https://forms.example.org")),
          Set.of(URI.create("https://frames.example.org")),
          Set.of(URI.create("https://calls.example.org:8443/reports")),
          true);
  private static WebServer server;

  @BeforeAll
  static void open() {
    server = WebServer.start(new InMemoryStagedoor(new FakePayments().withForm(FORM)), beans -> {});
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private final InMemoryStagedoor house = server.house();
  private final InMemoryStagedoor.Family family = house.aFamily("Grace Hopper");
  private final Visitor owner = Visitor.signedIn(server, family.person());
  private final String run = "/memorial/" + family.memorial().value();

  private Visitor.Shown paymentPage() {
    BookingService bookings = house.stagedoor().bookings();
    bookings.save(
        family.actor(),
        family.memorial(),
        new BookingService.Edit(
            Optional.empty(),
            Optional.of(choosing(Tier.LIVE)),
            bookings.schedule(family.actor(), family.memorial()).version()));
    return owner.open(run + "/payment").is(200);
  }

  @Test
  void onlyThePaymentPageLetsInWhatTheFormNeeds() {
    assertThat(paymentPage().answer().header("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self' https://forms.example.org;")
        .contains("frame-src 'self' https://frames.example.org")
        .contains(" https://calls.example.org:8443;")
        .contains("style-src 'self' 'unsafe-inline';")
        .contains("object-src 'none';");
    assertThat(owner.open(run + "/schedule").is(200).answer().headers("Content-Security-Policy"))
        .singleElement()
        .asString()
        .doesNotContain("example.org", "unsafe-inline");
  }

  @Test
  void aBanksWindowFindsItsWayBack() {
    assertThat(paymentPage().answer().headers("Cross-Origin-Opener-Policy"))
        .containsExactly("same-origin-allow-popups");
    assertThat(owner.open(run + "/schedule").answer().headers("Cross-Origin-Opener-Policy"))
        .containsExactly("same-origin");
  }

  @Test
  void thePageNamesTheProvidersScriptAndTheOneThatShowsIt() {
    String html = paymentPage().html();

    assertThat(html)
        .contains("data-provider=\"fake\"")
        .contains("data-library=\"https://forms.example.org/v1/form.js?a=1&amp;b=2\"");
    Matcher shown = Pattern.compile("data-show=\"([^\"]+)\"").matcher(html);
    assertThat(shown.find()).isTrue();
    Answer script = server.get(shown.group(1)).send();
    assertThat(script.status()).isEqualTo(200);
    assertThat(script.header("Content-Type")).hasValue("text/javascript;charset=utf-8");
    assertThat(script.text()).contains("export async function show");
  }
}
