package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.NewComment;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.web.json.Sent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A comment that an operator enters; the same commentId counts once. */
@Serdeable
public record NewCommentRequest(
    @Nullable String platformUserId,
    @Nullable String handle,
    @Nullable String text,
    @Nullable String commentId,
    @Nullable String postedAt) {
  NewComment toCommand() {
    Faults faults = new Faults();
    String user = Sent.text(platformUserId);
    var author = faults.read(() -> new Buyer(user, handle == null ? user : handle));
    var words = faults.read(() -> Sent.required(text, "text"));
    var written = faults.read(() -> Sent.instant(postedAt, "postedAt"));
    faults.refuseAny();
    return new NewComment(
        author.orElseThrow(),
        words.orElseThrow(),
        Optional.ofNullable(commentId).filter(id -> !id.isBlank()),
        written.orElseThrow());
  }
}
