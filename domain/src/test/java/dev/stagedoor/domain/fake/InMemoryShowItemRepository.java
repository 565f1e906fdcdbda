package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.ShowItem;
import dev.stagedoor.domain.liveselling.port.ShowItemRepository;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps what shows sell in memory. */
public final class InMemoryShowItemRepository implements ShowItemRepository {
  private final InMemoryStore.Table<ItemId, ShowItem.Snapshot> table;
  private final InMemoryClaimRepository claims;

  /** Keeps items whose claims are kept there, so that they go together. */
  public InMemoryShowItemRepository(InMemoryStore store, InMemoryClaimRepository claims) {
    this.table = store.table();
    this.claims = claims;
  }

  @Override
  public Optional<ShowItem> lock(ItemId id) {
    return table.lock(id).map(ShowItem::restore);
  }

  @Override
  public List<ShowItem> lockNumbers(ShowId show, Collection<Integer> numbers) {
    return locked(item -> item.show().equals(show) && numbers.contains(item.number()));
  }

  @Override
  public List<ShowItem> lockAll(ShowId show) {
    return locked(item -> item.show().equals(show));
  }

  private List<ShowItem> locked(Predicate<ShowItem> wanted) {
    return all()
        .filter(wanted)
        .sorted(Comparator.comparing(item -> item.id().value().toString()))
        .flatMap(item -> lock(item.id()).stream())
        .toList();
  }

  @Override
  public void save(ShowItem item) {
    boolean isTaken =
        all()
            .filter(other -> other.show().equals(item.show()) && other.number() == item.number())
            .anyMatch(other -> !other.id().equals(item.id()));
    if (isTaken) {
      throw new DomainException(LiveSellingError.ITEM_NUMBER_TAKEN);
    }
    table.put(item.id(), item.snapshot());
  }

  @Override
  public void delete(ItemId id) {
    claims.deleteOf(id);
    table.remove(id);
  }

  public Stream<ShowItem> all() {
    return table.rows().map(ShowItem::restore);
  }
}
