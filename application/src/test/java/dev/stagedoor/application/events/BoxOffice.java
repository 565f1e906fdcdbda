package dev.stagedoor.application.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.ticketing.TicketingView;
import dev.stagedoor.application.webhooks.WebhookResult;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.events.ContactData;
import dev.stagedoor.domain.events.Event;
import dev.stagedoor.domain.events.EventId;
import dev.stagedoor.domain.fake.FakeTicketing;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.ConnectionId;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.TicketedEvent;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.TicketingEvent.SaleChanged;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** An organiser with an event, and the shop that sells its tickets. */
public final class BoxOffice {
  static final String ADDRESS = "192.0.2.7";
  private static final Instant START = Instant.parse("2025-07-01T18:00:00Z");

  public final InMemoryStagedoor house = new InMemoryStagedoor();
  public final Actor organiser = house.aFamily().actor();
  public final FakeTicketing shop = house.ticketShop();
  public final EventId event = plan("Night of the Prams");

  EventService events() {
    return house.stagedoor().events();
  }

  static Event.Plan aPlan(String title) {
    return new Event.Plan(
        title, START, Optional.empty(), ZoneId.of("Europe/Berlin"), "", "", ContactData.none());
  }

  EventId plan(String title) {
    return planBy(organiser, title);
  }

  public EventId planBy(Actor somebody, String title) {
    return new EventId(
        events().create(somebody, new NewEvent(aPlan(title), false, Optional.empty())).id());
  }

  public TicketedEventId ticketsOf(EventId id) {
    return TicketedEventId.of(Event.subject(id));
  }

  static ChangeEvent change(Optional<Boolean> ticketing, Optional<String> sale) {
    return new ChangeEvent(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ticketing,
        sale);
  }

  public void enable() {
    enable(event);
  }

  void enable(EventId id) {
    var unused = events().enableTicketing(organiser, id, ADDRESS);
  }

  ProviderRef aSale(SaleStatus status) {
    return shop.anEvent("Night of the Prams", status, Optional.of(START), Optional.empty());
  }

  void link(EventId id, ProviderRef sale) {
    var unused =
        events().change(organiser, id, change(Optional.empty(), Optional.of(sale.value())));
  }

  /** Links the event to a sale, and has that looked at. */
  ProviderRef linked(SaleStatus status) {
    ProviderRef sale = aSale(status);
    link(event, sale);
    assertThat(house.runJobs()).isEmpty();
    return sale;
  }

  /** Brings the operator's news of a sale, told at a second of the shop's. */
  void tell(ProviderRef sale, SaleStatus status, int second) {
    tell(news(sale, Optional.empty(), Optional.empty(), status, second));
  }

  void tell(SaleChanged news) {
    assertThat(house.deliver(house.webhooks().delivery(news)))
        .isEqualTo(new WebhookResult.Taken("applied"));
  }

  SaleChanged news(
      ProviderRef sale,
      Optional<EventId> ours,
      Optional<ConnectionId> via,
      SaleStatus status,
      int second) {
    return new SaleChanged(
        sale,
        ours.map(EventId::value),
        via,
        Optional.of(status),
        Optional.empty(),
        house.clock().instant().plusSeconds(second));
  }

  ConnectionId connectionOf(Actor somebody) {
    return new ConnectionId(
        house
            .stagedoor()
            .ticketingConnections()
            .connect(somebody, InMemoryStagedoor.FAKE, Secret.of("secret-of-a-connection"))
            .id());
  }

  TicketingView tickets() {
    return tickets(event);
  }

  TicketingView tickets(EventId id) {
    return events().get(id).ticketing();
  }

  TicketedEvent stored() {
    return house
        .unitOfWork()
        .read(() -> house.ticketing().tickets().find(ticketsOf(event)).orElseThrow());
  }

  /** Returns what readers of public events were told, the oldest first. */
  List<LiveUpdate> told() {
    return house.updates().all().stream()
        .filter(update -> update.channel().equals(EventService.PUBLIC_EVENTS))
        .toList();
  }

  List<Object> toldStatuses() {
    return told().stream().map(update -> update.data().get("status")).toList();
  }
}
