package dev.stagedoor.providers.sandbox.video;

import static dev.stagedoor.domain.contract.LiveIngestContract.aNewInput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.NewLiveInput;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import dev.stagedoor.providers.sandbox.webhooks.Delivery;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SandboxVideoTest {
  private final SandboxFixture fixture = new SandboxFixture();
  private final Sandbox sandbox = fixture.sandbox;

  private LiveInput anInput() {
    return sandbox.videoProvider().ingest().create(aNewInput());
  }

  private static Secret key(LiveInput input) {
    return input.credentials().rtmp().orElseThrow().streamKey();
  }

  private List<String> told() {
    return sandbox.deliveries().newest(100).stream().map(Delivery::type).toList();
  }

  private OptionalLong viewers(LiveInput input) {
    return sandbox.videoProvider().ingest().state(input.ref()).viewers();
  }

  @Test
  void disablingARunningBroadcastEndsItAsTheEncoderWould() {
    LiveInput input = anInput();
    sandbox.encoder().connect(key(input));
    fixture.clock.pass(Duration.ofSeconds(30));

    sandbox.videoProvider().ingest().disable(input.ref());

    assertThat(told())
        .containsExactly(
            "video.recording.ready", "live_input.disconnected", "live_input.connected");
    assertThat(sandbox.video().livePlaylist(input.ref().value(), "me")).isEmpty();
    assertThat(sandbox.videoProvider().ingest().state(input.ref()).disconnectedAt())
        .contains(fixture.clock.instant());
  }

  @Test
  void connectingTwiceIsOneBroadcast() {
    LiveInput input = anInput();
    sandbox.encoder().connect(key(input));
    fixture.clock.pass(Duration.ofSeconds(5));

    assertThat(sandbox.encoder().connect(key(input))).isPresent();
    sandbox.encoder().disconnect(key(input));
    assertThat(sandbox.encoder().disconnect(key(input))).isPresent();

    assertThat(sandbox.videoProvider().recordings().of(input.ref())).hasSize(1);
    assertThat(told()).hasSize(3);
  }

  @Test
  void aRecordingIsReadyAfterItsDelayWithoutAnythingRunning() {
    LiveInput input = anInput();
    sandbox.encoder().connect(key(input));
    fixture.clock.pass(Duration.ofSeconds(61));
    sandbox.encoder().disconnect(key(input));
    Sandbox restarted = fixture.open();

    fixture.clock.pass(fixture.settings.recordingDelay().minusMillis(1));
    assertThat(restarted.videoProvider().recordings().of(input.ref()))
        .extracting(RecordedVideo::status)
        .containsExactly(RecordingStatus.PROCESSING);

    fixture.clock.pass(Duration.ofMillis(1));
    RecordedVideo video = restarted.videoProvider().recordings().of(input.ref()).get(0);
    assertThat(video.status()).isEqualTo(RecordingStatus.READY);
    assertThat(video.duration()).contains(Duration.ofSeconds(62));
    assertThat(restarted.video().recordedPlaylist(video.ref().value())).isPresent();
  }

  @Test
  void theRecordingOfACutBroadcastIsOlderThanTheEncodersReturn() {
    LiveInput input = anInput();
    sandbox.encoder().connect(key(input));
    fixture.clock.pass(Duration.ofSeconds(10));
    sandbox.encoder().disconnect(key(input));
    fixture.clock.pass(Duration.ofSeconds(1));
    sandbox.encoder().connect(key(input));
    fixture.clock.pass(Duration.ofMinutes(1));

    assertThat(sandbox.videoProvider().recordings().of(input.ref()).get(0).at())
        .isBefore(
            sandbox.videoProvider().ingest().state(input.ref()).connectedSince().orElseThrow());
  }

  @Test
  void twoInstancesServeTheSameBroadcast() {
    LiveInput input = anInput();
    sandbox.encoder().connect(key(input));
    fixture.clock.pass(Duration.ofSeconds(100));

    assertThat(fixture.open().video().livePlaylist(input.ref().value(), "me"))
        .isPresent()
        .isEqualTo(sandbox.video().livePlaylist(input.ref().value(), "me"));
  }

  @Test
  void viewersAreCountedOnceAndLeaveAfterFifteenSeconds() {
    LiveInput input = anInput();
    sandbox.encoder().connect(key(input));
    sandbox.video().livePlaylist(input.ref().value(), "one");
    sandbox.video().livePlaylist(input.ref().value(), "one");
    fixture.clock.pass(Duration.ofSeconds(10));
    sandbox.video().livePlaylist(input.ref().value(), "two");
    assertThat(viewers(input)).hasValue(2);

    fixture.clock.pass(Duration.ofSeconds(6));
    assertThat(viewers(input)).hasValue(1);

    sandbox.encoder().disconnect(key(input));
    assertThat(viewers(input)).hasValue(0);
  }

  @Test
  void theUidDoesNotFollowFromTheStream() {
    NewLiveInput wanted = aNewInput();

    assertThat(fixture.sandbox.videoProvider().ingest().create(wanted).ref())
        .isNotEqualTo(new SandboxFixture().sandbox.videoProvider().ingest().create(wanted).ref());
  }

  @Test
  void whatIsNoRecordingHasNoPlaylist() {
    LiveInput input = anInput();
    sandbox.encoder().connect(key(input));

    for (String none : List.of("", "r", "nobody", input.ref().value() + "r1", "r1", "xr1")) {
      assertThat(sandbox.video().recordedPlaylist(none)).as(none).isEmpty();
    }
    assertThat(sandbox.video().exists("nobody")).isFalse();
    assertThat(sandbox.video().exists(input.ref().value())).isTrue();
  }

  @Test
  void whatACrashKeptFromBeingToldIsToldAtTheNextStart() {
    sandbox.encoder().connect(key(anInput()));
    String id = sandbox.deliveries().newest(1).get(0).id();
    fixture.memory.forget("webhooks", id);
    fixture.memory.forget("webhook-queue", id);
    assertThat(told()).isEmpty();

    fixture.open().video().recover();

    assertThat(told()).containsExactly("live_input.connected");
  }
}
