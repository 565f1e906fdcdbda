package dev.stagedoor.providers.hievents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.TicketCatalogContract;
import dev.stagedoor.domain.contract.UnpublishedSalesContract;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketOffer;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import dev.stagedoor.providers.hievents.HiEventsConfig.ServiceUser;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** As the service user, who sees everything. */
class HiEventsCatalogTest implements TicketCatalogContract, UnpublishedSalesContract {
  private final HiEventsWorld world = new HiEventsWorld(Optional.of(HiEventsStub.user()));
  private final HiEventsStub stub = world.stub;

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  public TicketCatalog catalog() {
    return world.catalog();
  }

  @Override
  public HiEventsWorld world() {
    return world;
  }

  private ProviderRef aLiveEvent() {
    return world.anEvent("Gala", SaleStatus.LIVE, Optional.empty(), Optional.empty());
  }

  private ProviderException failing(TicketCatalog asked, ProviderRef event) {
    return catchThrowableOfType(ProviderException.class, () -> asked.find(event));
  }

  private void findAtOnce(ProviderRef event) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Optional<TicketOffer>>> asking = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        asking.add(() -> catalog().find(event));
      }
      for (Future<Optional<TicketOffer>> found : threads.invokeAll(asking)) {
        assertThat(found.get()).isPresent();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theUserSignsInOnceForAllThreads() throws Exception {
    findAtOnce(aLiveEvent());

    assertThat(stub.logins()).isEqualTo(1);
    assertThat(stub.refreshes()).isZero();
  }

  @Test
  void aSessionThatIsRefusedIsReplacedOnceForAllThreads() throws Exception {
    ProviderRef event = aLiveEvent();
    findAtOnce(event);
    stub.revokeTokens();

    findAtOnce(event);

    assertThat(stub.logins()).isEqualTo(2);
  }

  @Test
  void aSessionIsRefreshedBeforeItEnds() throws Exception {
    ProviderRef event = aLiveEvent();
    findAtOnce(event);
    Duration mostOfIt = HiEventsStubShop.TOKEN_LIFE.multipliedBy(9).dividedBy(10);
    world.clock.advance(mostOfIt.minusSeconds(1));
    findAtOnce(event);
    assertThat(stub.refreshes()).isZero();

    world.clock.advance(Duration.ofSeconds(2));
    findAtOnce(event);

    assertThat(stub.refreshes()).isEqualTo(1);
    assertThat(stub.logins()).isEqualTo(1);
  }

  @Test
  void whoCannotRefreshSignsInAgain() {
    ProviderRef event = aLiveEvent();
    catalog().find(event);
    world.clock.advance(HiEventsStubShop.TOKEN_LIFE.minusHours(1));
    stub.refuseRefreshing();

    assertThat(catalog().find(event)).isPresent();
    assertThat(stub.refreshes()).isEqualTo(1);
    assertThat(stub.logins()).isEqualTo(2);
  }

  @Test
  void aSessionThatEndedLongAgoIsReplaced() {
    ProviderRef event = aLiveEvent();
    catalog().find(event);
    world.clock.advance(HiEventsStubShop.TOKEN_LIFE.plusDays(30));

    assertThat(catalog().find(event)).isPresent();
    assertThat(stub.logins()).isEqualTo(2);
  }

  @Test
  void aWrongPasswordIsUnauthorisedAndNotPrinted() {
    ProviderRef event = aLiveEvent();
    ServiceUser wrong =
        new ServiceUser("who@example.com", Secret.of("canary-7f3a"), Optional.empty());
    TicketCatalog asked =
        HiEvents.open(stub.config().withUser(wrong), ProviderRuntime.plain().with(world.clock))
            .ticketingProvider()
            .catalog();
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
      assertThat(refused).hasStackTraceContaining("UNAUTHORISED");
      assertThat(refused.toString() + refused.getCause() + asked + wrong).doesNotContain("canary");
    } finally {
      log.detachAppender(lines);
      log.setLevel(null);
    }
  }

  @Test
  void anEventOfAnotherAccountIsFoundAsThePublicSeesIt() {
    ProviderRef event = aLiveEvent();
    stub.giveAway(event.value());

    TicketOffer offer = catalog().find(event).orElseThrow();

    assertThat(offer.title()).isEqualTo("Gala");
    assertThat(offer.status()).isEqualTo(SaleStatus.LIVE);
    assertThat(stub.logins()).as("who is forbidden need not sign in again").isEqualTo(1);
  }

  @Test
  void anEventOfAnotherAccountThatThePublicDoesNotSeeIsAbsent() {
    ProviderRef event = aLiveEvent();
    stub.giveAway(event.value());

    world.change(event, SaleStatus.DRAFT);
    assertThat(catalog().find(event)).isEmpty();
    world.change(event, SaleStatus.INACTIVE);
    assertThat(catalog().find(event)).isEmpty();
  }

  @Test
  void anEventThatTheUsersAccountHidesIsFoundAsThePublicSeesIt() {
    ProviderRef event = aLiveEvent();
    stub.hideFromUsers(event.value());

    assertThat(catalog().find(event)).isPresent();
  }

  @Test
  void anAddressThatIsNoApiIsNotTakenForAnAbsentEvent() {
    ProviderRef event = aLiveEvent();
    HiEventsConfig config = stub.config();
    TicketCatalog lost =
        HiEvents.open(
                new HiEventsConfig(
                    config.pageUrl(),
                    config.pageUrl(),
                    Optional.empty(),
                    config.webhookSecret(),
                    config.connections(),
                    config.crossAppPath(),
                    config.timeout()),
                ProviderRuntime.plain())
            .ticketingProvider()
            .catalog();

    ProviderException unreadable = failing(lost, event);

    assertThat(unreadable.kind()).isEqualTo(Kind.UNREADABLE);
    assertThat(unreadable).hasMessageContaining("base-url");
  }

  @Test
  void anEventIsShownUnderItsOwnNameButNeverAsAPreview() {
    ProviderRef event = aLiveEvent();
    String shop = stub.baseUrl().toString();

    assertThat(catalog().find(event).orElseThrow().embed().page())
        .isEqualTo(URI.create(shop + "/event/1/event-1"));
    stub.event("1").put("slug", "preview");
    assertThat(catalog().find(event).orElseThrow().embed().page())
        .isEqualTo(URI.create(shop + "/event/1/tickets"));
    stub.event("1").put("slug", "../../x?y");
    assertThat(catalog().find(event).orElseThrow().embed().page())
        .isEqualTo(URI.create(shop + "/event/1/..%2F..%2Fx%3Fy"));
    assertThat(catalog().embed(event).frame()).isEqualTo(URI.create(shop + "/widget/1"));
  }

  @Test
  void timesAreReadWithAndWithoutAnOffset() {
    ProviderRef event = aLiveEvent();
    stub.event("1").put("start_date", "2025-06-02 18:00:00");

    assertThat(catalog().find(event).orElseThrow().startsAt())
        .contains(Instant.parse("2025-06-02T18:00:00Z"));
  }

  @Test
  void anAnswerThatLacksSomethingIsUnreadable() {
    ProviderRef event = aLiveEvent();
    ObjectNode good = stub.event("1").deepCopy();
    for (String member : List.of("id", "title", "status")) {
      stub.event("1").setAll(good);
      stub.event("1").remove(member);
      assertThat(failing(catalog(), event).kind()).as(member).isEqualTo(Kind.UNREADABLE);
    }
    stub.event("1").setAll(good);
    stub.event("1").put("id", 2);
    assertThat(failing(catalog(), event).kind()).isEqualTo(Kind.UNREADABLE);
  }

  @Test
  void aTimeThatIsNoneIsUnreadable() {
    ProviderRef event = aLiveEvent();
    stub.event("1").put("end_date", "tomorrow-ish");

    assertThat(failing(catalog(), event).kind()).isEqualTo(Kind.UNREADABLE);
  }
}
