package dev.stagedoor.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.persistence.embedded.EmbeddedDatabase;
import dev.stagedoor.providers.hievents.HiEventsStub;
import dev.stagedoor.providers.pretix.PretixStub;
import dev.stagedoor.providers.support.HmacSha256;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way of {@link EventsJourneyIT} at Hi.Events and pretix, by their stand-ins. */
@Timeout(300)
class TicketingProvidersIT {
  static final Secret OWN_SECRET = Secret.of("own-secret-of-an-organiser-77a0b3");

  private static final String SHARED = "/api/webhooks/hi-events/event-status-changed";
  private static final String TOWN_HALL = "/api/webhooks/hi-events/" + HiEventsStub.CONNECTION;
  private static final String REFERENCE = "reference.status_changed";
  private static final String ACTIVATED = "pretix.event.live.activated";
  private static final String DEACTIVATED = "pretix.event.live.deactivated";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private static EmbeddedDatabase database;
  private static HiEventsStub hiEvents;
  private static int port;
  private static ServerProcess server;

  private Organiser organiser;

  @BeforeAll
  static void open() throws Exception {
    database = EmbeddedDatabase.start(folder.resolve("shared"));
    hiEvents = HiEventsStub.start();
    port = Ports.next();
    server = start(port, "hi-events", hiEvents.settings());
  }

  private static ServerProcess start(int port, String ticketing, Map<String, Object> provider)
      throws Exception {
    return ServerProcess.start(
        folder.resolve("data"),
        port,
        TwoServers.on(database, arguments(ticketing, provider).stream()));
  }

  private static List<String> arguments(String ticketing, Map<String, Object> provider) {
    List<String> settings = new ArrayList<>();
    provider.forEach((key, value) -> settings.add("--" + key + "=" + value));
    settings.add("--stagedoor.routes.ticketing=" + ticketing);
    return settings;
  }

  @AfterAll
  static void close() {
    server.close();
    hiEvents.close();
    database.close();
  }

  @BeforeEach
  void begin() throws Exception {
    organiser = Organiser.registers(server);
  }

  @AfterEach
  void nothingSecretIsWritten() throws Exception {
    assertThat(server.log())
        .doesNotContain(
            OWN_SECRET.reveal(),
            HiEventsStub.PASSWORD.reveal(),
            HiEventsStub.SHARED_SECRET.reveal(),
            HiEventsStub.CONNECTION_SECRET.reveal());
  }

  /** Makes an event at the shop. */
  private static String sale(String status) {
    String id = hiEvents.create("Night of the Prams", Optional.empty(), Optional.empty());
    hiEvents.setStatus(id, status);
    return id;
  }

  /** Makes one delivery of one that is recorded: of another sale and event, and of another time. */
  private static byte[] recorded(String name, String sale, String event, Instant at)
      throws Exception {
    ObjectNode body;
    try (InputStream in =
        TicketingProvidersIT.class.getResourceAsStream("/hi-events/" + name + ".json")) {
      body = (ObjectNode) JSON.readTree(in);
    }
    body.put("event_sent_at", at.toString());
    ObjectNode payload = (ObjectNode) body.path("payload");
    payload.put("id", Integer.parseInt(sale));
    if (name.equals(REFERENCE)) {
      payload.put("tuvens_event_id", event);
    } else {
      ((ObjectNode) payload.path("attributes").get(1)).put("value", event);
    }
    return JSON.writeValueAsBytes(body);
  }

  private static Api.Answer deliver(String route, byte[] body, String... headers) throws Exception {
    return server.api().post(route, new String(body, StandardCharsets.UTF_8), headers);
  }

  /** Delivers as the reference does. */
  private static Api.Answer deliverReference(byte[] body, Secret secret) throws Exception {
    return deliver(
        SHARED, body, "X-Hi-Events-Signature", "sha256=" + HmacSha256.of(secret).hex(body));
  }

  /** Delivers as Hi.Events itself does. */
  private static Api.Answer deliverOwn(String route, byte[] body, Secret secret) throws Exception {
    return deliver(route, body, "Signature", HmacSha256.of(secret).hex(body));
  }

  @Test
  void bothFormsOfHiEventsMoveTickets() throws Exception {
    String event = organiser.enables("Night of the Prams");
    String sale = sale("LIVE");
    Instant now = Instant.now();

    Api.Answer answer =
        deliverReference(recorded(REFERENCE, sale, event, now), HiEventsStub.SHARED_SECRET);

    assertThat(answer.mustBe(200).text("/success")).isEqualTo("true");
    Api.Answer active = organiser.event(event);
    assertThat(active.text("/event/ticketing_status")).isEqualTo("active");
    assertThat(active.text("/event/hi_events_event_id")).isEqualTo(sale);
    assertThat(active.text("/event/contactData/hiEventsStatus")).isEqualTo("LIVE");
    assertThat(active.text("/event/hi_events_event_url"))
        .startsWith(hiEvents.baseUrl() + "/event/" + sale);

    hiEvents.setStatus(sale, "ARCHIVED");
    deliverOwn(
            TOWN_HALL,
            recorded("event.archived", sale, event, now.plusSeconds(1)),
            HiEventsStub.CONNECTION_SECRET)
        .mustBe(200);
    assertThat(organiser.status(event)).isEqualTo("inactive");

    hiEvents.setStatus(sale, "LIVE");
    deliverOwn(
            TOWN_HALL,
            recorded("event.updated", sale, event, now.plusSeconds(2)),
            HiEventsStub.CONNECTION_SECRET)
        .mustBe(200);
    assertThat(organiser.status(event)).isEqualTo("active");
    // What has nothing to do with sales is taken and moves nothing.
    byte[] order = JSON.writeValueAsBytes(JSON.readTree(resource("order.created")));
    deliverOwn(TOWN_HALL, order, HiEventsStub.CONNECTION_SECRET).mustBe(200);
    assertThat(organiser.status(event)).isEqualTo("active");
  }

  private static byte[] resource(String name) throws Exception {
    try (InputStream in =
        TicketingProvidersIT.class.getResourceAsStream("/hi-events/" + name + ".json")) {
      return in.readAllBytes();
    }
  }

  @Test
  void whatIsNotGenuineMovesNothing() throws Exception {
    String event = organiser.enables("Night of the Prams");
    String sale = sale("LIVE");
    Instant now = Instant.now();
    byte[] reference = recorded(REFERENCE, sale, event, now);
    byte[] own = recorded("event.updated", sale, event, now);
    String ownRoute = connects(organiser);

    Secret shared = HiEventsStub.SHARED_SECRET;
    Secret connection = HiEventsStub.CONNECTION_SECRET;
    for (Api.Answer refused :
        List.of(
            deliverReference(reference, Secret.of("somebody else's")),
            deliver(SHARED, reference),
            deliver(TOWN_HALL, own),
            deliver(SHARED, reference, "X-Hi-Events-Signature", "sha256=" + "0".repeat(64)),
            deliver(SHARED, own, "X-Hi-Events-Signature", HmacSha256.of(shared).hex(reference)),
            deliverReference(recorded(REFERENCE, sale, event, now.minusSeconds(360)), shared),
            deliverReference(recorded(REFERENCE, sale, event, now.plusSeconds(900)), shared),
            deliverOwn(
                TOWN_HALL,
                recorded("event.updated", sale, event, now.minus(Duration.ofHours(25))),
                connection),
            deliverOwn(
                TOWN_HALL,
                recorded("event.updated", sale, event, now.plusSeconds(900)),
                connection),
            deliverOwn(TOWN_HALL, own, shared),
            deliverOwn(SHARED, own, connection),
            deliverOwn(ownRoute, own, connection),
            deliverOwn(ownRoute, own, shared),
            deliverOwn(TOWN_HALL, own, OWN_SECRET),
            deliverOwn("/api/webhooks/hi-events/" + UUID.randomUUID(), own, OWN_SECRET))) {
      assertThat(refused.mustBe(400).text("/code")).isEqualTo("WEBHOOK_UNTRUSTED");
      assertThat(organiser.status(event)).isEqualTo("setup");
    }
    assertThat(organiser.event(event).json().at("/event").has("ticketing_event_id")).isFalse();

    deliverOwn(ownRoute, own, OWN_SECRET).mustBe(200);
    assertThat(organiser.status(event)).isEqualTo("active");
  }

  /** Connects an account of somebody's own, and returns where its webhooks go. */
  private static String connects(Organiser owner) throws Exception {
    return owner
        .api()
        .put(
            "/api/ticketing/connections/hi-events",
            "{\"webhookSecret\": \"%s\"}".formatted(OWN_SECRET.reveal()))
        .mustBe(200)
        .text("/connection/webhookUrl")
        .replaceFirst("^.*/api/", "/api/");
  }

  @Test
  void anOrganisersOwnWebhooksMoveNobodyElsesTickets() throws Exception {
    String free = organiser.enables("Night of the Prams");
    String linked = organiser.enables("Ball of the Prams");
    String draft = sale("DRAFT");
    organiser.links(linked, draft);
    String foreign = connects(Organiser.registers(server));
    Instant now = Instant.now();

    deliverOwn(foreign, recorded("event.updated", sale("LIVE"), free, now), OWN_SECRET).mustBe(200);
    deliverOwn(foreign, recorded("event.updated", draft, linked, now), OWN_SECRET).mustBe(200);

    assertThat(organiser.status(free)).isEqualTo("setup");
    assertThat(organiser.event(free).json().at("/event").has("ticketing_event_id")).isFalse();
    assertThat(organiser.status(linked)).isEqualTo("setup");
    assertThat(organiser.event(linked).text("/event/ticketing_event_id")).isEqualTo(draft);
  }

  @Test
  void aDeliveryThatIsRepeatedCountsOnce() throws Exception {
    String event = organiser.enables("Night of the Prams");
    String sale = sale("LIVE");
    Instant now = Instant.now();
    byte[] live = recorded(REFERENCE, sale, event, now);
    try (Updates updates = Updates.of(server, event)) {
      double before = duplicates();
      deliverReference(live, HiEventsStub.SHARED_SECRET).mustBe(200);
      assertThat(updates.next()).isEqualTo("active");
      hiEvents.setStatus(sale, "ARCHIVED");
      deliverOwn(
              TOWN_HALL,
              recorded("event.archived", sale, event, now.plusSeconds(1)),
              HiEventsStub.CONNECTION_SECRET)
          .mustBe(200);
      assertThat(updates.next()).isEqualTo("inactive");

      deliverReference(live, HiEventsStub.SHARED_SECRET).mustBe(200);
      deliverReference(live, HiEventsStub.SHARED_SECRET).mustBe(200);

      assertThat(duplicates() - before).isEqualTo(2);
      assertThat(organiser.status(event)).isEqualTo("inactive");
      hiEvents.setStatus(sale, "LIVE");
      int unused = hiEvents.tell(server.uri(TOWN_HALL), "event.updated", sale);
      assertThat(updates.next()).as("what came after the repetitions").isEqualTo("active");
    }
  }

  /** Reads how many deliveries were known already, as operators do. */
  private static double duplicates() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(server.uri("/prometheus")).build(),
                HttpResponse.BodyHandlers.ofString());
    return answer
        .body()
        .lines()
        .filter(line -> line.startsWith("stagedoor_webhooks_total{"))
        .filter(line -> line.contains("outcome=\"duplicate\""))
        .filter(line -> line.contains("provider=\"hi-events\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  @Test
  void whatIsSeenAtTheShopOverridesWhatWasTold() throws Exception {
    String event = organiser.enables("Night of the Prams");
    String sale = sale("LIVE");
    Instant now = Instant.now();
    try (Updates updates = Updates.of(server, event)) {
      deliverReference(recorded(REFERENCE, sale, event, now), HiEventsStub.SHARED_SECRET)
          .mustBe(200);
      deliverOwn(
              TOWN_HALL,
              recorded("event.archived", sale, event, now.plusSeconds(1)),
              HiEventsStub.CONNECTION_SECRET)
          .mustBe(200);

      assertThat(updates.next()).isEqualTo("active");
      assertThat(updates.next()).as("told").isEqualTo("inactive");
      assertThat(updates.next()).as("seen").isEqualTo("active");
    }
    assertThat(organiser.status(event)).isEqualTo("active");
  }

  @Test
  void whereAWebhookWasLostTheShopIsAskedAnyway() throws Exception {
    String event = organiser.enables("Night of the Prams");
    String sale = sale("LIVE");
    organiser.links(event, sale);
    organiser.awaits(event, "active");

    hiEvents.setStatus(sale, "ARCHIVED");
    timePasses(event);

    organiser.awaits(event, "inactive");
  }

  /** Lets the time come at which the shop is asked again, instead of waiting for it. */
  private static void timePasses(String event) throws Exception {
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.username(), database.password().reveal());
        PreparedStatement update =
            connection.prepareStatement(
                "update ticketed_events set next_look_at = now() where id = ?")) {
      update.setObject(1, UUID.fromString(event));
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  @Test
  void whatWasAnsweredBeforeAKillHoldsAndIsToldOnceAfterIt() throws Exception {
    String event = organiser.announces("Night of the Prams");
    String lastId;
    try (Updates updates = Updates.of(server, event)) {
      organiser.api().post(Organiser.path(event) + "/ticketing/enable", "").mustBe(200);
      assertThat(updates.next()).isEqualTo("setup");
      lastId = updates.lastId();
    }
    String sale = sale("LIVE");
    byte[] live = recorded(REFERENCE, sale, event, Instant.now());
    deliverReference(live, HiEventsStub.SHARED_SECRET).mustBe(200);
    server.kill();

    server = start(port, "hi-events", hiEvents.settings());

    organiser = organiser.at(server);
    assertThat(organiser.status(event)).isEqualTo("active");
    // The shop, which got no answer that it knows of, tells again.
    deliverReference(live, HiEventsStub.SHARED_SECRET).mustBe(200);
    hiEvents.setStatus(sale, "ARCHIVED");
    int unused = hiEvents.tell(server.uri(TOWN_HALL), "event.archived", sale);
    organiser.awaits(event, "inactive");
    try (Updates updates = Updates.after(server, event, lastId)) {
      assertThat(List.of(updates.next(), updates.next())).containsExactly("active", "inactive");
    }
  }

  @Test
  void anEventOfPretixIsLinkedByHandAndFollowedByThinWebhooks() throws Exception {
    // Its own database: on a shared one the jobs would also run where pretix is not on.
    try (PretixStub pretix = PretixStub.start();
        ServerProcess shop =
            ServerProcess.start(
                folder.resolve("pretix"),
                Ports.next(),
                arguments("pretix", pretix.settings()).toArray(String[]::new))) {
      Organiser owner = Organiser.registers(shop);
      String event = owner.announces("Gala");
      Api.Answer enabled =
          owner.api().post(Organiser.path(event) + "/ticketing/enable", "").mustBe(200);
      assertThat(enabled.json().hasNonNull("redirectUrl")).isFalse();
      String sale = pretix.create("Gala", Optional.empty(), Optional.empty());
      owner.links(event, sale);
      assertThat(owner.status(event)).isEqualTo("setup");

      pretix.goLive(sale);
      tells(shop, sale, Optional.empty(), 400);
      tells(shop, sale, Optional.of(Secret.of("somebody-elses-token")), 400);
      assertThat(pretix.tell(shop.uri("/api/webhooks/pretix"), ACTIVATED, sale)).isEqualTo(200);
      Api.Answer active = owner.awaits(event, "active");
      assertThat(active.text("/event/ticketing_provider")).isEqualTo("pretix");
      assertThat(active.text("/event/ticketing_event_id")).isEqualTo(sale);

      pretix.event(sale).put("live", false);
      assertThat(pretix.tellByAddress(shop.uri("/api/webhooks/pretix"), DEACTIVATED, sale))
          .isEqualTo(200);
      owner.awaits(event, "inactive");
      pretix.goLive(sale);
      assertThat(pretix.tell(shop.uri("/api/webhooks/pretix"), ACTIVATED, sale)).isEqualTo(200);
      owner.awaits(event, "active");

      pretix.fail(FarSideFailure.DOWN);
      assertThat(pretix.tell(shop.uri("/api/webhooks/pretix"), DEACTIVATED, sale)).isEqualTo(200);
      Api.Answer stale = owner.awaits(event, "/event/ticketing_stale", "true");
      assertThat(stale.text("/event/ticketing_status")).isEqualTo("active");
      assertThat(shop.log())
          .doesNotContain(PretixStub.TOKEN.reveal(), PretixStub.WEBHOOK_TOKEN.reveal());
    }
  }

  /** Tells of an event as somebody does who does not have the token, or another one. */
  private static void tells(ServerProcess shop, String sale, Optional<Secret> token, int status)
      throws Exception {
    String body =
        """
        {"notification_id": 4711, "organizer": "%s", "event": "%s", "action": "%s"}
        """
            .formatted(PretixStub.ORGANIZER, sale.substring(sale.indexOf('/') + 1), ACTIVATED);
    String path = "/api/webhooks/pretix" + token.map(secret -> "/" + secret.reveal()).orElse("");
    assertThat(shop.api().post(path, body).mustBe(status).text("/code"))
        .isEqualTo("WEBHOOK_UNTRUSTED");
  }
}
