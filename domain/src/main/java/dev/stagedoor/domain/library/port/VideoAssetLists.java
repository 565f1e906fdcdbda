package dev.stagedoor.domain.library.port;

import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.VideoId;
import java.time.Instant;
import java.util.List;

/**
 * Finds videos of the library by what they have in common. All methods need an open unit of work.
 */
public interface VideoAssetLists {
  /** Returns the videos of some subjects that were not removed, the newest of each first. */
  List<VideoAsset> ofSubjects(List<Subject> subjects);

  /** Returns videos whose provider is to be asked again, longest overdue first. */
  List<VideoId> dueForLook(Instant now, int limit);
}
