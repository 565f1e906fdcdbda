package dev.stagedoor.providers.sandbox.site;

import dev.stagedoor.providers.sandbox.channels.Page;
import dev.stagedoor.providers.sandbox.channels.SandboxChannels;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** The pages that were listened to, and the comments on any; newest first. */
@Serdeable
record ChannelsResponse(List<Channel> pages, List<Comment> comments) {
  /** One page; its token is what a merchant pastes. */
  @Serdeable
  record Channel(String id, String token, boolean listening) {}

  /** One comment. */
  @Serdeable
  record Comment(
      String id,
      String page,
      String post,
      String person,
      String name,
      String text,
      boolean replied,
      boolean removed,
      String createdAt) {}

  /** Who wrote to a page, as messages are addressed to them. */
  @Serdeable
  record Person(String person) {}

  /** A broadcast, and whether it is on. */
  @Serdeable
  record Broadcast(String post, boolean live) {}

  static ChannelsResponse from(
      List<Page> pages, List<dev.stagedoor.providers.sandbox.channels.Comment> comments) {
    return new ChannelsResponse(
        pages.stream()
            .map(
                page ->
                    new Channel(page.id(), SandboxChannels.tokenOf(page.id()), page.listening()))
            .toList(),
        comments.stream().map(ChannelsResponse::comment).toList());
  }

  static Comment comment(dev.stagedoor.providers.sandbox.channels.Comment comment) {
    return new Comment(
        comment.id(),
        comment.page(),
        comment.post(),
        comment.person(),
        comment.name(),
        comment.text(),
        comment.replied(),
        comment.removed(),
        comment.at().toString());
  }
}
