package dev.stagedoor.domain.liveselling.port;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.ShowId;
import java.util.List;
import java.util.Optional;

/** Keeps shows. All methods need an open unit of work. */
public interface ShowRepository {
  Optional<Show> find(ShowId id);

  /** Finds and locks a show until the unit of work ends. */
  Optional<Show> lock(ShowId id);

  /** Returns the shows that follow a post, the oldest first, without locking them. */
  List<Show> following(ProviderRef post);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(Show show);
}
