package dev.stagedoor.domain.liveselling;

import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Faults;
import dev.stagedoor.domain.kernel.ProviderId;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody wrote under a show, as it first came.
 *
 * @param id the platform's id; one id is taken once in a show
 * @param author empty where the platform does not say who wrote, or where only its removal is known
 * @param origin the platform it came from by itself, so that it can be answered there; empty where
 *     it was entered by hand
 * @param ignored why it made no claim; empty where it made one
 */
public record ShowComment(
    ShowId show,
    String id,
    Optional<Buyer> author,
    String text,
    Instant postedAt,
    Instant receivedAt,
    Optional<ProviderId> origin,
    Optional<IgnoredWhy> ignored) {
  public static final int MAX_TEXT = 8_000;

  public ShowComment {
    postedAt = postedAt.truncatedTo(Place.PRECISION);
    Faults faults = new Faults();
    faults.refuseIf(id.isBlank(), Fault.of("commentId", "blank"));
    faults.refuseIf(id.length() > 255, Fault.longerThan("commentId", 255));
    faults.refuseIf(text.length() > MAX_TEXT, Fault.longerThan("text", MAX_TEXT));
    faults.refuseAny();
  }

  public ShowComment ignored(IgnoredWhy why) {
    return new ShowComment(show, id, author, text, postedAt, receivedAt, origin, Optional.of(why));
  }

  /** Returns the same comment as one that makes a claim after all. */
  public ShowComment claiming() {
    return new ShowComment(show, id, author, text, postedAt, receivedAt, origin, Optional.empty());
  }

  @Override
  public String toString() {
    return "comment " + id;
  }
}
