package dev.stagedoor.providers.pretix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.TicketCatalogContract;
import dev.stagedoor.domain.contract.UnpublishedSalesContract;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.domain.ticketing.TicketOffer;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class PretixCatalogTest implements TicketCatalogContract, UnpublishedSalesContract {
  private static final String LOOK = "GET /api/v1/organizers/bigevents/events/event-1/";

  private final PretixWorld world = new PretixWorld();
  private final PretixStub stub = world.stub;

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  public TicketCatalog catalog() {
    return world.catalog();
  }

  @Override
  public PretixWorld world() {
    return world;
  }

  private ProviderRef aLiveEvent() {
    return world.anEvent("Gala", SaleStatus.LIVE, Optional.empty(), Optional.empty());
  }

  private ObjectNode shop(ProviderRef event) {
    return stub.event(event.value());
  }

  private TicketOffer found(ProviderRef event) {
    return catalog().find(event).orElseThrow();
  }

  private ProviderException failing(TicketCatalog asked, ProviderRef event) {
    return catchThrowableOfType(ProviderException.class, () -> asked.find(event));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bigevents",
        "bigevents/",
        "/event-1",
        "bigevents/event-1/",
        "bigevents/..",
        "../event-1",
        "bigevents/.",
        "bigevents/event-1/w",
        "bigevents/event-1?x",
        "bigevents/event_1#",
        "bigevents%2Fevent-1",
        " bigevents/event-1",
        "bigevents//event-1"
      })
  void whatCannotNameAnEventIsNotAskedFor(String id) {
    aLiveEvent();

    assertThat(catalog().find(new ProviderRef(Pretix.ID, id))).isEmpty();
    assertThat(stub.asked()).isEmpty();
  }

  @Test
  void anEventIsAskedForOnce() {
    ProviderRef event = aLiveEvent();

    catalog().find(event);

    assertThat(stub.asked()).containsExactly(LOOK);
  }

  @Test
  void whatIsForbiddenIsAbsentOnlyWhereTheTokenIsLetIn() {
    assertThat(catalog().find(world.nobody())).isEmpty();
    assertThat(stub.asked())
        .containsExactly(
            "GET /api/v1/organizers/bigevents/events/nobody/", "GET /api/v1/organizers/");

    stub.fail(FarSideFailure.FORBIDDEN);
    assertThat(failing(catalog(), world.nobody()).kind()).isEqualTo(Kind.UNAUTHORISED);
  }

  @Test
  void anotherOrganizersEventIsAbsent() {
    aLiveEvent();

    assertThat(catalog().find(ProviderRef.of("pretix", "smallevents/event-1"))).isEmpty();
  }

  @Test
  void aWrongTokenIsUnauthorisedAndNotPrinted() {
    ProviderRef event = aLiveEvent();
    PretixConfig config =
        new PretixConfig(
            stub.baseUrl(),
            Secret.of("canary-7f3a"),
            Secret.of("canary-7f3a-webhooks"),
            Duration.ofSeconds(5));
    TicketCatalog asked = world.open(config);
    Logger log = (Logger) LoggerFactory.getLogger("dev.stagedoor");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    log.setLevel(Level.ALL);
    try {
      ProviderException refused = failing(asked, event);

      assertThat(refused.kind()).isEqualTo(Kind.UNAUTHORISED);
      assertThat(lines.list).isNotEmpty();
      assertThat(lines.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .noneMatch(line -> line.contains("canary"));
      assertThat(refused.toString() + refused.getCause() + asked + config).doesNotContain("canary");
    } finally {
      log.detachAppender(lines);
      log.setLevel(null);
    }
  }

  @Test
  void anAddressThatIsNoPretixIsNotTakenForAnAbsentEvent() {
    ProviderRef event = aLiveEvent();
    PretixConfig config = stub.config();
    TicketCatalog lost =
        world.open(
            new PretixConfig(
                URI.create(stub.baseUrl() + "/elsewhere"),
                config.token(),
                config.webhookToken(),
                config.timeout()));

    ProviderException unreadable = failing(lost, event);

    assertThat(unreadable.kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(unreadable).hasMessageContaining("base-url");
  }

  @Test
  void whoOrdersInTestModeGetsNoTicketSoThatNothingIsOnSale() {
    ProviderRef event = aLiveEvent();
    shop(event).put("testmode", true);

    assertThat(found(event).status()).isEqualTo(SaleStatus.DRAFT);
  }

  @ParameterizedTest
  @CsvSource({
    // presale from, until, event from, to, all in hours from now; nothing: not said
    " -2,   ,  24, 27, LIVE",
    "  1,   ,  24, 27, DRAFT",
    "   ,  1,  24, 27, LIVE",
    "   , -1,  24, 27, INACTIVE",
    " -2, -1,  24, 27, INACTIVE",
    "   ,  1, -24, -1, LIVE",
    "   ,   ,  -3,  1, LIVE",
    "   ,   ,  -3, -1, INACTIVE",
    "   ,   ,  -3,   , LIVE",
    "   ,   , -14,   , INACTIVE"
  })
  void aSaleIsOnWhilePretixSells(
      Integer presaleFrom, Integer presaleTo, Integer from, Integer to, SaleStatus expected) {
    ProviderRef event = aLiveEvent();
    shop(event)
        .put("presale_start", inHours(presaleFrom))
        .put("presale_end", inHours(presaleTo))
        .put("date_from", inHours(from))
        .put("date_to", inHours(to));

    assertThat(found(event).status()).isEqualTo(expected);
  }

  private String inHours(Integer hours) {
    return PretixStub.text(
        Optional.ofNullable(hours).map(said -> world.now().plus(Duration.ofHours(said))));
  }

  @Test
  void theDayOfAnEventWithoutAnEndIsOverWhereItTakesPlace() {
    ProviderRef event = aLiveEvent();
    // Now it is 10:00 UTC, and 19:00 in Tokyo.
    shop(event)
        .put("timezone", "Asia/Tokyo")
        .put("date_from", "2025-06-01T00:30:00+09:00")
        .putNull("date_to");
    assertThat(found(event).status()).isEqualTo(SaleStatus.LIVE);

    world.clock.advance(Duration.ofHours(5).minusSeconds(1));
    assertThat(found(event).status()).isEqualTo(SaleStatus.LIVE);
    world.clock.advance(Duration.ofSeconds(1));
    assertThat(found(event).status()).isEqualTo(SaleStatus.INACTIVE);
  }

  @Test
  void aSeriesIsOverWhenItsPresaleIsAndHasNoTimeOfItsOwn() {
    ProviderRef event = aLiveEvent();
    shop(event)
        .put("has_subevents", true)
        .put("date_from", inHours(-1000))
        .put("date_to", inHours(-990));

    TicketOffer series = found(event);
    assertThat(series.status()).isEqualTo(SaleStatus.LIVE);
    assertThat(series.startsAt()).isEmpty();
    assertThat(series.endsAt()).isEmpty();

    shop(event).put("presale_end", inHours(-1));
    assertThat(found(event).status()).isEqualTo(SaleStatus.INACTIVE);
  }

  @Test
  void aShopThatIsOfflineAndOverIsOver() {
    ProviderRef event = aLiveEvent();
    shop(event).put("live", false).put("presale_end", inHours(-1));

    assertThat(found(event).status()).isEqualTo(SaleStatus.INACTIVE);
  }

  @Test
  void theEnglishNameIsTakenElseTheFirst() {
    ProviderRef event = aLiveEvent();
    assertThat(found(event).title()).isEqualTo("Gala");

    ObjectNode names = (ObjectNode) shop(event).path("name");
    names.put("en", " ");
    assertThat(found(event).title()).isEqualTo("Auf Deutsch");
    names.removeAll();
    names.put("fr", "").put("ga", "Oíche");
    assertThat(found(event).title()).isEqualTo("Oíche");
  }

  @Test
  void itIsShownWherePretixSaysAndFramedAtPretixItself() {
    ProviderRef event = aLiveEvent();
    shop(event).put("public_url", "https://tickets.example.org/event-1/");

    TicketEmbed embed = found(event).embed();

    assertThat(embed.page()).isEqualTo(URI.create("https://tickets.example.org/event-1/"));
    assertThat(embed.frame()).isEqualTo(catalog().embed(event).frame());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "javascript:alert(1)", "//example.org", "https://a@b.example", "a b"})
  void aPageThatIsNoAddressIsNotTaken(String address) {
    ProviderRef event = aLiveEvent();
    shop(event).put("public_url", address);

    assertThat(found(event).embed()).isEqualTo(catalog().embed(event));
    shop(event).remove("public_url");
    assertThat(found(event).embed().page())
        .isEqualTo(URI.create(stub.baseUrl() + "/bigevents/event-1/"));
  }

  @Test
  void onlyTheFrameMayBeFramedAndEachInstallationHasItsOwn() {
    ProviderRef event = aLiveEvent();
    TicketEmbed embed = catalog().embed(event);
    PretixConfig config = stub.config();
    TicketCatalog another =
        world.open(
            new PretixConfig(
                config.baseUrl(),
                config.token(),
                Secret.of("the-token-of-another-server"),
                config.timeout()));

    assertThat(world.visit(embed.page()).headers().firstValue("X-Frame-Options")).isPresent();
    assertThat(world.visit(embed.frame()).headers().firstValue("X-Frame-Options")).isEmpty();
    assertThat(embed.frame().toString())
        .matches(stub.baseUrl() + "/bigevents/event-1/w/[a-zA-Z0-9]{16}/\\?iframe=1");
    assertThat(another.embed(event).frame()).isNotEqualTo(embed.frame());
    assertThat(embed.toString()).doesNotContain(PretixStub.WEBHOOK_TOKEN.reveal());
  }

  @Test
  void anAnswerThatLacksSomethingIsUnreadable() {
    ProviderRef event = aLiveEvent();
    ObjectNode good = shop(event).deepCopy();
    for (String member : List.of("slug", "name", "live", "testmode")) {
      shop(event).setAll(good);
      shop(event).remove(member);
      assertThat(failing(catalog(), event).kind()).as(member).isEqualTo(Kind.UNREADABLE);
    }
    shop(event).setAll(good);
    shop(event).put("slug", "event-2");
    assertThat(failing(catalog(), event).kind()).isEqualTo(Kind.UNREADABLE);
  }

  @Test
  void aTimeThatIsNoneIsUnreadable() {
    ProviderRef event = aLiveEvent();
    ObjectNode good = shop(event).deepCopy();
    for (String member : List.of("date_from", "date_to", "presale_start", "presale_end")) {
      shop(event).setAll(good);
      shop(event).put(member, "2025-06-01");
      assertThat(failing(catalog(), event).kind()).as(member).isEqualTo(Kind.UNREADABLE);
    }
  }

  @Test
  void theDocumentedAnswerIsRead() {
    JsonNode documented = PretixFixtures.read("answer.event");
    PretixEvent event = PretixEvent.read(documented);

    assertThat(event.title()).isEqualTo("Sample Conference");
    assertThat(event.startsAt()).contains(Instant.parse("2025-06-02T16:00:00Z"));
    assertThat(event.endsAt()).contains(Instant.parse("2025-06-02T20:00:00Z"));
    assertThat(event.status(world.now())).isEqualTo(SaleStatus.LIVE);
  }
}
