package dev.stagedoor.application.notifications;

import dev.stagedoor.application.messaging.Mailer;
import dev.stagedoor.application.messaging.WrittenMail;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.messaging.MessageContent;
import dev.stagedoor.domain.notifications.Letter;
import dev.stagedoor.domain.notifications.Preferences;
import dev.stagedoor.domain.notifications.Unsubscription;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes a letter somebody's own, and hands it to the mails. */
public final class Letters {
  private final Mailer mailer;
  private final Unsubscriptions unsubscriptions;

  public Letters(Mailer mailer, Unsubscriptions unsubscriptions) {
    this.mailer = mailer;
    this.unsubscriptions = unsubscriptions;
  }

  /**
   * Queues a letter to somebody in the open unit of work, unless they do not want it or may not
   * act; returns whether it did.
   *
   * @param values makes what stands in the places of the variables, in the letter's language
   */
  boolean send(
      Letter letter,
      Function<Language, Map<String, String>> values,
      Recipient to,
      Preferences preferences) {
    if (!to.isActive() || !preferences.allows(letter.category())) {
      return false;
    }
    Letter.Spoken spoken = letter.in(to.language());
    Optional<URI> link =
        letter.category().isOptional()
            ? Optional.of(unsubscriptions.link(new Unsubscription(to.id(), letter.category())))
            : Optional.empty();
    mailer.send(
        to.email(),
        spoken.language(),
        written(spoken, values.apply(spoken.language()), to.name(), link));
    return true;
  }

  /**
   * Returns what somebody would read; a link to unsubscribe would be theirs, so it leads nowhere.
   */
  PreviewView preview(Letter letter, Map<String, String> values, String name, Language language) {
    Letter.Spoken spoken = letter.in(language);
    Optional<URI> link =
        letter.category().isOptional() ? Optional.of(unsubscriptions.nobodys()) : Optional.empty();
    MessageContent content = mailer.written(spoken.language(), written(spoken, values, name, link));
    return new PreviewView(spoken.language(), content.subject(), content.text(), content.html());
  }

  private static WrittenMail written(
      Letter.Spoken spoken, Map<String, String> values, String name, Optional<URI> link) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.put(Letter.READER, name);
    var filled = spoken.wording().filled(all);
    return new WrittenMail(filled.subject(), filled.body(), link);
  }
}
