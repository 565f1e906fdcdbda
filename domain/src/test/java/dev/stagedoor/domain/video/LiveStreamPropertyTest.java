package dev.stagedoor.domain.video;

import static dev.stagedoor.domain.fixture.LiveStreamBuilder.aRecordedVideo;
import static dev.stagedoor.domain.fixture.LiveStreamBuilder.aStream;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.fake.FixedIds;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** The same facts give the same stream, in whatever order and however often they are told. */
class LiveStreamPropertyTest {
  private enum Kind {
    CONNECTED,
    DISCONNECTED,
    FAILED,
    STARTED,
    PROCESSING,
    NOT_RECORDED,
    RECORDED
  }

  /** Something that happened at a second of its own; {@code recording} only where it is one. */
  private record Fact(Kind kind, int second, int recording) {
    List<Announcement> tell(LiveStream stream, Ids ids) {
      Instant at = NOW.plusSeconds(second);
      ProviderRef ref = ProviderRef.of("sandbox", "rec_" + recording);
      return switch (kind) {
        case CONNECTED -> stream.encoderConnected(at, NOW);
        case DISCONNECTED -> stream.encoderDisconnected(at, NOW);
        case FAILED -> stream.ingestFailed(at, NOW);
        case STARTED -> stream.start(at);
        case PROCESSING ->
            stream.learn(aRecordedVideo(ref, RecordingStatus.PROCESSING, at), ids, NOW);
        case NOT_RECORDED ->
            stream.learn(aRecordedVideo(ref, RecordingStatus.FAILED, at), ids, NOW);
        case RECORDED -> stream.learn(aRecordedVideo(ref, at), ids, NOW);
      };
    }
  }

  private static Arbitrary<Fact> of(Kind... kinds) {
    return Combinators.combine(
            Arbitraries.of(kinds),
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(0, 2))
        .as(Fact::new);
  }

  @Provide
  Arbitrary<Fact> told() {
    return of(
        Kind.CONNECTED,
        Kind.CONNECTED,
        Kind.DISCONNECTED,
        Kind.FAILED,
        Kind.PROCESSING,
        Kind.NOT_RECORDED,
        Kind.RECORDED);
  }

  @Provide
  Arbitrary<Fact> unrecorded() {
    return of(Kind.CONNECTED, Kind.DISCONNECTED, Kind.FAILED, Kind.STARTED);
  }

  /** The facts once each in another order, with some of them told again at any later time. */
  private static List<Fact> retold(List<Fact> facts, Random random) {
    List<Fact> again = new ArrayList<>(facts);
    facts.stream().filter(fact -> random.nextBoolean()).forEach(again::add);
    Collections.shuffle(again, random);
    return again;
  }

  private static LiveStream after(List<Fact> facts) {
    LiveStream stream = aStream().withId(ONE).build();
    tellAll(stream, facts);
    return stream;
  }

  private static LiveStream startedThen(List<Fact> facts) {
    LiveStream stream = aStream().withId(ONE).started(NOW.plusSeconds(6)).build();
    tellAll(stream, facts);
    return stream;
  }

  private static final LiveStreamId ONE = new LiveStreamId(FixedIds.at(1));

  private static void tellAll(LiveStream stream, List<Fact> facts) {
    Ids ids = new FixedIds();
    facts.forEach(fact -> fact.tell(stream, ids));
  }

  /** What can be seen of a stream, but for when it was last touched and its recordings' own ids. */
  private record Seen(
      StreamStatus status,
      Instant startedAt,
      Instant endedAt,
      boolean recordingReady,
      Set<String> recordings) {
    static Seen of(LiveStream stream) {
      return new Seen(
          stream.status(),
          stream.startedAt().orElse(null),
          stream.endedAt().orElse(null),
          stream.isRecordingReady(),
          stream.recordings().stream()
              .map(one -> one.ref() + " " + one.status() + " " + one.at() + " " + one.playbackUrl())
              .collect(Collectors.toSet()));
    }
  }

  @Property(tries = 3000)
  void anyOrderAndRepetitionOfWhatAProviderTellsEndsAlike(
      @ForAll @Size(max = 7) List<@From("told") Fact> facts, @ForAll Random random) {
    assertThat(Seen.of(after(retold(facts, random)))).isEqualTo(Seen.of(after(facts)));
  }

  @Property(tries = 3000)
  void soItDoesWhenSomebodyHasPressedStart(
      @ForAll @Size(max = 7) List<@From("told") Fact> facts, @ForAll Random random) {
    assertThat(Seen.of(startedThen(retold(facts, random)))).isEqualTo(Seen.of(startedThen(facts)));
  }

  @Property(tries = 3000)
  void itDoesNotMatterWhenWeLearnOfComingsAndGoingsAroundAStart(
      @ForAll @Size(max = 6) List<@From("unrecorded") Fact> facts, @ForAll Random random) {
    assertThat(Seen.of(after(retold(facts, random)))).isEqualTo(Seen.of(after(facts)));
  }

  @Property
  void theStateMovesOnlyAsTheTableAllowsAndIsAnnouncedWhenItDoes(
      @ForAll @Size(max = 8) List<@From("told") Fact> facts) {
    LiveStream stream = aStream().started(NOW).build();
    Ids ids = new FixedIds();
    for (Fact fact : facts) {
      StreamStatus before = stream.status();
      boolean wasReady = stream.isRecordingReady();
      List<Announcement> news = fact.tell(stream, ids);

      boolean moved = before != stream.status();
      assertThat(!moved || before.canBecome(stream.status())).isTrue();
      assertThat(news).hasSize(moved || wasReady != stream.isRecordingReady() ? 1 : 0);
      assertThat(news)
          .allMatch(
              changed ->
                  changed.equals(
                      new StreamChanged(
                          stream.id(),
                          stream.subject(),
                          stream.status(),
                          stream.isRecordingReady())));
    }
  }

  @Property
  void aStoppedStreamNeverGoesLiveAgain(
      @ForAll @Size(max = 5) List<@From("told") Fact> before,
      @ForAll @Size(max = 5) List<@From("told") Fact> late) {
    LiveStream stream = startedThen(before);
    stream.stop(NOW.plusSeconds(20));
    Ids ids = new FixedIds();
    for (Fact fact : late) {
      fact.tell(stream, ids);
      assertThat(stream.status()).isEqualTo(StreamStatus.COMPLETED);
    }
  }

  @Property
  void aRecordingOnceReadyStaysReady(@ForAll @Size(max = 8) List<@From("told") Fact> facts) {
    LiveStream stream = aStream().build();
    Ids ids = new FixedIds();
    for (Fact fact : facts) {
      boolean wasReady = stream.isRecordingReady();
      fact.tell(stream, ids);
      assertThat(stream.isRecordingReady() || !wasReady).isTrue();
    }
  }
}
