package dev.stagedoor.domain.liveselling.port;

import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what shows sell. All methods need an open unit of work; items are locked in the order of
 * their ids, so that nobody waits in a circle.
 */
public interface ShowItemRepository {
  /** Finds and locks an item until the unit of work ends. */
  Optional<ShowItem> lock(ItemId id);

  /** Finds and locks the items of a show that have one of these numbers. */
  List<ShowItem> lockNumbers(ShowId show, Collection<Integer> numbers);

  /** Finds and locks all items of a show. */
  List<ShowItem> lockAll(ShowId show);

  /**
   * Inserts or updates a locked or new item.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code ITEM_NUMBER_TAKEN}
   */
  void save(ShowItem item);

  /** Removes an item that nobody claimed, with what is left of cancelled claims. */
  void delete(ItemId id);
}
