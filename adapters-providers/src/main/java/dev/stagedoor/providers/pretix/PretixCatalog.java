package dev.stagedoor.providers.pretix;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.TicketEmbed;
import dev.stagedoor.domain.ticketing.TicketOffer;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import dev.stagedoor.providers.support.Answer;
import dev.stagedoor.providers.support.ProviderHttp;
import java.time.Clock;
import java.util.Optional;

/** Looks events up at pretix, as a team of one organizer. */
final class PretixCatalog implements TicketCatalog {
  private static final int FORBIDDEN = 403;
  private static final int ABSENT = 404;

  private final ProviderHttp http;
  private final PretixAddresses addresses;
  private final Clock clock;

  PretixCatalog(ProviderHttp http, PretixAddresses addresses, Clock clock) {
    this.http = http;
    this.addresses = addresses;
    this.clock = clock;
  }

  @Override
  public Optional<TicketOffer> find(ProviderRef event) {
    return event.provider().equals(Pretix.ID)
        ? PretixSale.of(event.value()).flatMap(this::look)
        : Optional.empty();
  }

  private Optional<TicketOffer> look(PretixSale sale) {
    Answer answer =
        http.get("event.read", "/api/v1/organizers/{}/events/{}/", sale.organizer(), sale.event())
            .header("Accept", "application/json")
            .expecting(FORBIDDEN, ABSENT)
            .send();
    return switch (answer.status()) {
      case FORBIDDEN -> {
        // It says so of events that do not exist, too: there is one only where nobody is let in.
        mustBeLetIn();
        yield Optional.empty();
      }
      case ABSENT -> {
        if (isPage(answer)) {
          throw answer.unreadable("answered 404 with a page: is base-url the address of pretix?");
        }
        yield Optional.empty();
      }
      default -> Optional.of(offer(sale, answer));
    };
  }

  /** Throws when the token is no good, whatever is asked. */
  private void mustBeLetIn() {
    Answer answer =
        http.get("organizers.read", "/api/v1/organizers/")
            .header("Accept", "application/json")
            .send();
    if (!answer.json().path("results").isArray()) {
      throw answer.unreadable("answered without its organizers");
    }
  }

  private static boolean isPage(Answer answer) {
    return answer.header("content-type").filter(type -> type.startsWith("text/html")).isPresent()
        && answer.body().length > 0;
  }

  private TicketOffer offer(PretixSale sale, Answer answer) {
    PretixEvent event;
    try {
      event = PretixEvent.read(answer.json());
    } catch (IllegalArgumentException e) {
      throw answer.unreadable("told of " + e.getMessage());
    }
    if (!event.slug().equals(sale.event())) {
      throw answer.unreadable("told of another event");
    }
    return new TicketOffer(
        sale.ref(),
        event.title(),
        event.status(clock.instant()),
        event.startsAt(),
        event.endsAt(),
        event
            .page()
            .map(page -> addresses.of(sale.id(), page))
            .orElseGet(() -> addresses.of(sale.id())));
  }

  @Override
  public TicketEmbed embed(ProviderRef event) {
    return addresses.of(event.value());
  }

  @Override
  public String toString() {
    return "the events of pretix";
  }
}
