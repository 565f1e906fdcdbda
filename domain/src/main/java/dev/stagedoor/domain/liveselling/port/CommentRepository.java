package dev.stagedoor.domain.liveselling.port;

import dev.stagedoor.domain.liveselling.ShowComment;
import dev.stagedoor.domain.liveselling.ShowId;
import java.util.List;
import java.util.Optional;

/** Keeps what was written under shows. All methods need an open unit of work. */
public interface CommentRepository {
  /**
   * Adds a comment unless the show has one of that id, and returns whether it did. Of any number of
   * concurrent calls for one comment exactly one adds.
   */
  boolean add(ShowComment comment);

  Optional<ShowComment> find(ShowId show, String id);

  /**
   * Notes of a comment that is there why it made no claim, or has none any more, or that it makes
   * one after all. Nothing else of it changes.
   */
  void save(ShowComment comment);

  /**
   * Returns the comments of a buyer that came from a platform by itself, were not removed and made
   * a claim, the newest first.
   */
  List<ShowComment> claimingOf(ShowId show, String buyer, int limit);

  /**
   * Returns the comments of a buyer that stand, the oldest first: those that made a claim, and
   * those that did not because the buyer had claimed already.
   */
  List<ShowComment> standingOf(ShowId show, String buyer);
}
