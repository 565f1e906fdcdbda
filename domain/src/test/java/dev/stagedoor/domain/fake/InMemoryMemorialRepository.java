package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.Slug;
import dev.stagedoor.domain.memorials.port.MemorialRepository;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps memorials in memory. */
public final class InMemoryMemorialRepository implements MemorialRepository {
  private final InMemoryStore.Table<MemorialId, Memorial.Snapshot> table;

  public InMemoryMemorialRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Memorial> find(MemorialId id) {
    return table.find(id).map(Memorial::restore);
  }

  @Override
  public Optional<Memorial> findBySlug(Slug slug) {
    return all().filter(memorial -> memorial.slug().equals(slug)).findFirst();
  }

  @Override
  public Optional<Memorial> lock(MemorialId id) {
    return table.lock(id).map(Memorial::restore);
  }

  @Override
  public boolean add(Memorial memorial) {
    if (findBySlug(memorial.slug()).isPresent()) {
      return false;
    }
    put(memorial);
    return true;
  }

  @Override
  public void save(Memorial memorial) {
    if (table.lock(memorial.id()).isEmpty()) {
      throw new DomainException(CommonError.STALE_VERSION);
    }
    put(memorial);
  }

  private void put(Memorial memorial) {
    Memorial.Snapshot now = memorial.snapshot();
    table.put(now.id(), next(now), Memorial.Snapshot::version, now.version());
  }

  public Stream<Memorial> all() {
    return table.rows().map(Memorial::restore);
  }

  private static Memorial.Snapshot next(Memorial.Snapshot of) {
    return new Memorial.Snapshot(
        of.id(),
        of.slug(),
        of.owner(),
        of.director(),
        of.familyPhone(),
        of.lovedOneName(),
        of.customText(),
        of.imageUrl(),
        of.isPublic(),
        of.createdAt(),
        of.updatedAt(),
        of.version() + 1);
  }
}
