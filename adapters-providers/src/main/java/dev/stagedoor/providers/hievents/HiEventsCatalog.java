package dev.stagedoor.providers.hievents;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.domain.ticketing.TicketOffer;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.ProviderHttp;
import java.util.Optional;

/**
 * Looks events up at Hi.Events, as its user where there is one, and as the public what that user
 * does not see: organisers have accounts of their own.
 */
final class HiEventsCatalog implements TicketCatalog {
  private static final int FORBIDDEN = 403;
  private static final int ABSENT = 404;

  private final ProviderHttp http;
  private final Optional<HiEventsSession> session;
  private final HiEventsAddresses addresses;

  HiEventsCatalog(
      ProviderHttp http, Optional<HiEventsSession> session, HiEventsAddresses addresses) {
    this.http = http;
    this.session = session;
    this.addresses = addresses;
  }

  @Override
  public Optional<TicketOffer> find(ProviderRef event) {
    if (!event.provider().equals(HiEvents.ID) || !HiEventsEvent.isId(event.value())) {
      return Optional.empty();
    }
    return session
        .map(user -> asUser(user, event.value()))
        .filter(Answer::isSuccess)
        .or(() -> Optional.of(asPublic(event.value())).filter(Answer::isSuccess))
        .map(answer -> offer(event, answer));
  }

  private Answer asUser(HiEventsSession user, String id) {
    return orAbsent(
        user.ask(
            token ->
                http.get("event.read", "/events/{}", id)
                    .bearer(token)
                    .header("Accept", "application/json")
                    .expecting(ABSENT, FORBIDDEN)
                    .send()));
  }

  private Answer asPublic(String id) {
    return orAbsent(
        http.get("event.read_public", "/public/events/{}", id)
            .header("Accept", "application/json")
            .expecting(ABSENT)
            .send());
  }

  private static Answer orAbsent(Answer answer) {
    if (answer.status() == ABSENT && isPage(answer)) {
      // The shop's pages answer so, and its API never.
      throw answer.unreadable("answered 404 with a page: is base-url the address of its API?");
    }
    return answer;
  }

  private static boolean isPage(Answer answer) {
    return answer.header("content-type").filter(type -> type.startsWith("text/html")).isPresent()
        && answer.body().length > 0;
  }

  private TicketOffer offer(ProviderRef asked, Answer answer) {
    HiEventsEvent event;
    try {
      event = HiEventsEvent.read(answer.json().path("data"));
    } catch (IllegalArgumentException e) {
      throw answer.unreadable("told of " + e.getMessage());
    }
    if (!event.id().equals(asked.value())) {
      throw answer.unreadable("told of another event");
    }
    return new TicketOffer(
        asked,
        event.title().orElseThrow(() -> answer.unreadable("told of an event without a title")),
        event
            .status()
            .orElseThrow(() -> answer.unreadable("told of a status that nobody here knows")),
        event.startsAt(),
        event.endsAt(),
        addresses.of(event.id(), event.slug()));
  }

  @Override
  public TicketEmbed embed(ProviderRef event) {
    return addresses.of(event.value());
  }

  @Override
  public String toString() {
    return "the events of hi-events";
  }
}
