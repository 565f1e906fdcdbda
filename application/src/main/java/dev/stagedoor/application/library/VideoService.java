package dev.stagedoor.application.library;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.webhooks.EventHandler;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.library.LibraryEvent;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.storage.FileId;
import dev.stagedoor.domain.video.SignedPlayback;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Has videos prepared by a provider of the library, and follows them until they can be watched. */
@SuppressWarnings("DoNotCallSuggester")
public final class VideoService {
  /** Records, in the open unit of work, that a file is to be prepared; a job asks the provider. */
  public VideoAsset take(Subject subject, FileId file, String title) {
    throw new UnsupportedOperationException();
  }

  /** Tries again what failed, in the open unit of work; does nothing otherwise. */
  public void retry(VideoId video) {
    throw new UnsupportedOperationException();
  }

  /**
   * Returns the videos of a subject that were not removed, the newest first, in the open unit of
   * work.
   */
  public List<VideoAsset> of(Subject subject) {
    throw new UnsupportedOperationException();
  }

  /**
   * Signs where a video plays until a time, where the provider can; without that it plays for
   * everybody.
   */
  public Optional<SignedPlayback> playback(VideoAsset video, Duration life) {
    throw new UnsupportedOperationException();
  }

  /**
   * Removes, in the open unit of work, all videos of a subject but those given, with their files; a
   * job asks the provider.
   */
  public void remove(Subject subject, List<VideoId> keep) {
    throw new UnsupportedOperationException();
  }

  /** Lets webhooks of the library in: each only points at a video, which is then asked about. */
  public EventHandler<LibraryEvent> events() {
    throw new UnsupportedOperationException();
  }

  /** Does what providers are asked for. */
  public List<JobHandler> jobs() {
    throw new UnsupportedOperationException();
  }

  /** Asks about videos that are under way. */
  public RecurringJob watching() {
    throw new UnsupportedOperationException();
  }
}
