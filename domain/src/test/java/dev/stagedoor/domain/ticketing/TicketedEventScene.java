package dev.stagedoor.domain.ticketing;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static dev.stagedoor.domain.fixture.Samples.aUserId;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Brings the tickets of an event to where they can stand. */
abstract class TicketedEventScene {
  static final ProviderId SHOP = new ProviderId("shop");
  static final ProviderRef SALE = new ProviderRef(SHOP, "42");
  static final URI PAGE = URI.create("https://shop.example.org/42");
  static final URI FRAME = URI.create("https://shop.example.org/42/widget");
  static final Instant TOLD = NOW.plusSeconds(60);
  static final Instant LATER = NOW.plusSeconds(600);
  final Subject subject = aSubject();
  final UserId owner = aUserId();
  final TicketedEvent tickets = TicketedEvent.without(subject, owner, NOW);

  /** How tickets can stand, and how they come to. */
  enum Stand {
    NONE,
    /** No event of the system is known yet. */
    SETUP,
    LINKED,
    ACTIVE,
    INACTIVE
  }

  void bring(Stand stand) {
    if (stand == Stand.NONE) {
      return;
    }
    tickets.enable(SHOP, NOW);
    if (stand == Stand.SETUP) {
      return;
    }
    tickets.link(SALE, Optional.empty(), NOW);
    if (stand == Stand.LINKED) {
      return;
    }
    tell(SaleStatus.LIVE, TOLD);
    if (stand == Stand.INACTIVE) {
      tell(SaleStatus.INACTIVE, TOLD.plusSeconds(1));
    }
  }

  List<Announcement> tell(SaleStatus news, Instant at) {
    return tickets.told(Optional.of(news), Optional.empty(), at, LATER);
  }

  static Optional<TicketOffer> offer(SaleStatus status) {
    return Optional.of(
        new TicketOffer(
            SALE,
            "Night of the Prams",
            status,
            Optional.empty(),
            Optional.empty(),
            new TicketEmbed(PAGE, FRAME)));
  }
}
