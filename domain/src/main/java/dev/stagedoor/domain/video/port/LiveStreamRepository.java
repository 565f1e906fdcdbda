package dev.stagedoor.domain.video.port;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import java.util.Optional;

/**
 * Keeps live streams with their recordings. All methods need an open unit of work. Credentials are
 * kept encrypted.
 */
public interface LiveStreamRepository {
  Optional<LiveStream> find(LiveStreamId id);

  /** Finds and locks a stream until the unit of work ends. */
  Optional<LiveStream> lock(LiveStreamId id);

  /** Finds and locks the stream of a provider's live input until the unit of work ends. */
  Optional<LiveStream> lockByInput(ProviderRef input);

  /** Counts the streams of a subject that were not removed. */
  int countOf(Subject subject);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(LiveStream stream);
}
