package dev.stagedoor.domain.channels;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import java.time.Instant;
import java.util.Optional;

/** What a platform tells of a page unasked. It comes in any order, and more than once. */
public sealed interface ChannelEvent extends ProviderEvent {
  ProviderRef page();

  /**
   * Somebody wrote a comment, or changed one.
   *
   * @param post what it was written under: a post or a broadcast
   * @param author empty where the platform does not say who wrote
   * @param at when it was written, by the platform's clock, to the second
   */
  record CommentWritten(
      ProviderRef page,
      ProviderRef post,
      ProviderRef comment,
      Optional<ProviderRef> author,
      Optional<String> authorName,
      String text,
      Instant at)
      implements ChannelEvent {
    @Override
    public String toString() {
      return "comment " + comment;
    }
  }

  /** A comment was removed or hidden. */
  record CommentRemoved(ProviderRef page, ProviderRef post, ProviderRef comment, Instant at)
      implements ChannelEvent {}

  /** A broadcast of the page began, or ended. */
  record BroadcastChanged(ProviderRef page, ProviderRef broadcast, boolean live, Instant at)
      implements ChannelEvent {}

  /** Somebody wrote to the page, which opens the window for answers. */
  record MessageReceived(ProviderRef page, ProviderRef person, Instant at)
      implements ChannelEvent {}
}
