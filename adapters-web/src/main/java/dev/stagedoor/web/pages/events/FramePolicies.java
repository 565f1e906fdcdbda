package dev.stagedoor.web.pages.events;

import dev.stagedoor.application.ticketing.TicketSystems;
import dev.stagedoor.web.pages.PagePolicy;
import dev.stagedoor.web.request.HttpSettings;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/**
 * Says what pages of events let in. The frames of all ticketing systems that are on may be shown
 * from the beginning, since a page that is open when tickets go on sale keeps the policy it had.
 */
@Singleton
final class FramePolicies {
  private static final String POLICY = "Content-Security-Policy";

  private final String showing;
  private final String shown;
  private final String leading;

  FramePolicies(HttpSettings http, TicketSystems systems, EmbedSettings embedding) {
    PagePolicy pages = PagePolicy.of(http.pagePolicy());
    // Whether a frame's site can be reached is tried by a request, for browsers do not tell.
    PagePolicy frames =
        pages.with("frame-src", systems.frames()).with("connect-src", systems.frames());
    showing = frames.toString();
    shown = frames.only("frame-ancestors", embedding.ancestors()).toString();
    // The form that enables tickets ends at the ticketing system, wherever that is.
    leading = pages.with("form-action", "https:").with("form-action", systems.frames()).toString();
  }

  /** For a page that shows tickets in a frame. */
  <T> MutableHttpResponse<T> showing(MutableHttpResponse<T> page) {
    return page.header(POLICY, showing);
  }

  /** For a page that does so and is shown in a frame itself. */
  <T> MutableHttpResponse<T> shown(MutableHttpResponse<T> page) {
    return page.header(POLICY, shown);
  }

  /** For a page with a form that leads to a ticketing system. */
  <T> MutableHttpResponse<T> leading(MutableHttpResponse<T> page) {
    return page.header(POLICY, leading);
  }
}
