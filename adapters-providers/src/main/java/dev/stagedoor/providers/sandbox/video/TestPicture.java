package dev.stagedoor.providers.sandbox.video;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one film every broadcast shows, over and over: eight segments of two seconds. Its playlists
 * follow from times alone, so every instance serves the same.
 */
public final class TestPicture {
  private static final Duration SEGMENT = Duration.ofSeconds(2);
  private static final int SEGMENTS = 8;
  private static final int WINDOW = 6;
  // What an encoder has sent before it is noticed: with less than this a player waits to begin.
  private static final int HEAD_START = 3;
  private static final Duration LONGEST_RECORDING = Duration.ofHours(12);
  private static final Pattern SEGMENT_NAME = Pattern.compile("[0-7]\\.ts");
  private static final String SEGMENTS_FROM_A_PLAYLIST = "../../picture/";

  private TestPicture() {}

  /** Returns the playlist of a broadcast that runs now, the last one of these. */
  static String live(List<Broadcast> broadcasts, Instant now) {
    long before = 0;
    long loopsBefore = 0;
    for (Broadcast over : broadcasts.subList(0, broadcasts.size() - 1)) {
      // Numbers go on where the last broadcast ended, so that a player that stayed can go on too.
      long sent = sent(over, now);
      before += sent;
      loopsBefore += (sent - 1) / SEGMENTS + 1;
    }
    Broadcast running = broadcasts.get(broadcasts.size() - 1);
    long sent = sent(running, now);
    long first = Math.max(0, sent - WINDOW);
    StringBuilder playlist =
        head()
            .append("#EXT-X-MEDIA-SEQUENCE:")
            .append(before + first)
            .append("\n#EXT-X-DISCONTINUITY-SEQUENCE:")
            .append(loopsBefore + first / SEGMENTS)
            .append('\n');
    for (long segment = first; segment < sent; segment++) {
      if (segment > first && segment % SEGMENTS == 0) {
        playlist.append("#EXT-X-DISCONTINUITY\n");
      }
      playlist
          .append("#EXT-X-PROGRAM-DATE-TIME:")
          .append(running.connectedAt().plus(SEGMENT.multipliedBy(segment - HEAD_START)))
          .append('\n');
      append(playlist, segment, SEGMENTS_FROM_A_PLAYLIST);
    }
    return playlist.toString();
  }

  private static long sent(Broadcast broadcast, Instant now) {
    return HEAD_START + broadcast.lengthAt(now).dividedBy(SEGMENT);
  }

  /** Returns the playlist of a broadcast that is over. */
  static String recording(Broadcast broadcast) {
    return film(recordedLength(broadcast).dividedBy(SEGMENT), SEGMENTS_FROM_A_PLAYLIST);
  }

  /**
   * Returns the playlist of the film, once from its beginning to its end.
   *
   * @param segments where the segments are, as seen from the playlist
   */
  public static String once(String segments) {
    return film(SEGMENTS, segments);
  }

  /** Returns how long the film is. */
  public static Duration length() {
    return SEGMENT.multipliedBy(SEGMENTS);
  }

  /**
   * Returns the playlist of a channel that never ends. Its numbers begin anew each month: players
   * such as hls.js go through all turns there were with each segment, and stand still at millions.
   *
   * @param segments where the segments are
   */
  public static String always(Instant now, String segments) {
    Instant began = beginningOf(now);
    long last = Duration.between(began, now).dividedBy(SEGMENT);
    long first = last - WINDOW;
    StringBuilder playlist =
        head()
            .append("#EXT-X-MEDIA-SEQUENCE:")
            .append(first)
            .append("\n#EXT-X-DISCONTINUITY-SEQUENCE:")
            // Counts the turns that were taken before the first segment.
            .append((first - 1) / SEGMENTS)
            .append('\n');
    for (long segment = first; segment < last; segment++) {
      if (segment % SEGMENTS == 0) {
        playlist.append("#EXT-X-DISCONTINUITY\n");
      }
      playlist
          .append("#EXT-X-PROGRAM-DATE-TIME:")
          .append(began.plus(SEGMENT.multipliedBy(segment)))
          .append('\n');
      append(playlist, segment, segments);
    }
    return playlist.toString();
  }

  // A little before the month, so that there is something to show from its first second on.
  private static Instant beginningOf(Instant now) {
    return YearMonth.from(now.atOffset(ZoneOffset.UTC))
        .atDay(1)
        .atStartOfDay()
        .toInstant(ZoneOffset.UTC)
        .minus(SEGMENT.multipliedBy(2L * SEGMENTS));
  }

  private static String film(long segments, String place) {
    StringBuilder playlist = head().append("#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n");
    for (long segment = 0; segment < segments; segment++) {
      if (segment > 0 && segment % SEGMENTS == 0) {
        playlist.append("#EXT-X-DISCONTINUITY\n");
      }
      append(playlist, segment, place);
    }
    return playlist.append("#EXT-X-ENDLIST\n").toString();
  }

  /** Returns the length of a recording: that of its broadcast, in whole segments. */
  static Duration recordedLength(Broadcast broadcast) {
    Duration length = broadcast.lengthAt(broadcast.end().orElse(broadcast.connectedAt()));
    Duration kept = length.compareTo(LONGEST_RECORDING) > 0 ? LONGEST_RECORDING : length;
    return SEGMENT.multipliedBy(Math.max(1, kept.plus(SEGMENT.dividedBy(2)).dividedBy(SEGMENT)));
  }

  private static StringBuilder head() {
    return new StringBuilder("#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-INDEPENDENT-SEGMENTS\n")
        .append("#EXT-X-TARGETDURATION:2\n");
  }

  private static void append(StringBuilder playlist, long segment, String place) {
    playlist.append("#EXTINF:2.000,\n").append(place).append(segment % SEGMENTS).append(".ts\n");
  }

  /** Returns a segment by its file name, empty when there is none. */
  public static Optional<byte[]> segment(String name) {
    return SEGMENT_NAME.matcher(name).matches() ? Optional.of(load(name)) : Optional.empty();
  }

  /** Returns the one still picture there is. */
  public static byte[] thumbnail() {
    return load("thumbnail.jpg");
  }

  private static byte[] load(String name) {
    try (InputStream in = TestPicture.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the test picture lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the test picture cannot be read: " + name, e);
    }
  }
}
