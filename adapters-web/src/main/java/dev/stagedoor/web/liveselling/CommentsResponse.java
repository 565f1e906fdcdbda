package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.CommentView;
import dev.stagedoor.domain.kernel.Page;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of comments, the newest first. */
@Serdeable
public record CommentsResponse(List<Comment> comments, int page, int limit, long total) {

  /** A comment, with why it made no claim. */
  @Serdeable
  public record Comment(
      String id,
      @Nullable String platformUserId,
      @Nullable String handle,
      String text,
      Instant postedAt,
      @Nullable String ignored) {
    static Comment from(CommentView view) {
      return new Comment(
          view.id(),
          view.platformUserId().orElse(null),
          view.handle().orElse(null),
          view.text(),
          view.postedAt(),
          view.ignored().orElse(null));
    }
  }

  static CommentsResponse from(Page<CommentView> views) {
    return new CommentsResponse(
        views.items().stream().map(Comment::from).toList(),
        views.page(),
        views.limit(),
        views.total());
  }
}
