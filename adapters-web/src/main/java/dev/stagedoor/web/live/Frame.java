package dev.stagedoor.web.live;

import dev.stagedoor.application.port.LiveFeed;
import dev.stagedoor.application.port.LiveUpdate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One update, written once in each format for all its readers, with its place in the log. */
final class Frame {
  private final LiveFeed.Entry entry;
  private final Map<LiveFormat, byte[]> written = new ConcurrentHashMap<>();

  Frame(LiveFeed.Entry entry) {
    this.entry = entry;
  }

  String place() {
    return entry.place();
  }

  LiveUpdate update() {
    return entry.update();
  }

  byte[] in(LiveFormat format) {
    return written.computeIfAbsent(format, how -> how.event(entry));
  }
}
