package dev.stagedoor.providers.mux;

import static dev.stagedoor.domain.contract.LiveIngestContract.aNewInput;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.LiveIngestContract;
import dev.stagedoor.domain.contract.RecordingsContract;
import dev.stagedoor.domain.contract.VideoWorld;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.IngestState;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.NewLiveInput;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.VideoEvent;
import dev.stagedoor.domain.video.port.LiveIngest;
import dev.stagedoor.domain.video.port.Recordings;
import dev.stagedoor.domain.webhooks.ProviderEvent;
import dev.stagedoor.domain.webhooks.RawWebhook;
import dev.stagedoor.domain.webhooks.WebhookReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MuxLiveContractsTest implements LiveIngestContract, RecordingsContract {
  private final MuxWorld mux = new MuxWorld();

  @AfterEach
  void close() {
    mux.close();
  }

  @Override
  public LiveIngest ingest() {
    return mux.mux().videoProvider().ingest();
  }

  @Override
  public Recordings recordings() {
    return mux.mux().videoProvider().recordings();
  }

  private static Secret key(LiveInput input) {
    return input.credentials().rtmp().orElseThrow().streamKey();
  }

  @Override
  public VideoWorld world() {
    return new VideoWorld() {
      @Override
      public boolean connect(LiveInput input) {
        mux.clock.advance(Duration.ofSeconds(10));
        return mux.stub.connect(key(input));
      }

      @Override
      public void disconnect(LiveInput input) {
        mux.clock.advance(Duration.ofSeconds(10));
        mux.stub.disconnect(key(input));
      }

      @Override
      public void finishRecordings() {
        mux.stub.finishRecordings();
      }

      @Override
      public void loseNextAnswer() {
        mux.stub.loseNextAnswer();
      }

      @Override
      public void fail(FarSideFailure how) {
        mux.fail(how);
      }

      @Override
      public void recover() {
        mux.recover();
      }

      @Override
      public int inputsOf(LiveStreamId stream) {
        return mux.stub.streamsWith(stream.toString());
      }
    };
  }

  private IngestState state(LiveInput input) {
    return ingest().state(input.ref());
  }

  @Test
  void anInputTakesRtmpAndSrtAndRecordsForEverybody() {
    NewLiveInput wanted = aNewInput();

    LiveInput input = ingest().create(wanted);

    assertThat(input.credentials().rtmp().orElseThrow().url())
        .isEqualTo("rtmps://global-live.mux.com:443/app");
    assertThat(input.credentials().srtUrl().orElseThrow().reveal())
        .startsWith("srt://global-live.mux.com:6001?streamid=" + key(input).reveal());
    assertThat(input.credentials().whipUrl()).isEmpty();
    var made = mux.stub.stream(input.ref().value());
    assertThat(made.at("/new_asset_settings/playback_policies/0").asText()).isEqualTo("public");
    assertThat(made.at("/new_asset_settings/passthrough").asText())
        .isEqualTo(made.path("passthrough").asText())
        .startsWith(wanted.stream().toString());
  }

  @Test
  void anInputIsFoundByItsKeyBehindHundredsOfOthers() {
    NewLiveInput wanted = aNewInput();
    LiveInput first = ingest().create(wanted);
    for (int i = 0; i < 210; i++) {
      mux.stub.createSomeStream();
    }

    assertThat(ingest().create(wanted)).isEqualTo(first);
  }

  @Test
  void theConnectionIsAsOldAsTheLastSession() {
    LiveInput input = ingest().create(aNewInput());
    world().connect(input);
    Instant connected = mux.now();
    mux.clock.advance(Duration.ofMinutes(5));

    assertThat(state(input).connectedSince()).contains(connected);
    world().disconnect(input);
    assertThat(state(input).disconnectedAt()).contains(mux.now());
  }

  @Test
  void liveAndRecordedThingsPlay() {
    LiveInput input = ingest().create(aNewInput());
    assertThat(mux.plays(input.playbackUrl())).isFalse();
    world().connect(input);
    assertThat(mux.plays(input.playbackUrl())).isTrue();
    world().disconnect(input);
    world().finishRecordings();

    assertThat(mux.plays(input.playbackUrl())).isFalse();
    RecordedVideo video = recordings().of(input.ref()).get(0);
    assertThat(mux.plays(video.playbackUrl().orElseThrow())).isTrue();
    assertThat(mux.shows(video.thumbnailUrl().orElseThrow())).isTrue();
    assertThat(video.at()).isEqualTo(mux.now());
  }

  @Test
  void viewersAreCountedWhileItRuns() {
    LiveInput input = ingest().create(aNewInput());
    mux.stub.setViewers(input.ref().value(), 94);
    assertThat(state(input).viewers()).hasValue(0);

    world().connect(input);
    assertThat(state(input).viewers()).hasValue(94);
  }

  @Test
  void viewersNobodyCountsAreNotTold() {
    MuxConfig real = mux.stub.config();
    LiveIngest uncounted =
        Mux.open(
                real.at(real.baseUrl(), real.streamUrl(), real.imageUrl(), null),
                dev.stagedoor.providers.support.ProviderRuntime.plain())
            .videoProvider()
            .ingest();
    LiveInput input = uncounted.create(aNewInput());
    assertThat(uncounted.state(input.ref()).viewers()).isEmpty();
    world().connect(input);
    assertThat(uncounted.state(input.ref()).viewers()).isEmpty();
    assertThat(uncounted.state(input.ref()).connectedSince()).isPresent();
  }

  @Test
  void aCountThatFailsIsNoFailureOfTheStream() {
    LiveInput input = ingest().create(aNewInput());
    world().connect(input);
    mux.stub.breakCounts();

    assertThat(state(input).viewers()).isEmpty();
    assertThat(state(input).connectedSince()).isPresent();
  }

  @Test
  void aStatusNobodyKnowsIsUnreadable() {
    LiveInput input = ingest().create(aNewInput());
    mux.stub.stream(input.ref().value()).put("status", "marinating");

    assertThatThrownBy(() -> state(input))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(Kind.UNREADABLE));
  }

  @Test
  void whatIsToldAgreesWithWhatIsFound() {
    LiveInput input = ingest().create(aNewInput());
    world().connect(input);
    world().disconnect(input);
    world().finishRecordings();

    List<ProviderEvent> events = mux.stub.told().stream().flatMap(this::events).toList();

    assertThat(events)
        .hasAtLeastOneElementOfType(VideoEvent.EncoderConnected.class)
        .hasAtLeastOneElementOfType(VideoEvent.EncoderDisconnected.class)
        .allMatch(event -> ((VideoEvent) event).input().equals(input.ref()));
    assertThat(events)
        .last()
        .isEqualTo(
            new VideoEvent.RecordingChanged(input.ref(), recordings().of(input.ref()).get(0)));
  }

  private Stream<ProviderEvent> events(byte[] body) {
    RawWebhook webhook =
        new RawWebhook(
            Mux.ID,
            "",
            Map.of(
                MuxWebhooks.SIGNATURE,
                List.of(MuxWebhooks.signatureOf(MuxStub.WEBHOOK_SECRET).header(body, mux.now()))),
            body);
    WebhookReading reading = mux.mux().webhookProvider().translator().read(webhook);
    return reading instanceof WebhookReading.Understood understood
        ? understood.events().stream()
        : Stream.empty();
  }
}
