package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.IgnoredWhy;
import dev.stagedoor.domain.liveselling.ShowComment;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.port.CommentRepository;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps comments in memory. */
public final class InMemoryCommentRepository implements CommentRepository {
  private static final Comparator<ShowComment> OLDEST_FIRST =
      Comparator.comparing(ShowComment::postedAt)
          .thenComparing(ShowComment::receivedAt)
          .thenComparing(ShowComment::id);

  private final InMemoryStore.Table<Key, ShowComment> table;

  private record Key(ShowId show, String id) {}

  public InMemoryCommentRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public boolean add(ShowComment comment) {
    Key key = new Key(comment.show(), comment.id());
    if (table.find(key).isPresent()) {
      return false;
    }
    table.put(key, comment);
    return true;
  }

  @Override
  public Optional<ShowComment> find(ShowId show, String id) {
    return table.find(new Key(show, id));
  }

  @Override
  public void save(ShowComment comment) {
    Key key = new Key(comment.show(), comment.id());
    table
        .lock(key)
        .map(kept -> comment.ignored().map(kept::ignored).orElseGet(kept::claiming))
        .ifPresent(noted -> table.put(key, noted));
  }

  @Override
  public List<ShowComment> claimingOf(ShowId show, String buyer, int limit) {
    return newestFirst()
        .filter(comment -> comment.show().equals(show))
        .filter(comment -> comment.author().map(Buyer::userId).filter(buyer::equals).isPresent())
        .filter(comment -> comment.origin().isPresent() && comment.ignored().isEmpty())
        .limit(limit)
        .toList();
  }

  @Override
  public List<ShowComment> standingOf(ShowId show, String buyer) {
    return table
        .rows()
        .sorted(OLDEST_FIRST)
        .filter(comment -> comment.show().equals(show))
        .filter(comment -> comment.author().map(Buyer::userId).filter(buyer::equals).isPresent())
        .filter(
            comment ->
                comment.ignored().orElse(IgnoredWhy.ALREADY_CLAIMED) == IgnoredWhy.ALREADY_CLAIMED)
        .toList();
  }

  /** Returns all comments in the order in which they are shown. */
  public Stream<ShowComment> newestFirst() {
    return table.rows().sorted(OLDEST_FIRST.reversed());
  }
}
