package dev.stagedoor.application.notifications;

import dev.stagedoor.application.NotificationPorts;
import dev.stagedoor.domain.kernel.Tokens;
import dev.stagedoor.domain.notifications.Unsubscription;
import java.net.URI;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Tells whether the reader of a mail still wants its kind, by the link to unsubscribe in it: mails
 * may wait for days. Needs an open unit of work.
 */
public final class StillWanted implements Predicate<URI> {
  private static final String TOKEN = "token=";

  private final NotificationPorts ports;
  private final Tokens tokens;

  public StillWanted(NotificationPorts ports, Tokens tokens) {
    this.ports = ports;
    this.tokens = tokens;
  }

  @Override
  public boolean test(URI unsubscribe) {
    String query = Objects.requireNonNullElse(unsubscribe.getQuery(), "");
    String token = query.substring(query.indexOf(TOKEN) + TOKEN.length());
    return Unsubscription.read(token, ports.unsubscribeSecret().keep(tokens.next()))
        .filter(wish -> !ports.preferences().find(wish.user()).allows(wish.category()))
        .isEmpty();
  }
}
