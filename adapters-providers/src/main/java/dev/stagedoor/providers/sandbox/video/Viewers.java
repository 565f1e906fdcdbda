package dev.stagedoor.providers.sandbox.video;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts who has asked for a live playlist lately. Kept by each instance for itself. */
final class Viewers {
  private static final Duration LATELY = Duration.ofSeconds(15);
  private static final int MOST = 100_000;

  private final Map<String, Map<String, Instant>> seen = new ConcurrentHashMap<>();

  void watch(String input, String viewer, Instant now) {
    Map<String, Instant> viewers = seen.computeIfAbsent(input, unseen -> new ConcurrentHashMap<>());
    if (viewers.size() < MOST) {
      viewers.put(viewer, now);
    }
  }

  long count(String input, Instant now) {
    Map<String, Instant> viewers = seen.get(input);
    if (viewers == null) {
      return 0;
    }
    viewers.values().removeIf(at -> at.plus(LATELY).isBefore(now));
    return viewers.size();
  }

  void leave(String input) {
    seen.remove(input);
  }
}
