package dev.stagedoor.web.pages.events;

import dev.stagedoor.application.events.EventView;
import dev.stagedoor.application.ticketing.TicketingView;
import java.net.URI;
import java.util.Optional;

/**
 * The tickets of an event as visitors see them.
 *
 * @param isEmbedded whether they are a page of their own, which other sites show in a frame
 */
public record Tickets(EventView event, boolean isEmbedded) {
  public String id() {
    return event.id().toString();
  }

  public TicketingView view() {
    return event.ticketing();
  }

  public String status() {
    return view().status();
  }

  public Contacts contacts() {
    return Contacts.of(event.contact());
  }

  /** Names the frame to what is in it, so that it can say how high it is. */
  public String frameId() {
    return "tickets-frame-" + id();
  }

  /** Returns what is shown in the frame, while tickets are on sale. */
  public Optional<String> frame() {
    return view()
        .embed()
        .map(
            embed ->
                embed.frame()
                    + (embed.frame().getRawQuery() == null ? "?" : "&")
                    + "iframeId="
                    + frameId());
  }

  /**
   * Returns where the ticketing system shows the sale; never what leads anywhere but to the web.
   */
  public Optional<String> page() {
    Optional<URI> told = view().page();
    return told.flatMap(Contacts::web)
        .or(() -> view().embed().flatMap(e -> Contacts.web(e.page())));
  }

  public When when() {
    return When.of(event);
  }
}
