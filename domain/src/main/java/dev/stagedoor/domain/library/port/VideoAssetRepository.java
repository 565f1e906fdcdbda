package dev.stagedoor.domain.library.port;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.VideoId;
import java.util.Optional;

/** Keeps videos of the library. All methods need an open unit of work. */
public interface VideoAssetRepository {
  Optional<VideoAsset> find(VideoId id);

  /** Finds and locks a video until the unit of work ends. */
  Optional<VideoAsset> lock(VideoId id);

  /** Finds the video a provider knows under a reference, without locking it. */
  Optional<VideoAsset> findByRef(ProviderRef ref);

  /**
   * Inserts or updates.
   *
   * @throws dev.stagedoor.domain.kernel.DomainException {@code STALE_VERSION} when it was changed
   *     meanwhile
   */
  void save(VideoAsset video);
}
