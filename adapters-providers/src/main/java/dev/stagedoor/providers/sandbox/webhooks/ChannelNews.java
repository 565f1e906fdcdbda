package dev.stagedoor.providers.sandbox.webhooks;

import static dev.stagedoor.providers.sandbox.webhooks.SandboxWebhooks.ref;
import static dev.stagedoor.providers.sandbox.webhooks.SandboxWebhooks.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.channels.ChannelEvent;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;
import java.util.Optional;

/** Reads what the far side tells of pages. */
final class ChannelNews {
  private ChannelNews() {}

  static ChannelEvent event(String type, JsonNode data, Instant at) {
    ProviderRef page = ref(text(data, "page"));
    return switch (type) {
      case "comment.written" ->
          new ChannelEvent.CommentWritten(
              page,
              ref(text(data, "post")),
              ref(text(data, "comment")),
              Optional.of(ref(text(data, "person"))),
              Optional.of(text(data, "name")),
              text(data, "text"),
              at);
      case "comment.removed" ->
          new ChannelEvent.CommentRemoved(
              page, ref(text(data, "post")), ref(text(data, "comment")), at);
      case "message.received" ->
          new ChannelEvent.MessageReceived(page, ref(text(data, "person")), at);
      case "broadcast.started", "broadcast.ended" ->
          new ChannelEvent.BroadcastChanged(
              page, ref(text(data, "broadcast")), type.equals("broadcast.started"), at);
      default -> throw new IllegalArgumentException("no news of a page: " + type);
    };
  }
}
