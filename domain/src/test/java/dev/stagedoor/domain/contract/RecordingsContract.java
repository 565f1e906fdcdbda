package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.LiveIngestContract.aNewInput;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.RecordedVideo;
import dev.stagedoor.domain.video.RecordingStatus;
import dev.stagedoor.domain.video.port.LiveIngest;
import dev.stagedoor.domain.video.port.Recordings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Recordings} finds of the inputs its {@link LiveIngest} made. */
public interface RecordingsContract {
  Recordings recordings();

  LiveIngest ingest();

  VideoWorld world();

  private LiveInput anInputThatSent() {
    LiveInput input = ingest().create(aNewInput());
    world().connect(input);
    world().disconnect(input);
    return input;
  }

  @Test
  default void anInputThatNeverSentHasNone() {
    assertThat(recordings().of(ingest().create(aNewInput()).ref())).isEmpty();
  }

  @Test
  default void anInputNobodyMadeHasNone() {
    LiveInput input = ingest().create(aNewInput());

    assertThat(recordings().of(new ProviderRef(input.ref().provider(), "nobody"))).isEmpty();
  }

  @Test
  default void aRecordingStillBeingMadeIsListedWithoutAnAddress() {
    List<RecordedVideo> found = recordings().of(anInputThatSent().ref());

    assertThat(found).hasSize(1);
    assertThat(found.get(0).status()).isEqualTo(RecordingStatus.PROCESSING);
    assertThat(found.get(0).playbackUrl()).isEmpty();
  }

  @Test
  default void aFinishedRecordingPlays() {
    LiveInput input = anInputThatSent();
    RecordedVideo before = recordings().of(input.ref()).get(0);
    world().finishRecordings();

    RecordedVideo after = recordings().of(input.ref()).get(0);

    assertThat(after.ref()).isEqualTo(before.ref());
    assertThat(after.status()).isEqualTo(RecordingStatus.READY);
    assertThat(after.playbackUrl()).hasValueSatisfying(url -> assertThat(url).endsWith(".m3u8"));
    assertThat(after.duration())
        .hasValueSatisfying(length -> assertThat(length).isGreaterThan(Duration.ZERO));
    assertThat(after.at()).isAfterOrEqualTo(before.at());
  }

  @Test
  default void eachBroadcastIsRecordedOldestFirst() {
    LiveInput input = anInputThatSent();
    ProviderRef first = recordings().of(input.ref()).get(0).ref();
    world().finishRecordings();
    world().connect(input);
    world().disconnect(input);
    world().finishRecordings();

    List<RecordedVideo> found = recordings().of(input.ref());

    assertThat(found).hasSize(2);
    assertThat(found.get(0).ref()).isEqualTo(first);
    assertThat(found.get(1).ref()).isNotEqualTo(first);
  }

  @Test
  default void recordingsOutliveTheirInput() {
    LiveInput input = anInputThatSent();
    world().finishRecordings();

    ingest().disable(input.ref());
    ingest().delete(input.ref());

    assertThat(recordings().of(input.ref()))
        .extracting(RecordedVideo::status)
        .containsExactly(RecordingStatus.READY);
  }

  @Test
  default void everyFailureOfLookingForRecordingsIsTold() {
    LiveInput input = anInputThatSent();

    FailureClauses.eachIsThrown(world(), () -> recordings().of(input.ref()));

    assertThat(recordings().of(input.ref())).hasSize(1);
  }
}
