package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The far side of a mail carrier, as a test arranges it and looks at it. */
public interface MailWorld extends FailingFarSide {
  /** Returns what the carrier has taken for a person, the oldest first. */
  List<OutgoingMessage> takenFor(EmailAddress to);

  /** Returns where a mail with these headers is unsubscribed from: by one click, or not at all. */
  static Optional<URI> unsubscribe(Map<String, String> headers) {
    String link = headers.get("List-Unsubscribe");
    assertThat(headers.get("List-Unsubscribe-Post"))
        .isEqualTo(link == null ? null : "List-Unsubscribe=One-Click");
    return Optional.ofNullable(link)
        .map(
            value -> {
              assertThat(value).startsWith("<").endsWith(">");
              return URI.create(value.substring(1, value.length() - 1));
            });
  }

  /** Returns an address the carrier refuses to deliver to. */
  EmailAddress refusedAddress();

  /** Lets the carrier take the next message, and its answer get lost. */
  void loseNextAnswer();
}
