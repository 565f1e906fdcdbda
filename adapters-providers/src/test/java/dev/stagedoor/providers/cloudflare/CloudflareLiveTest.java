package dev.stagedoor.providers.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stagedoor.domain.contract.LiveIngestContract;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.IngestCredentials;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.NewLiveInput;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.domain.video.port.LiveIngest;
import dev.stagedoor.domain.video.port.Recordings;
import dev.stagedoor.providers.support.Json;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only Cloudflare's live inputs and recordings do. */
class CloudflareLiveTest {
  private final CloudflareWorld world = new CloudflareWorld();
  private final CloudflareStub stub = world.stub;
  private final LiveIngest ingest = world.cloudflare().videoProvider().ingest();
  private final Recordings recordings = world.cloudflare().videoProvider().recordings();

  @AfterEach
  void close() {
    world.close();
  }

  private static NewLiveInput aNewInput() {
    return LiveIngestContract.aNewInput();
  }

  private ObjectNode made(LiveInput input) {
    return stub.input(input.ref().value());
  }

  private static void assertKind(ProviderException.Kind kind, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProviderException.class, problem -> assertThat(problem.kind()).isEqualTo(kind));
  }

  @Test
  void aKeyThatCloudflareForgotStillGivesTheSameInput() {
    NewLiveInput wanted = aNewInput();
    LiveInput made = ingest.create(wanted);
    world.pass(Duration.ofHours(7));

    assertThat(ingest.create(wanted)).isEqualTo(made);
    assertThat(world.inputsOf(wanted.stream())).isEqualTo(1);
  }

  @Test
  void afterItsKeyWasForgottenADeletedInputIsMadeAnew() {
    NewLiveInput wanted = aNewInput();
    LiveInput deleted = ingest.create(wanted);
    ingest.delete(deleted.ref());
    assertKind(ProviderException.Kind.REJECTED, () -> ingest.create(wanted));

    world.pass(Duration.ofHours(7));

    assertThat(ingest.create(wanted).ref()).isNotEqualTo(deleted.ref());
  }

  @Test
  void aConflictThatDoesNotSayThatTheInputIsGoneLeavesItOpen() {
    NewLiveInput wanted = aNewInput();
    stub.conflictWith("Conflict: another request is under way");

    assertKind(ProviderException.Kind.UNREADABLE, () -> ingest.create(wanted));
    assertThatCode(() -> ingest.create(wanted)).doesNotThrowAnyException();
  }

  @Test
  void anInputIsMadeToRecordAndToBeFoundAgain() {
    NewLiveInput wanted = aNewInput();
    ObjectNode made = made(ingest.create(wanted));

    assertThat(made.path("meta"))
        .isEqualTo(
            Json.object()
                .put("name", wanted.title())
                .put("stagedoorStream", wanted.stream().value().toString()));
    ObjectNode recording = Json.object().put("mode", "automatic").put("requireSignedURLs", false);
    recording.putArray("allowedOrigins");
    assertThat(made.path("recording")).isEqualTo(recording);
    assertThat(made.path("deleteRecordingAfterDays").isNull()).isTrue();
  }

  @Test
  void anInputIsMadeAsItWasConfigured() {
    Cloudflare strict =
        world.open(
            stub.config()
                .with(
                    new CloudflareConfig.Live(true, OptionalInt.of(45)), List.of("*.example.org")));

    ObjectNode made = made(strict.videoProvider().ingest().create(aNewInput()));

    assertThat(made.path("recording").path("requireSignedURLs").asBoolean()).isTrue();
    assertThat(made.path("recording").path("allowedOrigins").path(0).asText())
        .isEqualTo("*.example.org");
    assertThat(made.path("deleteRecordingAfterDays").asInt()).isEqualTo(45);
  }

  @Test
  void whatPlaysOnlyWhenSignedPlaysWhenItIsSigned() {
    Cloudflare strict =
        world.open(
            stub.config().with(new CloudflareConfig.Live(true, OptionalInt.empty()), List.of()));
    LiveInput input = strict.videoProvider().ingest().create(aNewInput());
    world.connect(input);

    assertThat(world.plays(input.playbackUrl())).isFalse();
    assertThat(
            world.plays(
                strict
                    .libraryProvider()
                    .signing()
                    .orElseThrow()
                    .sign(input.playbackUrl(), world.now().plusSeconds(60))
                    .playlist()))
        .isTrue();
  }

  @Test
  void disablingAndEnablingChangeNothingElse() {
    LiveInput input = ingest.create(aNewInput());
    made(input).put("deleteRecordingAfterDays", 60).put("defaultCreator", "ada");
    ObjectNode before = made(input).deepCopy();

    ingest.disable(input.ref());
    assertThat(made(input).path("enabled").asBoolean()).isFalse();
    ingest.enable(input.ref());

    assertThat(made(input).remove(List.of("modified", "status")))
        .isEqualTo(before.remove(List.of("modified", "status")));
  }

  @Test
  void everyWayToSendIsTold() {
    LiveInput input = ingest.create(aNewInput());
    IngestCredentials credentials = input.credentials();
    ObjectNode made = made(input);

    assertThat(credentials.rtmp())
        .contains(
            new IngestCredentials.Rtmp(
                "rtmps://live.cloudflare.test:443/live/",
                Secret.of(made.path("rtmps").path("streamKey").asText())));
    assertThat(credentials.srtUrl())
        .contains(
            Secret.of(
                "srt://live.cloudflare.test:778?streamid="
                    + input.ref().value()
                    + "&passphrase="
                    + made.path("srt").path("passphrase").asText()));
    assertThat(credentials.whipUrl()).contains(Secret.of(made.path("webRTC").path("url").asText()));
  }

  @Test
  void aConnectedInputPlaysAndIsCounted() {
    LiveInput input = ingest.create(aNewInput());
    stub.setViewers(input.ref().value(), 113);
    assertThat(world.plays(input.playbackUrl())).isFalse();
    assertThat(ingest.state(input.ref()).viewers()).hasValue(0);

    world.connect(input);

    assertThat(world.plays(input.playbackUrl())).isTrue();
    assertThat(ingest.state(input.ref()).viewers()).hasValue(113);
    assertThat(ingest.state(input.ref()).connectedSince()).contains(world.now());
  }

  @Test
  void theTimeOfGoingIsTold() {
    LiveInput input = ingest.create(aNewInput());
    world.connect(input);
    world.disconnect(input);

    assertThat(ingest.state(input.ref()).disconnectedAt()).contains(world.now());
  }

  @Test
  void whereNobodyCountsTheStateIsToldAllTheSame() {
    LiveInput input = ingest.create(aNewInput());
    world.connect(input);
    stub.countNobody();

    for (int i = 0; i < 10; i++) {
      assertThat(ingest.state(input.ref()).viewers()).isEmpty();
    }
    assertThat(ingest.state(input.ref()).connectedSince()).isPresent();
  }

  @Test
  void aStatusNobodyKnowsIsNotGuessed() {
    LiveInput input = ingest.create(aNewInput());
    made(input).put("status", "marinating");

    assertKind(ProviderException.Kind.UNREADABLE, () -> ingest.state(input.ref()));
  }

  @Test
  void aTokenThatIsNotGoodIsToldAsSuch() {
    CloudflareConfig config =
        CloudflareConfig.of(CloudflareStub.ACCOUNT, Secret.of("other"), Secret.of("hook"))
            .at(stub.config().baseUrl(), stub.baseUrl());

    assertKind(
        ProviderException.Kind.UNAUTHORISED,
        () -> world.open(config).videoProvider().ingest().create(aNewInput()));
  }

  @Test
  void onlyTheInputsOwnRecordingsAreListed() {
    LiveInput one = ingest.create(aNewInput());
    LiveInput other = ingest.create(aNewInput());
    for (LiveInput input : List.of(one, other)) {
      world.connect(input);
      world.disconnect(input);
    }
    ingest.delete(one.ref());
    stub.ignoreFilters();

    assertThat(recordings.of(one.ref())).hasSize(1);
    assertThat(recordings.of(one.ref())).isNotEqualTo(recordings.of(other.ref()));
  }

  @Test
  void aRunningBroadcastIsARecordingWithoutALength() {
    LiveInput input = ingest.create(aNewInput());
    world.connect(input);

    RecordedVideo running = recordings.of(input.ref()).get(0);

    assertThat(running.status()).isEqualTo(RecordingStatus.PROCESSING);
    assertThat(running.duration()).isEmpty();
    assertThat(running.at()).isEqualTo(world.now());
  }

  @Test
  void aRecordingIsOfTheTimeItsBroadcastEndedAndPlays() {
    LiveInput input = ingest.create(aNewInput());
    world.connect(input);
    world.disconnect(input);
    Instant ended = world.now();
    world.finishRecordings();

    RecordedVideo ready = recordings.of(input.ref()).get(0);

    assertThat(ready.at()).isEqualTo(ended);
    assertThat(ready.duration()).contains(Duration.ofSeconds(10));
    assertThat(world.plays(ready.playbackUrl().orElseThrow())).isTrue();
    assertThat(world.shows(ready.thumbnailUrl().orElseThrow())).isTrue();
  }

  @Test
  void aStateOfARecordingThatNobodyKnowsIsNotGuessed() {
    LiveInput input = ingest.create(aNewInput());
    world.connect(input);
    String video = recordings.of(input.ref()).get(0).ref().value();
    ((ObjectNode) stub.video(video).path("status")).put("state", "marinating");

    assertKind(ProviderException.Kind.UNREADABLE, () -> recordings.of(input.ref()));
  }

  @Test
  void withoutAnAddressOfItsOwnTheAccountsHostIsTakenFromWhatCloudflareTells() {
    CloudflareAddresses told = new CloudflareAddresses(Optional.empty());
    ObjectNode input = Json.object().put("uid", "abc");
    input.putObject("rtmps").put("url", "rtmps://live").put("streamKey", "key");
    input
        .putObject("webRTC")
        .put("url", "https://customer-f33zs165nr7gyfy4.cloudflarestream.com/secret/webRTC/publish");

    assertThat(CloudflareInput.of(input).toLiveInput(told).playbackUrl())
        .isEqualTo(
            "https://customer-f33zs165nr7gyfy4.cloudflarestream.com/abc/manifest/video.m3u8");

    input.putObject("playback").put("hls", "https://elsewhere.example.org/abc/video.m3u8");
    assertThatThrownBy(() -> CloudflareInput.of(input).toLiveInput(told))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatHappensIsTold() {
    LiveInput input = ingest.create(aNewInput());
    stub.finishAtOnce();
    world.connect(input);
    world.disconnect(input);

    assertThat(stub.told())
        .map(body -> Json.read(body))
        .map(
            body ->
                body.has("data")
                    ? body.path("data").path("event_type").asText()
                    : body.path("status").path("state").asText())
        .containsExactly("live_input.connected", "live_input.disconnected", "ready");
    assertThat(URI.create(input.playbackUrl()).getHost()).isEqualTo("127.0.0.1");
  }
}
