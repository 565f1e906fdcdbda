package dev.stagedoor.application.notifications;

import dev.stagedoor.domain.notifications.Unsubscription;
import dev.stagedoor.domain.notifications.port.PreferenceRepository;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether the reader of a mail still wants its kind, by the link to unsubscribe in it: mails
 * may wait for days. Where the link cannot be read nobody knows, and the mail is sent. Needs an
 * open unit of work.
 */
public final class StillWanted implements Predicate<URI> {
  private static final Logger LOG = LoggerFactory.getLogger(StillWanted.class);

  private final PreferenceRepository preferences;
  private final Unsubscriptions unsubscriptions;

  public StillWanted(PreferenceRepository preferences, Unsubscriptions unsubscriptions) {
    this.preferences = preferences;
    this.unsubscriptions = unsubscriptions;
  }

  @Override
  public boolean test(URI unsubscribe) {
    Optional<Unsubscription> wish = unsubscriptions.read(unsubscribe);
    if (wish.isEmpty()) {
      LOG.warn("a mail is sent whose link to unsubscribe cannot be read");
    }
    return wish.filter(one -> !preferences.find(one.user()).allows(one.category())).isEmpty();
  }
}
