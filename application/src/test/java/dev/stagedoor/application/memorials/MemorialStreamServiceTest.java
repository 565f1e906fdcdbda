package dev.stagedoor.application.memorials;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.application.port.LiveUpdate;
import dev.stagedoor.application.video.StreamStatusView;
import dev.stagedoor.application.video.StreamView;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.memorials.Memorial;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStream;
import dev.stagedoor.domain.video.VideoError;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a stream is planned, broadcast and recorded. */
class MemorialStreamServiceTest extends MemorialStreamScene {
  private List<Object> toldStatuses() {
    return house.updates().all().stream()
        .filter(update -> update.channel().equals(Memorial.subject(family.memorial())))
        .filter(update -> update.type().equals("stream_status_changed"))
        .map(LiveUpdate::data)
        .map(data -> data.get("status"))
        .toList();
  }

  @Test
  void aPlannedStreamHasCredentialsAndIsNotOn() {
    StreamView stream = planned();

    assertThat(stream.status()).isEqualTo("scheduled");
    assertThat(stream.credentials()).isPresent();
    assertThat(stream.providerRef()).isEmpty();
  }

  @Test
  void aProviderThatFailsTakesThePlanBack() {
    house.video().setDown(true);

    assertThatThrownBy(this::planned).isInstanceOf(ProviderException.class);

    house.video().setDown(false);
    assertThat(streams.list(family.actor(), family.memorial())).isEmpty();
    assertThat(toldStatuses()).isEmpty();
    assertThat(house.runJobs()).isEmpty();
  }

  @Test
  void aLostAnswerTakesThePlanBackToo() {
    house.video().loseNextAnswer();

    assertThatThrownBy(this::planned).isInstanceOf(ProviderException.class);

    assertThat(streams.list(family.actor(), family.memorial())).isEmpty();
  }

  @Test
  void aPlanWhoseProcessDiedBeforeTheAnswerGetsItsOneInputAtTheStart() {
    house.wire().after("LiveIngest.create", house::crash);
    assertThatThrownBy(this::planned).isInstanceOf(InMemoryUnitOfWork.Crash.class);
    house.restart();
    StreamView left = streams.list(family.actor(), family.memorial()).get(0);
    assertThat(left.credentials()).isEmpty();

    StreamView started = streams.start(family.actor(), id(left));

    assertThat(started.credentials()).isPresent();
    assertThat(house.video().inputsOf(id(left))).isEqualTo(1);
  }

  @Test
  void startingLetsTheEncoderConnect() {
    StreamView started = streams.start(family.actor(), id(planned()));

    assertThat(started.status()).isEqualTo("ready");
    assertThat(started.credentials()).isPresent();
    assertThat(house.video().isEnabled(input(started).ref())).isTrue();
  }

  @Test
  void aStartThatFailedCanBeTriedAgain() {
    StreamView stream = planned();
    house.video().setDown(true);
    assertThatThrownBy(() -> streams.start(family.actor(), id(stream)))
        .isInstanceOf(ProviderException.class);
    house.video().setDown(false);
    assertThat(streams.get(family.actor(), id(stream)).status()).isEqualTo("scheduled");

    assertThat(streams.start(family.actor(), id(stream)).status()).isEqualTo("ready");
  }

  @Test
  void anEncoderThatConnectsMakesTheStreamLiveForVisitors() {
    StreamView stream = live();

    assertThat(stream.status()).isEqualTo("live");
    assertThat(streams.visible(Actor.visitor(), family.memorial()))
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.playbackUrl()).isPresent();
              assertThat(seen.credentials()).isEmpty();
              assertThat(seen.providerRef()).isEmpty();
            });
    assertThat(toldStatuses()).containsExactly("ready", "live");
  }

  @Test
  void anEncoderNobodyToldUsOfIsSeenAndItsViewersAreCounted() {
    StreamView stream = streams.start(family.actor(), id(planned()));
    house.video().setNow(house.clock().instant());
    house.video().connect(input(stream));
    house.video().setViewers(input(stream).ref(), 12);

    house.later(Duration.ofSeconds(10));

    StreamStatusView seen = streams.status(Actor.visitor(), id(stream));
    assertThat(seen.status()).isEqualTo("live");
    assertThat(seen.viewerCount()).isEqualTo(12);
    assertThat(house.updates().all()).extracting(LiveUpdate::type).contains("viewers_changed");
  }

  @Test
  void aStoppedStreamIsOverForGoodAndItsRecordingIsFoundLater() {
    StreamView stream = live();

    StreamView stopped = streams.stop(family.actor(), id(stream));

    assertThat(stopped.status()).isEqualTo("completed");
    assertThat(stopped.recordingReady()).isFalse();
    assertThat(house.video().connect(input(stream))).isFalse();
    assertRefused(VideoError.STREAM_COMPLETED, () -> streams.start(family.actor(), id(stream)));
    house.runJobs();
    house.video().finishRecordings();
    house.clock().advance(Duration.ofMinutes(5));
    assertThat(house.runJobs()).isEmpty();
    assertThat(streams.archive(Actor.visitor(), family.memorial()))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.recordingReady()).isTrue();
              assertThat(entry.recordingUrl()).isPresent();
              assertThat(entry.recordingDuration()).isPresent();
              assertThat(entry.credentials()).isEmpty();
            });
  }

  @Test
  void theRecordingOfASoundCheckIsNotTakenForAll() {
    StreamView stream = live();
    house.video().disconnect(input(stream));
    house.video().finishRecordings();
    house.video().connect(input(stream));
    streams.stop(family.actor(), id(stream));
    house.clock().advance(Duration.ofMinutes(10));
    house.runJobs();

    house.video().finishRecordings();
    house.clock().advance(Duration.ofMinutes(10));
    house.runJobs();

    assertThat(streams.get(family.actor(), id(stream)).recordings())
        .extracting(StreamView.RecordingView::status)
        .containsExactly("ready", "ready");
  }

  @Test
  void aRecordingThatNeverComesIsNotLookedForForEver() {
    StreamView stream = live();
    streams.stop(family.actor(), id(stream));

    house.clock().advance(Duration.ofDays(2));
    house.runJobs();
    long looks = house.wire().count("Recordings.of");
    house.clock().advance(Duration.ofDays(2));
    house.runJobs();

    assertThat(house.wire().count("Recordings.of")).isEqualTo(looks);
  }

  @Test
  void aStreamIsStoppedEvenIfTheProviderIsDownAndTheInputIsClosedLater() {
    StreamView stream = live();
    house.video().setDown(true);
    assertThatThrownBy(() -> streams.stop(family.actor(), id(stream)))
        .isInstanceOf(ProviderException.class);
    assertThat(streams.get(family.actor(), id(stream)).status()).isEqualTo("completed");
    assertThat(house.runJobs()).isNotEmpty();

    house.video().setDown(false);
    house.clock().advance(Duration.ofMinutes(5));
    house.runJobs();

    assertThat(house.video().isEnabled(input(stream).ref())).isFalse();
  }

  @Test
  void recordingsCanBeAskedForAtAnyTime() {
    StreamView stream = live();
    streams.stop(family.actor(), id(stream));
    house.video().finishRecordings();

    StreamView checked = streams.checkRecordings(family.actor(), id(stream));

    assertThat(checked.recordingReady()).isTrue();
    assertThat(checked.recordings()).hasSize(1);
  }

  @Test
  void aRemovedStreamIsGoneAndItsInputToo() {
    StreamView stream = planned();
    LiveInput input = input(stream);

    streams.remove(family.actor(), id(stream));

    assertRefused(CommonError.NOT_FOUND, () -> streams.get(family.actor(), id(stream)));
    assertRefused(CommonError.NOT_FOUND, () -> streams.status(family.actor(), id(stream)));
    assertThat(streams.list(family.actor(), family.memorial())).isEmpty();
    house.runJobs();
    assertThat(house.video().isEnabled(input.ref())).isFalse();
  }

  @Test
  void aLiveStreamIsNotRemoved() {
    StreamView stream = live();

    assertRefused(VideoError.STREAM_LIVE, () -> streams.remove(family.actor(), id(stream)));
  }

  @Test
  void aLookThatFindsNothingNewSavesNothing() {
    StreamView stream = live();
    house.later(Duration.ofSeconds(10));
    LiveStream before = house.stream(id(stream));

    house.later(Duration.ofSeconds(10));

    assertThat(house.wire().count("LiveIngest.state")).isEqualTo(2);
    assertThat(house.stream(id(stream)).snapshot()).isEqualTo(before.snapshot());
  }

  @Test
  void aStreamThatCannotBeLookedAtDoesNotKeepTheOthersWaiting() {
    StreamView broken = live();
    StreamView fine = live();
    house.video().delete(input(broken).ref());
    house.video().setViewers(input(fine).ref(), 7);

    house.later(Duration.ofSeconds(10));

    assertThat(streams.status(family.actor(), id(fine)).viewerCount()).isEqualTo(7);
  }
}
