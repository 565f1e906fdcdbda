package dev.stagedoor.providers.sandbox.video;

import dev.stagedoor.providers.sandbox.memory.MemoryJson;
import dev.stagedoor.providers.sandbox.webhooks.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One live input as the far side keeps it, with everything it has to tell of it.
 *
 * @param streamKey what an encoder shows; ends in {@code k} and the uid
 */
public record Input(
    String uid,
    UUID stream,
    String title,
    String streamKey,
    String srtPassphrase,
    boolean enabled,
    boolean deleted,
    Instant createdAt,
    List<Broadcast> broadcasts,
    List<Notice> notices) {
  public Input {
    broadcasts = List.copyOf(broadcasts);
    notices = List.copyOf(notices);
  }

  public boolean takesEncoders() {
    return enabled && !deleted;
  }

  /** Returns the broadcast that runs now. */
  public Optional<Broadcast> running() {
    return last().filter(Broadcast::isRunning);
  }

  Optional<Instant> disconnectedAt() {
    return broadcasts.stream().flatMap(one -> one.end().stream()).reduce((a, b) -> b);
  }

  private Optional<Broadcast> last() {
    return broadcasts.isEmpty()
        ? Optional.empty()
        : Optional.of(broadcasts.get(broadcasts.size() - 1));
  }

  Optional<Broadcast> broadcast(String recording) {
    return broadcasts.stream().filter(one -> one.recording().equals(recording)).findFirst();
  }

  Input enabled(boolean isEnabled) {
    return new Input(
        uid,
        stream,
        title,
        streamKey,
        srtPassphrase,
        isEnabled,
        deleted,
        createdAt,
        broadcasts,
        notices);
  }

  Input remove() {
    return new Input(
        uid,
        stream,
        title,
        streamKey,
        srtPassphrase,
        enabled,
        true,
        createdAt,
        broadcasts,
        notices);
  }

  Input connect(Instant now) {
    if (!takesEncoders() || running().isPresent()) {
      return this;
    }
    Broadcast next = new Broadcast(uid + "r" + (broadcasts.size() + 1), now, null);
    return with(append(broadcasts, next), notices)
        .telling(Notice.LIVE_INPUTS, "live_input.connected", now, now, Map.of());
  }

  /** Ends the broadcast that runs, and tells of it and, when it is ready, of its recording. */
  Input disconnect(Instant now, Duration untilRecorded, Addresses addresses) {
    Optional<Broadcast> running = running();
    if (running.isEmpty()) {
      return this;
    }
    Broadcast ended = running.get().endAt(now);
    String recording = ended.recording();
    Map<String, Object> ready = new LinkedHashMap<>();
    ready.put("recording", recording);
    ready.put("playback", Map.of("hls", addresses.playlist(recording)));
    ready.put("duration", TestPicture.recordedLength(ended).toSeconds());
    ready.put("thumbnails", List.of(Map.of("url", addresses.thumbnail(recording))));
    return with(append(broadcasts.subList(0, broadcasts.size() - 1), ended), notices)
        .telling(Notice.LIVE_INPUTS, "live_input.disconnected", now, now, Map.of())
        .telling(Notice.RECORDINGS, "video.recording.ready", now, now.plus(untilRecorded), ready);
  }

  private Input telling(
      String path, String type, Instant at, Instant notBefore, Map<String, Object> more) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("eventType", type);
    body.put("uid", uid);
    body.put("timestamp", at);
    body.putAll(more);
    Notice notice =
        new Notice(
            "evt_sandbox_" + uid + "_" + notices.size(),
            path,
            type,
            MemoryJson.write(body),
            at,
            notBefore,
            1);
    return with(broadcasts, append(notices, notice));
  }

  private Input with(List<Broadcast> nextBroadcasts, List<Notice> nextNotices) {
    return new Input(
        uid,
        stream,
        title,
        streamKey,
        srtPassphrase,
        enabled,
        deleted,
        createdAt,
        nextBroadcasts,
        nextNotices);
  }

  private static <T> List<T> append(List<T> list, T one) {
    return Stream.concat(list.stream(), Stream.of(one)).toList();
  }

  @Override
  public String toString() {
    return "live input " + uid;
  }
}
