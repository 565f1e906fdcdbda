package dev.stagedoor.web.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.events.ChangeEvent;
import dev.stagedoor.application.events.EventService;
import dev.stagedoor.application.events.EventView;
import dev.stagedoor.application.events.NewEvent;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryStagedoor.Person;
import dev.stagedoor.application.ticketing.CrossAppService;
import dev.stagedoor.application.ticketing.TicketingConnections;
import dev.stagedoor.domain.events.ContactData;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketingStatus;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event whose tickets stand in some way, made past the routes: its organiser, who has connected
 * an account at the ticket shop, and somebody else, who has planned nothing.
 */
public final class Fair {
  /** Who may ask. */
  enum Caller {
    VISITOR,
    STRANGER,
    ORGANISER,
    ADMIN
  }

  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  /** After which every sale was looked at. */
  private static final Duration A_WHILE = Duration.ofMinutes(20);

  private static final PageRequest ALL = new PageRequest(1, 100);

  private final WebServer server;
  private final Person organiser;
  private final Person stranger;
  private final EventId event;
  private final UUID connection;
  private Optional<ProviderRef> sale = Optional.empty();

  private Fair(WebServer server) {
    this.server = server;
    organiser = somebody();
    stranger = somebody();
    event =
        new EventId(
            events()
                .create(
                    organiser.actor(),
                    new NewEvent(
                        new Event.Plan(
                            "Winter fair",
                            Instant.parse("2027-12-04T17:00:00Z"),
                            Optional.of(Instant.parse("2027-12-04T21:00:00Z")),
                            MADRID,
                            "Plaza Mayor",
                            "Stalls and songs.",
                            new ContactData(Map.of("email", "fair@example.org"))),
                        false,
                        Optional.empty()))
                .id());
    connection =
        server
            .bean(TicketingConnections.class)
            .connect(
                organiser.actor(),
                InMemoryStagedoor.FAKE,
                Secret.of("signs the webhooks of the organiser"))
            .id();
  }

  /** Opens one whose tickets stand so. */
  public static Fair open(WebServer server, TicketingStatus status) {
    Fair fair = new Fair(server);
    fair.bring(status);
    assertThat(fair.event().ticketing().status()).isEqualTo(status.code());
    return fair;
  }

  private EventService events() {
    return server.bean(EventService.class);
  }

  private InMemoryStagedoor house() {
    return server.house();
  }

  /** Registers somebody and signs them in. */
  Person somebody() {
    return house().somebody("Ada Lovelace");
  }

  private void bring(TicketingStatus status) {
    if (status == TicketingStatus.SETUP) {
      change(Optional.of(true), Optional.empty());
    }
    if (status == TicketingStatus.ACTIVE || status == TicketingStatus.INACTIVE) {
      ProviderRef sold =
          house()
              .ticketShop()
              .anEvent("Winter fair", SaleStatus.LIVE, Optional.empty(), Optional.empty());
      sale = Optional.of(sold);
      change(Optional.empty(), Optional.of(sold.value()));
      await(TicketingStatus.ACTIVE);
      if (status == TicketingStatus.INACTIVE) {
        turn(SaleStatus.INACTIVE);
        await(status);
      }
    }
  }

  private void change(Optional<Boolean> ticketing, Optional<String> named) {
    EventView changed =
        events()
            .change(
                organiser.actor(),
                event,
                new ChangeEvent(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    ticketing,
                    named));
    assertThat(changed.ticketing().isEnabled()).isTrue();
  }

  /** Has the shop end the sale or take it up again. */
  void turn(SaleStatus status) {
    house().ticketShop().change(sale.orElseThrow(), status);
  }

  /** Lets time go by until tickets stand so; sales of other fairs may be looked at before. */
  void await(TicketingStatus status) {
    house().later(A_WHILE);
    for (int more = 0; more < 10 && !event().ticketing().status().equals(status.code()); more++) {
      house().later(Duration.ZERO);
    }
  }

  EventView event() {
    return events().get(event);
  }

  /** Returns the shop's event that sells the tickets. */
  String sale() {
    return sale.orElseThrow().value();
  }

  /** Returns all there is, to see whether it has changed. */
  List<Object> everything() {
    return List.of(
        event(),
        events().organised(stranger.actor(), ALL).items(),
        server.bean(TicketingConnections.class).list(organiser.actor()),
        server.bean(TicketingConnections.class).list(stranger.actor()));
  }

  /** Returns who asks; nobody for a visitor. */
  @Nullable Person person(Caller caller) {
    return switch (caller) {
      case VISITOR -> null;
      case STRANGER -> house().signIn(stranger.email());
      case ORGANISER -> house().signIn(organiser.email());
      case ADMIN -> house().admin();
    };
  }

  public Person organiser() {
    return house().signIn(organiser.email());
  }

  public Person stranger() {
    return house().signIn(stranger.email());
  }

  public UUID id() {
    return event.value();
  }

  UUID connection() {
    return connection;
  }

  /** Opens a way to the ticket shop for the organiser. */
  public String token() {
    return server
        .bean(CrossAppService.class)
        .generate(organiser.actor(), "test", Optional.empty(), Optional.empty(), "127.0.0.1")
        .token()
        .reveal();
  }

  /** Calls as somebody, with a body that is JSON already or becomes it. */
  Answer call(
      @Nullable Person as,
      String method,
      String path,
      @Nullable Object body,
      Map<String, String> headers) {
    WebServer.Exchange exchange = server.request(method, path);
    if (as != null) {
      exchange.bearer(as.token());
    }
    headers.forEach(exchange::header);
    if (body != null) {
      exchange.header("Content-Type", "application/json").bytes(bytes(body));
    }
    return exchange.send();
  }

  Answer call(@Nullable Person as, String method, String path, @Nullable Object body) {
    return call(as, method, path, body, Map.of());
  }

  private static byte[] bytes(Object body) {
    try {
      return body instanceof String text
          ? text.getBytes(StandardCharsets.UTF_8)
          : JsonMapper.createDefault().writeValueAsBytes(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
