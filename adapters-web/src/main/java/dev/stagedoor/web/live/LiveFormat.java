package dev.stagedoor.web.live;

import dev.stagedoor.application.port.LiveFeed;
import java.util.Optional;

/** Writes what goes over one kind of connection. */
interface LiveFormat {
  /** The first thing a reader gets; with a place, the reader may come back from there. */
  byte[] greeting(Optional<String> place);

  byte[] event(LiveFeed.Entry entry);

  /** No event, but a sign of life; with a place, the reader may come back from there. */
  byte[] heartbeat(Optional<String> place);

  /** Tells a reader that what it missed is not known any more, so that it reads everything anew. */
  byte[] resync();
}
