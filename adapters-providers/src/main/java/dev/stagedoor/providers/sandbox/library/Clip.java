package dev.stagedoor.providers.sandbox.library;

import dev.stagedoor.domain.library.NewVideo;
import dev.stagedoor.providers.sandbox.memory.MemoryJson;
import dev.stagedoor.providers.sandbox.webhooks.Notice;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One video as the far side keeps it, from when it was announced, with everything it has to tell of
 * it.
 *
 * @param sendToken what is in the address for sending, absent when the far side fetches
 * @param origin the site whose pages may send
 * @param lapsesAt until when a file may come
 * @param receivedAt when it came
 * @param preparedAt when preparing it ends, well or not
 * @param failureCode why it ends badly
 * @param source where the far side is to fetch it
 * @param film what came, absent while nothing did; what came when nothing was kept yet plays the
 *     test picture
 */
public record Clip(
    String uid,
    UUID video,
    String title,
    boolean signedOnly,
    @Nullable String sendToken,
    @Nullable String origin,
    Instant createdAt,
    Instant lapsesAt,
    @Nullable Instant receivedAt,
    @Nullable Instant preparedAt,
    @Nullable String failureCode,
    long bytes,
    boolean deleted,
    List<Notice> notices,
    @Nullable String source,
    @Nullable Film film) {
  /** How far the far side is with it. */
  public enum Stage {
    AWAITED,
    LAPSED,
    PREPARING,
    READY,
    FAILED
  }

  /**
   * A film that was kept.
   *
   * @param file names it among the kept
   * @param ending how the name of such a film ends
   * @param millis how long it is, where that is known
   * @param hasStill whether there is a picture of it
   */
  public record Film(String file, String ending, @Nullable Long millis, boolean hasStill) {
    Optional<Duration> length() {
      return Optional.ofNullable(millis).map(Duration::ofMillis);
    }
  }

  public Clip {
    notices = List.copyOf(notices);
  }

  static Clip toBeSent(
      String uid, NewVideo wanted, String token, String origin, Instant now, Duration life) {
    return announced(uid, wanted, token, origin, now, now.plus(life), null);
  }

  static Clip toBeFetched(String uid, NewVideo wanted, URI source, Instant now) {
    return announced(uid, wanted, null, null, now, now, source.toString());
  }

  private static Clip announced(
      String uid,
      NewVideo wanted,
      @Nullable String token,
      @Nullable String origin,
      Instant now,
      Instant lapsesAt,
      @Nullable String source) {
    return new Clip(
        uid,
        wanted.video().value(),
        wanted.title(),
        wanted.signedOnly(),
        token,
        origin,
        now,
        lapsesAt,
        null,
        null,
        null,
        0,
        false,
        List.of(),
        source,
        null);
  }

  /** Returns how far it is at a time. */
  public Stage stageAt(Instant now) {
    if (receivedAt == null || preparedAt == null) {
      if (source != null) {
        return Stage.PREPARING;
      }
      return now.isBefore(lapsesAt) ? Stage.AWAITED : Stage.LAPSED;
    }
    if (now.isBefore(preparedAt)) {
      return Stage.PREPARING;
    }
    return failureCode == null ? Stage.READY : Stage.FAILED;
  }

  /** Returns percent prepared at a time. */
  int progressAt(Instant now) {
    if (receivedAt == null || preparedAt == null || now.isBefore(receivedAt)) {
      return 0;
    }
    long whole = Math.max(1, Duration.between(receivedAt, preparedAt).toMillis());
    long done = Duration.between(receivedAt, now).toMillis();
    return (int) Math.min(100, done * 100 / whole);
  }

  /** Tells whether the far side still has to fetch it. */
  boolean awaitsFetching() {
    return source != null && receivedAt == null && !deleted;
  }

  public Optional<String> failure() {
    return Optional.ofNullable(failureCode);
  }

  /** Takes the file, which is good or fails with a code once it was looked at. */
  Clip received(ClipFilms.Kept file, Instant now, Duration untilPrepared) {
    Instant prepared = now.plus(untilPrepared);
    return with(now, prepared, file.refusal(), file.bytes(), deleted, file.film())
        .telling("received", now, now)
        .telling(file.refusal() != null ? "failed" : "ready", prepared, prepared);
  }

  /** Ends preparing it, badly. */
  Clip failed(String code, Instant now) {
    return with(receivedAt, now, code, bytes, deleted, film).telling("failed", now, now);
  }

  Clip remove() {
    return with(receivedAt, preparedAt, failureCode, bytes, true, film);
  }

  private Clip telling(String what, Instant at, Instant notBefore) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("eventType", "library.video.changed");
    body.put("uid", uid);
    body.put("video", video.toString());
    body.put("status", what);
    body.put("timestamp", at);
    Notice notice =
        new Notice(
            "evt_sandbox_" + uid + "_" + notices.size(),
            Notice.LIBRARY,
            "library.video.changed",
            MemoryJson.write(body),
            at,
            notBefore,
            1);
    return new Clip(
        uid,
        video,
        title,
        signedOnly,
        sendToken,
        origin,
        createdAt,
        lapsesAt,
        receivedAt,
        preparedAt,
        failureCode,
        bytes,
        deleted,
        Stream.concat(notices.stream(), Stream.of(notice)).toList(),
        source,
        film);
  }

  private Clip with(
      @Nullable Instant received,
      @Nullable Instant prepared,
      @Nullable String failure,
      long size,
      boolean isDeleted,
      @Nullable Film kept) {
    return new Clip(
        uid,
        video,
        title,
        signedOnly,
        sendToken,
        origin,
        createdAt,
        lapsesAt,
        received,
        prepared,
        failure,
        size,
        isDeleted,
        notices,
        source,
        kept);
  }

  @Override
  public String toString() {
    return "clip " + uid;
  }
}
