package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.liveselling.Claim;
import dev.stagedoor.domain.liveselling.ClaimId;
import dev.stagedoor.domain.liveselling.ItemId;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.port.ClaimRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps claims in memory. */
public final class InMemoryClaimRepository implements ClaimRepository {
  private final InMemoryStore.Table<ClaimId, Claim.Snapshot> table;

  public InMemoryClaimRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Claim> find(ClaimId id) {
    return table.find(id).map(Claim::restore);
  }

  @Override
  public List<Claim> openFrom(ItemId item, Instant postedAt) {
    return open(item).stream()
        .filter(claim -> !claim.place().postedAt().isBefore(postedAt))
        .toList();
  }

  @Override
  public List<Claim> open(ItemId item) {
    return all()
        .filter(claim -> claim.item().equals(item) && claim.state() == Claim.State.OPEN)
        .sorted(Comparator.comparing(Claim::place))
        .toList();
  }

  @Override
  public List<Claim> ofBuyer(ShowId show, String buyer) {
    return all()
        .filter(claim -> claim.show().equals(show) && claim.buyer().userId().equals(buyer))
        .filter(claim -> claim.state() != Claim.State.CANCELLED)
        .toList();
  }

  @Override
  public void save(Collection<Claim> claims) {
    claims.forEach(claim -> table.put(claim.id(), claim.snapshot()));
  }

  void deleteOf(ItemId item) {
    all().filter(claim -> claim.item().equals(item)).forEach(claim -> table.remove(claim.id()));
  }

  public Stream<Claim> all() {
    return table.rows().map(Claim::restore);
  }
}
