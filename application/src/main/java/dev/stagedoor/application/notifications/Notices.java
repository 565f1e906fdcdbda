package dev.stagedoor.application.notifications;

import dev.stagedoor.application.NotificationPorts;
import dev.stagedoor.domain.auth.Account;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.notifications.Letter;
import dev.stagedoor.domain.notifications.Template;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Tells one person by a template that the product itself sends by. */
public final class Notices {
  private final NotificationPorts ports;
  private final Letters letters;

  public Notices(NotificationPorts ports, Letters letters) {
    this.ports = ports;
    this.letters = letters;
  }

  /**
   * A template that an area sends by.
   *
   * @param variables what {@link #tell} is given values for
   */
  public record BuiltIn(String key, Category category, Set<String> variables) {
    public BuiltIn {
      variables = Set.copyOf(variables);
    }
  }

  /**
   * Queues a letter to somebody in the open unit of work, unless they do not want it. Whoever calls
   * it sees to it that they do so once.
   *
   * @param values makes what stands in the places of the variables, in the letter's language
   * @return whether it is sent
   */
  public boolean tell(
      String template, Account account, Function<Language, Map<String, String>> values) {
    Optional<Letter> letter = ports.templates().findByKey(template).map(Template::letter);
    if (letter.isEmpty()) {
      return false;
    }
    Recipient to = Recipient.of(account);
    return letters.send(letter.get(), values, to, ports.preferences().find(to.id()));
  }
}
