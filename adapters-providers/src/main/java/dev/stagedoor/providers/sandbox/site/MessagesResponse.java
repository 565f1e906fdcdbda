package dev.stagedoor.providers.sandbox.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stagedoor.providers.sandbox.mail.StoredMessage;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages in the mailbox, newest first. */
@Serdeable
record MessagesResponse(List<Message> messages) {
  /** One message; a direct message has neither subject nor HTML, and few mails have headers. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Message(
      String id,
      String channel,
      String to,
      String subject,
      @JsonInclude(JsonInclude.Include.ALWAYS) String text,
      String html,
      @Nullable Map<String, String> headers,
      String createdAt) {}

  static MessagesResponse from(List<StoredMessage> messages) {
    return new MessagesResponse(messages.stream().map(MessagesResponse::message).toList());
  }

  private static Message message(StoredMessage stored) {
    return new Message(
        stored.id(),
        stored.channel(),
        stored.to(),
        stored.subject(),
        stored.text(),
        stored.html(),
        stored.headers(),
        stored.createdAt().toString());
  }
}
