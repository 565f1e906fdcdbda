package dev.stagedoor.providers.mux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.library.VideoFailure.Reason;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.video.RecordingStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MuxMappingTest {
  @ParameterizedTest
  @CsvSource({"preparing,PROCESSING", "ready,READY", "errored,FAILED"})
  void everyStatusOfAnAssetIsKnown(String mux, LibraryStatus ours) {
    assertThat(MuxMapping.libraryStatus(mux)).contains(ours);
  }

  @ParameterizedTest
  @CsvSource({
    "preparing,false,PROCESSING",
    "preparing,true,PROCESSING",
    "ready,true,PROCESSING",
    "ready,false,READY",
    "errored,false,FAILED",
    "errored,true,FAILED"
  })
  void aRecordingIsReadyWhenItsBroadcastIsOver(String mux, boolean live, RecordingStatus ours) {
    assertThat(MuxMapping.recordingStatus(mux, live)).contains(ours);
  }

  @ParameterizedTest
  @CsvSource({
    "waiting,WAITING",
    "asset_created,ASSET_CREATED",
    "errored,ERRORED",
    "cancelled,CANCELLED",
    "timed_out,TIMED_OUT"
  })
  void everyStatusOfAnUploadIsKnown(String mux, MuxMapping.UploadStatus ours) {
    assertThat(MuxMapping.uploadStatus(mux)).contains(ours);
  }

  @ParameterizedTest
  @CsvSource({"active,ACTIVE", "idle,IDLE", "disabled,DISABLED"})
  void everyStatusOfALiveStreamIsKnown(String mux, MuxMapping.StreamStatus ours) {
    assertThat(MuxMapping.streamStatus(mux)).contains(ours);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "READY", "marinating"})
  void whatNobodyKnowsIsNotGuessed(String unknown) {
    assertThat(MuxMapping.libraryStatus(unknown)).isEmpty();
    assertThat(MuxMapping.recordingStatus(unknown, false)).isEmpty();
    assertThat(MuxMapping.uploadStatus(unknown)).isEmpty();
    assertThat(MuxMapping.streamStatus(unknown)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_input,NOT_A_VIDEO,invalid_input",
    "download_failed,NOT_FETCHED,download_failed",
    "not_on_a_sunday,OTHER,not_on_a_sunday",
    ",OTHER,unknown"
  })
  void everyTypeOfErrorHasAReasonAndKeepsItsName(String mux, Reason reason, String code) {
    assertThat(MuxMapping.failure(mux)).isEqualTo(new VideoFailure(reason, code));
  }

  @Test
  void percentAreToldWhereMuxKnowsThem() {
    assertThat(percent("12.5")).hasValue(12);
    assertThat(percent("0")).hasValue(0);
    assertThat(percent("100")).hasValue(100);
    assertThat(percent("-1")).isEmpty();
    assertThat(percent("101")).isEmpty();
    assertThat(MuxMapping.percent(null)).isEmpty();
    assertThat(MuxMapping.percent(new MuxAsset.Progress(null))).isEmpty();
  }

  private static OptionalInt percent(String told) {
    return MuxMapping.percent(new MuxAsset.Progress(new BigDecimal(told)));
  }

  @Test
  void secondsHaveDecimals() {
    assertThat(MuxMapping.duration(new BigDecimal("23.857167")))
        .contains(Duration.ofMillis(23_857));
    assertThat(MuxMapping.duration(new BigDecimal("-1"))).isEmpty();
    assertThat(MuxMapping.duration(new BigDecimal("1e30"))).isEmpty();
    assertThat(MuxMapping.duration(null)).isEmpty();
  }

  @Test
  void timesAreSecondsOrIso() {
    Instant time = Instant.parse("2025-06-01T10:00:00Z");

    assertThat(MuxMapping.time("1748772000")).contains(time);
    assertThat(MuxMapping.time("2025-06-01T10:00:00.000000Z")).contains(time);
    assertThat(MuxMapping.time("yesterday")).isEmpty();
    assertThat(MuxMapping.time("")).isEmpty();
    assertThat(MuxMapping.time(null)).isEmpty();
  }

  @Test
  void aPlaybackIdForDrmIsPassedBy() {
    assertThat(
            MuxMapping.playbackId(
                List.of(new MuxPlaybackId("Drm", "drm"), new MuxPlaybackId("Signed", "signed"))))
        .contains("Signed");
    assertThat(MuxMapping.playbackId(List.of(new MuxPlaybackId("Drm", "drm")))).isEmpty();
    assertThat(MuxMapping.playbackId(null)).isEmpty();
  }

  @Test
  void whatIsKeptAtMuxIsShortAndLeadsBack() {
    VideoId video = new VideoId(UUID.randomUUID());
    MuxReference kept = MuxReference.of(video, new IdempotencyKey("k".repeat(255)));

    assertThat(kept.value()).hasSizeLessThan(255);
    assertThat(MuxReference.videoOf(kept.value())).contains(video);
    assertThat(MuxReference.of(video, new IdempotencyKey("another"))).isNotEqualTo(kept);
    assertThat(MuxReference.videoOf("vid_" + UUID.randomUUID())).isEqualTo(Optional.empty());
    assertThat(MuxReference.videoOf(null)).isEmpty();
  }
}
