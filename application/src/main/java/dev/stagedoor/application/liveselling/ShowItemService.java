package dev.stagedoor.application.liveselling;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import java.util.List;
import java.util.Optional;

/** What a show sells. */
@SuppressWarnings("DoNotCallSuggester")
public final class ShowItemService {
  /** What to change; what is absent stays. */
  public record Change(
      Optional<Integer> number,
      Optional<String> title,
      Optional<Long> priceCents,
      Optional<Integer> quantity) {}

  /** Adds an item. */
  public ShowItemView add(Actor actor, ShowId show, ShowItem.Details details) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Lists a show's items by number. */
  public List<ShowItemView> list(Actor actor, ShowId show) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Changes what is given; with another quantity those who wait are served, or the last lose. */
  public ShowItemView change(Actor actor, ShowId show, ItemId item, Change change) {
    throw new UnsupportedOperationException("not built yet");
  }

  /** Removes an item that nobody has claimed. */
  public void remove(Actor actor, ShowId show, ItemId item) {
    throw new UnsupportedOperationException("not built yet");
  }
}
