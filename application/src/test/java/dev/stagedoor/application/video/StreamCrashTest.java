package dev.stagedoor.application.video;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork.Crash;
import dev.stagedoor.application.memorials.MemorialStreamService;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.VideoError;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever is faster and whatever dies: no input is left at the provider that takes encoders. */
class StreamCrashTest {
  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final MemorialStreamService streams = house.stagedoor().memorialStreams();
  private final InMemoryStagedoor.Family family = house.aFamily();

  private StreamView planned() {
    return streams.create(
        family.actor(),
        family.memorial(),
        new LiveStream.Details("Service", "", Optional.empty(), true, true));
  }

  private LiveStreamId theOne() {
    return id(streams.list(family.actor(), family.memorial()).get(0));
  }

  private static LiveStreamId id(StreamView stream) {
    return new LiveStreamId(stream.id());
  }

  private void stop(LiveStreamId id) {
    streams.stop(family.actor(), id);
    house.runJobs();
  }

  private void remove(LiveStreamId id) {
    streams.remove(family.actor(), id);
    house.runJobs();
  }

  private void someMinutesLater() {
    for (int minute = 0; minute < 10; minute++) {
      house.clock().advance(Duration.ofMinutes(1));
      house.runJobs();
    }
  }

  private boolean isOpen(LiveStreamId id) {
    return house.stream(id).input().filter(in -> house.video().isEnabled(in.ref())).isPresent();
  }

  @Test
  void aStartThatComesAfterAStopClosesTheInputAgain() {
    LiveStreamId id = id(planned());
    house.wire().before("LiveIngest.enable", () -> stop(id));

    assertRefused(VideoError.STREAM_COMPLETED, () -> streams.start(family.actor(), id));

    house.runJobs();
    assertThat(isOpen(id)).isFalse();
  }

  @Test
  void aStartThatComesAfterAStopAndDiesLeavesNothingOpen() {
    LiveStreamId id = id(planned());
    house.wire().before("LiveIngest.enable", () -> stop(id));
    house.wire().after("LiveIngest.enable", house::crash);
    assertThatThrownBy(() -> streams.start(family.actor(), id)).isInstanceOf(Crash.class);

    house.restart();
    someMinutesLater();

    assertThat(isOpen(id)).isFalse();
  }

  @Test
  void anInputWhoseAnswerWasLostIsNotLeftBehind() {
    house.video().loseNextAnswer();
    assertThatThrownBy(this::planned).isInstanceOf(ProviderException.class);
    assertThat(house.video().inputs()).isEqualTo(1);

    someMinutesLater();

    assertThat(house.video().inputs()).isZero();
  }

  @Test
  void aPlanWhoseProcessDiedGetsItsInputAllTheSame() {
    house.wire().after("LiveIngest.create", house::crash);
    assertThatThrownBy(this::planned).isInstanceOf(Crash.class);

    house.restart();
    someMinutesLater();

    assertThat(streams.get(family.actor(), theOne()).credentials()).isPresent();
    assertThat(house.video().inputs()).isEqualTo(1);
  }

  @Test
  void aPlanThatIsRemovedWhileItsInputIsMadeLeavesNone() {
    house.wire().after("LiveIngest.create", () -> remove(theOne()));

    var unused = planned();

    house.runJobs();
    assertThat(house.video().inputs()).isZero();
  }

  @Test
  void aPlanThatIsRemovedBeforeItsInputIsMadeLeavesNone() {
    house.video().makesAnewAfterDeletion(true);
    house
        .wire()
        .before(
            "LiveIngest.create",
            () -> {
              remove(theOne());
              house.wire().after("LiveIngest.create", house::crash);
            });

    assertThatThrownBy(this::planned).isInstanceOf(Crash.class);
    assertThat(house.video().inputs()).isEqualTo(1);
    house.restart();
    someMinutesLater();

    assertThat(house.video().inputs()).isZero();
  }

  @Test
  void anAftercareThatDiesIsRepeated() {
    house.video().loseNextAnswer();
    assertThatThrownBy(this::planned).isInstanceOf(ProviderException.class);
    house.wire().after("LiveIngest.create", house::crash);
    assertThatThrownBy(house::runJobs).isInstanceOf(Crash.class);

    house.restart();
    someMinutesLater();

    assertThat(house.video().inputs()).isZero();
  }

  @Test
  void aPlanThatIsStoppedWhileItsInputIsMadeLeavesNoneOpen() {
    house.wire().after("LiveIngest.create", () -> stop(theOne()));

    LiveStreamId id = id(planned());

    house.runJobs();
    assertThat(isOpen(id)).isFalse();
  }

  @Test
  void aPlanWhoseProcessDiedAndThatIsStoppedLeavesNoInput() {
    house.wire().after("LiveIngest.create", house::crash);
    assertThatThrownBy(this::planned).isInstanceOf(Crash.class);
    house.restart();

    stop(theOne());
    someMinutesLater();

    assertThat(house.video().inputs()).isZero();
  }

  @Test
  void aProviderThatHasLostAnInputDoesNotKeepTheStreamFromEnding() {
    StreamView stream = planned();
    house.video().delete(house.stream(id(stream)).input().orElseThrow().ref());

    assertThat(streams.stop(family.actor(), id(stream)).status()).isEqualTo("completed");
    assertThat(house.runJobs()).isEmpty();
  }

  @Test
  void inTheEndThereIsNothingMoreToSeeTo() {
    LiveStreamId id = id(planned());
    remove(id);
    someMinutesLater();
    long asked = house.wire().count("LiveIngest.delete");

    house.clock().advance(Duration.ofDays(1));
    house.runJobs();

    assertThat(house.wire().count("LiveIngest.delete")).isEqualTo(asked);
  }
}
