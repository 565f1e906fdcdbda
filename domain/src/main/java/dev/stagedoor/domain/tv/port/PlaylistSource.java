package dev.stagedoor.domain.tv.port;

import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.FetchOutcome;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.Programme;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fetches what IPTV services offer, from addresses that subscribers name: only from public ones,
 * within limits of size, number and time, and without ever holding a whole playlist. Every failure
 * is an outcome; what the consumers throw goes through.
 */
public interface PlaylistSource {
  /** As many are handed over at once, and fewer only at the end: each time is one writing. */
  int BATCH = 1_000;

  /** Hands over the channels in the service's order, {@value #BATCH} at a time. */
  FetchOutcome fetch(PlaylistAccess access, Consumer<List<Channel>> each);

  /**
   * Hands over the guide for the next days, in any order; what is over, or too far off, is left
   * out; {@value #BATCH} at a time. A service without a guide has nothing to hand over.
   */
  FetchOutcome fetchGuide(PlaylistAccess access, Consumer<List<Programme>> each);
}
