package dev.stagedoor.application.port;

import dev.stagedoor.application.video.StreamReader;
import dev.stagedoor.application.video.StreamStatusView;
import dev.stagedoor.application.video.StreamView;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.LiveStreamId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The read side of streams; what was removed is not there. All methods need an open unit of work.
 */
public interface VideoQueries {
  /**
   * Lists the streams of a subject, oldest first; for a visitor those only that are open to
   * visitors. Credentials are read, and decrypted, for those alone who may have them.
   */
  List<StreamView> of(Subject subject, StreamReader reader);

  /** Finds one stream, for a visitor only if it is open to visitors. */
  Optional<StreamView> find(LiveStreamId id, StreamReader reader);

  /** Tells what streams are doing, in no order; those that are not there are left out. */
  List<StreamStatusView> statuses(Collection<LiveStreamId> ids);

  /**
   * Returns streams whose provider is worth asking, the longest not returned first, and puts them
   * at the end of the queue: those with a live input that are live, or that are ready or ending and
   * were changed since. One that somebody else is changing may be left for the next time.
   */
  List<LiveStreamId> nextToWatch(Instant changedSince, Instant now, int limit);
}
