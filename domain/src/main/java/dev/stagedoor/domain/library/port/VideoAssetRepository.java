package dev.stagedoor.domain.library.port;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.VideoId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps videos of the library. All methods need an open unit of work. */
public interface VideoAssetRepository {
  Optional<VideoAsset> find(VideoId id);

  /** Finds and locks a video until the unit of work ends. */
  Optional<VideoAsset> lock(VideoId id);

  /** Finds the video a provider knows under a reference, without locking it. */
  Optional<VideoAsset> findByRef(ProviderRef ref);

  /** Returns the videos of some subjects that were not removed, the newest of each first. */
  List<VideoAsset> ofSubjects(List<Subject> subjects);

  /** Returns videos whose provider is to be asked again, longest overdue first. */
  List<VideoId> dueForLook(Instant now, int limit);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(VideoAsset video);
}
