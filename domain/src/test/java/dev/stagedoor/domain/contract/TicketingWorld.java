package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** The far side that sells tickets, as a test arranges it and looks at it. */
public interface TicketingWorld extends FailingFarSide {
  /** Offers an event, as an organiser does there. */
  ProviderRef anEvent(
      String title, SaleStatus status, Optional<Instant> startsAt, Optional<Instant> endsAt);

  /** Returns what could point at an event, and does not. */
  ProviderRef nobody();

  /** Opens an address as a visitor without an account, and returns whether tickets are shown. */
  boolean shows(URI address);

  /** Returns what time it is there. */
  Instant now();

  /** Moves a sale on, as an organiser does there. */
  void change(ProviderRef event, SaleStatus status);

  /** Gives a sale a status that nobody here knows. */
  void changeToSomethingNew(ProviderRef event);
}
