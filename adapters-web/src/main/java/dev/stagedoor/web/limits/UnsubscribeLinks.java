package dev.stagedoor.web.limits;

import dev.stagedoor.application.notifications.PreferenceService;
import dev.stagedoor.application.port.StoreUnavailable;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows which requests come by a genuine link to unsubscribe. Mail programs unsubscribe their many
 * readers from few addresses: such a request is counted for the link, not for whoever sent it.
 */
@Singleton
final class UnsubscribeLinks {
  private static final Logger LOG = LoggerFactory.getLogger(UnsubscribeLinks.class);
  private static final String LINK = "stagedoor.unsubscribe-link";

  private final PreferenceService preferences;

  UnsubscribeLinks(PreferenceService preferences) {
    this.preferences = preferences;
  }

  /** Tells whether it has to be looked at first. */
  boolean mustAsk(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.POST && request.getPath().equals("/unsubscribe");
  }

  /** Looks at it. May wait for the database. */
  void ask(HttpRequest<?> request) {
    try {
      request
          .getParameters()
          .getFirst("token")
          .filter(preferences::isGenuine)
          .ifPresent(token -> request.setAttribute(LINK, "unsubscribe:" + token));
    } catch (StoreUnavailable unknown) {
      // What the request is for will say the same.
      LOG.debug("nobody knows which links are genuine: {}", unknown.getMessage());
    }
  }

  /** Returns by what to count a request that came by a genuine link. */
  Optional<String> link(HttpRequest<?> request) {
    return request.getAttribute(LINK, String.class);
  }
}
