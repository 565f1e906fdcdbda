package dev.stagedoor.providers.sandbox.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TestPictureTest {
  private static final Instant START = Instant.parse("2025-06-01T10:00:00Z");

  /** A playlist as a player understands it. */
  private record Playlist(
      long sequence, long discontinuities, List<String> segments, List<Long> loops, String text) {
    static Playlist read(String text) {
      long sequence = 0;
      long discontinuities = 0;
      List<String> segments = new ArrayList<>();
      List<Long> loops = new ArrayList<>();
      for (String line : text.split("\n", -1)) {
        if (line.startsWith("#EXT-X-MEDIA-SEQUENCE:")) {
          sequence = Long.parseLong(line.substring(line.indexOf(':') + 1));
        } else if (line.startsWith("#EXT-X-DISCONTINUITY-SEQUENCE:")) {
          discontinuities = Long.parseLong(line.substring(line.indexOf(':') + 1));
        } else if (line.equals("#EXT-X-DISCONTINUITY")) {
          discontinuities++;
        } else if (!line.isEmpty() && !line.startsWith("#")) {
          segments.add(line.substring(line.lastIndexOf('/') + 1));
          loops.add(discontinuities);
        }
      }
      return new Playlist(sequence, discontinuities, segments, loops, text);
    }

    /** Says for every segment number which file it is, and of which loop. */
    Map<Long, String> facts() {
      Map<Long, String> facts = new TreeMap<>();
      for (int i = 0; i < segments.size(); i++) {
        facts.put(sequence + i, segments.get(i) + " of loop " + loops.get(i));
      }
      return facts;
    }
  }

  private static Playlist liveAfter(Duration time) {
    return Playlist.read(
        TestPicture.live(List.of(new Broadcast("r1", START, null)), START.plus(time)));
  }

  @Test
  void aBroadcastBeginsWithEnoughToPlay() {
    Playlist first = liveAfter(Duration.ZERO);

    assertThat(first.sequence()).isZero();
    assertThat(first.segments()).containsExactly("0.ts", "1.ts", "2.ts");
    assertThat(first.text())
        .startsWith("#EXTM3U\n")
        .contains("#EXT-X-TARGETDURATION:2\n")
        .contains("#EXT-X-PROGRAM-DATE-TIME:2025-06-01T09:59:54Z\n")
        .doesNotContain("ENDLIST");
  }

  private static Playlist channelAt(Instant time) {
    return Playlist.read(TestPicture.always(time, "picture/"));
  }

  @Test
  void aChannelShowsAFullWindowFromTheFirstSecondOfAMonth() {
    Playlist first = channelAt(Instant.parse("2025-06-01T00:00:00Z"));

    assertThat(first.segments()).containsExactly("2.ts", "3.ts", "4.ts", "5.ts", "6.ts", "7.ts");
    assertThat(first.sequence()).isEqualTo(10);
    assertThat(first.text()).contains("#EXT-X-PROGRAM-DATE-TIME:2025-05-31T23:59:48Z\n");
  }

  @Test
  void aChannelNamesEachSegmentAlikeAllMonthAndNeverCountsMillionsOfTurns() {
    Instant noon = Instant.parse("2025-06-30T12:00:00Z");
    Map<Long, String> facts = new TreeMap<>();
    for (int second = 0; second < 60; second++) {
      channelAt(noon.plusSeconds(second))
          .facts()
          .forEach(
              (number, fact) ->
                  assertThat(facts.merge(number, fact, (known, told) -> known)).isEqualTo(fact));
    }

    assertThat(channelAt(Instant.parse("2025-06-30T23:59:59Z")).discontinuities())
        .isLessThan(200_000);
    assertThat(facts).hasSize(35);
  }

  @Test
  void theWindowSlidesAndMarksEachLoop() {
    Playlist later = liveAfter(Duration.ofSeconds(15));

    assertThat(later.sequence()).isEqualTo(4);
    assertThat(later.segments()).containsExactly("4.ts", "5.ts", "6.ts", "7.ts", "0.ts", "1.ts");
    assertThat(later.text()).contains("7.ts\n#EXT-X-DISCONTINUITY\n");
  }

  @Test
  void aClockThatIsBehindHarmsNothing() {
    assertThat(liveAfter(Duration.ofSeconds(-5)).segments()).hasSize(3);
  }

  @Property
  void aSegmentNeverChangesItsFileOrItsLoop(
      @ForAll @IntRange(max = 100_000) int seconds, @ForAll @IntRange(max = 12) int more) {
    Map<Long, String> before = liveAfter(Duration.ofSeconds(seconds)).facts();
    Map<Long, String> after = liveAfter(Duration.ofSeconds(seconds + more)).facts();

    before.keySet().retainAll(after.keySet());
    assertThat(after).containsAllEntriesOf(before);
    assertThat(after).hasSizeLessThanOrEqualTo(6);
  }

  @Property
  void aBroadcastGoesOnWhereTheLastOneEnded(@ForAll @IntRange(max = 5_000) int seconds) {
    Instant end = START.plusSeconds(seconds);
    Instant again = end.plusSeconds(60);
    Playlist last = Playlist.read(TestPicture.live(List.of(new Broadcast("r1", START, null)), end));
    Playlist next =
        Playlist.read(
            TestPicture.live(
                List.of(new Broadcast("r1", START, end), new Broadcast("r2", again, null)), again));

    assertThat(next.sequence()).isEqualTo(last.sequence() + last.segments().size());
    assertThat(next.loops().get(0)).isGreaterThan(last.loops().get(last.loops().size() - 1));
  }

  @Test
  void aRecordingIsAsLongAsItsBroadcastInWholeSegments() {
    Map<Integer, Integer> segmentsBySeconds = Map.of(0, 1, 2, 1, 4, 2, 15, 8, 16, 8, 18, 9);

    segmentsBySeconds.forEach(
        (seconds, segments) -> {
          Broadcast broadcast = new Broadcast("r1", START, START.plusSeconds(seconds));
          Playlist film = Playlist.read(TestPicture.recording(broadcast));

          assertThat(film.segments()).as(seconds + " seconds").hasSize(segments);
          assertThat(TestPicture.recordedLength(broadcast))
              .isEqualTo(Duration.ofSeconds(2L * segments));
          assertThat(film.text()).contains("#EXT-X-PLAYLIST-TYPE:VOD").endsWith("ENDLIST\n");
        });
  }

  @Test
  void aLongRecordingMarksEachLoop() {
    Playlist film =
        Playlist.read(TestPicture.recording(new Broadcast("r1", START, START.plusSeconds(40))));

    assertThat(film.segments()).hasSize(20);
    assertThat(film.segments().get(8)).isEqualTo("0.ts");
    assertThat(film.loops().get(7)).isZero();
    assertThat(film.loops().get(8)).isEqualTo(1);
    assertThat(film.loops().get(16)).isEqualTo(2);
  }

  @Test
  void everySegmentIsThereAndAllOfThemAreSmall() {
    int bytes = 0;
    for (int i = 0; i < 8; i++) {
      byte[] segment = TestPicture.segment(i + ".ts").orElseThrow();
      assertThat(segment.length % 188).as("whole transport packets").isZero();
      bytes += segment.length;
    }
    assertThat(bytes).isLessThan(1_000_000);
    assertThat(TestPicture.segment("8.ts")).isEmpty();
    assertThat(TestPicture.segment("README.md")).isEmpty();
  }
}
