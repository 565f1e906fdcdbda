package dev.stagedoor.providers.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.channels.ChannelEvent.BroadcastChanged;
import dev.stagedoor.domain.channels.ChannelEvent.CommentRemoved;
import dev.stagedoor.domain.channels.ChannelEvent.CommentWritten;
import dev.stagedoor.domain.channels.ChannelEvent.MessageReceived;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;
import java.util.Optional;

/** What one entry of a delivery tells of one page. */
final class FacebookEntry {
  private final JsonNode entry;
  private final ProviderRef page;

  FacebookEntry(JsonNode entry) {
    this.entry = entry;
    this.page = ref(FacebookFields.text(entry, "id"));
  }

  /** Reads one change; empty when it means nothing here. */
  Optional<ChannelEvent> changed(JsonNode change) {
    JsonNode value = change.path("value");
    return switch (FacebookFields.text(change, "field")) {
      case "feed" ->
          FacebookFields.optionalText(value, "item").filter("comment"::equals).isPresent()
              ? comment(value)
              : Optional.empty();
      case "live_videos" -> broadcast(value);
      default -> Optional.empty();
    };
  }

  private Optional<ChannelEvent> comment(JsonNode value) {
    Optional<ProviderRef> author = author(value);
    if (author.filter(page::equals).isPresent()) {
      return Optional.empty();
    }
    ProviderRef post = ref(FacebookFields.text(value, "post_id"));
    ProviderRef comment = ref(FacebookFields.text(value, "comment_id"));
    return switch (FacebookFields.text(value, "verb")) {
      case "add", "edit", "edited", "unhide" ->
          Optional.of(
              new CommentWritten(
                  page,
                  post,
                  comment,
                  author,
                  name(value),
                  // A sticker or a picture has no text.
                  FacebookFields.optionalText(value, "message")
                      .map(FacebookFields::sound)
                      .orElse(""),
                  written(value)));
      case "remove", "hide" ->
          Optional.of(new CommentRemoved(page, post, comment, FacebookFields.time(entry, "time")));
      default -> Optional.empty();
    };
  }

  // Until version 2.11 who wrote was told beside, and not in from.
  private static Optional<ProviderRef> author(JsonNode value) {
    return FacebookFields.optionalText(value.path("from"), "id")
        .or(() -> FacebookFields.optionalText(value, "sender_id"))
        .map(FacebookEntry::ref);
  }

  private static Optional<String> name(JsonNode value) {
    return FacebookFields.optionalText(value.path("from"), "name")
        .or(() -> FacebookFields.optionalText(value, "sender_name"))
        .map(FacebookFields::sound)
        .filter(name -> !name.isBlank());
  }

  private Instant written(JsonNode value) {
    return value.has("created_time")
        ? FacebookFields.time(value, "created_time")
        : FacebookFields.time(entry, "time");
  }

  private Optional<ChannelEvent> broadcast(JsonNode value) {
    ProviderRef broadcast = ref(FacebookFields.text(value, "id"));
    return switch (FacebookFields.text(value, "status")) {
      case "live" -> Optional.of(changed(broadcast, true));
      case "live_stopped", "vod" -> Optional.of(changed(broadcast, false));
      default -> Optional.empty();
    };
  }

  private BroadcastChanged changed(ProviderRef broadcast, boolean live) {
    return new BroadcastChanged(page, broadcast, live, FacebookFields.time(entry, "time"));
  }

  /** Reads one thing of the page's inbox; empty when it is not from a person. */
  Optional<ChannelEvent> messaged(JsonNode messaging) {
    boolean isWritten =
        messaging.has("postback")
            || (messaging.has("message") && !messaging.path("message").path("is_echo").asBoolean());
    if (!isWritten) {
      return Optional.empty();
    }
    ProviderRef person = ref(FacebookFields.text(messaging.path("sender"), "id"));
    return person.equals(page)
        ? Optional.empty()
        : Optional.of(
            new MessageReceived(page, person, FacebookFields.time(messaging, "timestamp")));
  }

  private static ProviderRef ref(String value) {
    return new ProviderRef(Facebook.ID, value);
  }
}
