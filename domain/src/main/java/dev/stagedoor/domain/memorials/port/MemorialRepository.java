package dev.stagedoor.domain.memorials.port;

import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.domain.memorials.Slug;
import java.util.Optional;

/** Keeps memorials. All methods need an open unit of work. */
public interface MemorialRepository {
  Optional<Memorial> find(MemorialId id);

  Optional<Memorial> findBySlug(Slug slug);

  /** Finds and locks a memorial until the unit of work ends. */
  Optional<Memorial> lock(MemorialId id);

  /**
   * Inserts a memorial unless its slug is taken, and returns whether it did. Of two concurrent
   * calls with one slug exactly one inserts.
   */
  boolean add(Memorial memorial);

  /**
   * Updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(Memorial memorial);
}
