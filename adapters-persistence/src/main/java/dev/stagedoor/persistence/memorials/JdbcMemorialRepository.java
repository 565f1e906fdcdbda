package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.Slug;
import dev.stagedoor.domain.memorials.port.MemorialRepository;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
@InsideUnitOfWork
class JdbcMemorialRepository implements MemorialRepository {
  private final MemorialRows rows;

  JdbcMemorialRepository(MemorialRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Memorial> find(MemorialId id) {
    return rows.findById(id.value()).map(MemorialRow::toDomain);
  }

  @Override
  public Optional<Memorial> findBySlug(Slug slug) {
    return rows.findBySlug(slug.value()).map(MemorialRow::toDomain);
  }

  @Override
  public Optional<Memorial> lock(MemorialId id) {
    return rows.findByIdForUpdate(id.value()).map(MemorialRow::toDomain);
  }

  @Override
  public boolean add(Memorial memorial) {
    return rows.insertUnlessSlugIsTaken(MemorialRow.from(memorial.snapshot())) != null;
  }

  @Override
  public void save(Memorial memorial) {
    MemorialRow row = MemorialRow.from(memorial.snapshot());
    // A memorial comes into being by add alone: one that is not there counts as changed meanwhile.
    Versions.save(row.version(), () -> false, () -> rows.update(row));
  }
}
