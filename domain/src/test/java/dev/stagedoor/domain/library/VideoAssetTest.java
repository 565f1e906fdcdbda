package dev.stagedoor.domain.library;

import static dev.stagedoor.domain.fixture.CourseSamples.aVideo;
import static dev.stagedoor.domain.fixture.CourseSamples.aVideoId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class VideoAssetTest {
  private static final VideoFailure DAMAGED =
      new VideoFailure(VideoFailure.Reason.NOT_A_VIDEO, "no_stream");

  private final VideoAsset video = aVideo();
  private final ProviderRef ref = aRef();

  @Test
  void theProviderIsAskedWithOneKeyForEachAttempt() {
    NewVideo first = video.wanted();
    assertThat(video.wanted()).isEqualTo(first);

    video.notTaken(DAMAGED);
    video.retry(aVideoId(), NOW);

    assertThat(video.wanted().key()).isNotEqualTo(first.key());
    assertThat(video.wanted().video()).isEqualTo(first.video());
  }

  @Test
  void onceItIsHandedOverTheProviderIsLookedAtSoon() {
    video.handedOver(ref, NOW);
    video.handedOver(aRef(), NOW.plusSeconds(9));

    assertThat(video.status()).isEqualTo(VideoAsset.Status.PROCESSING);
    assertThat(video.ref()).contains(ref);
    assertThat(video.nextLookAt()).contains(NOW.plusSeconds(2));
  }

  @Test
  void itIsLookedAtLessAndLessOftenButEveryTwoMinutesAtLeast() {
    video.handedOver(ref, NOW);
    video.notLearned(NOW);
    assertThat(video.nextLookAt()).contains(NOW.plusSeconds(4));
    video.notLearned(NOW);
    assertThat(video.nextLookAt()).contains(NOW.plusSeconds(8));
    for (int i = 0; i < 100; i++) {
      video.notLearned(NOW);
    }
    assertThat(video.nextLookAt()).contains(NOW.plusSeconds(120));

    video.lookSoon(NOW);
    assertThat(video.nextLookAt()).contains(NOW.plusSeconds(2));
  }

  @Test
  void itIsReadyOnceAndStaysSoWhateverIsHeardLate() {
    video.handedOver(ref, NOW);

    assertThat(learn(LibraryStatus.READY, NOW))
        .containsExactly(new VideoReady(video.id(), video.subject()));
    assertThat(learn(LibraryStatus.READY, NOW)).isEmpty();
    assertThat(learn(LibraryStatus.FAILED, NOW)).isEmpty();
    assertThat(video.learn(Optional.empty(), NOW.plus(Duration.ofDays(9)))).isEmpty();
    assertThat(video.notTaken(DAMAGED)).isEmpty();
    video.notLearned(NOW);
    video.lookSoon(NOW);
    assertThat(video.retry(aVideoId(), NOW)).isEmpty();

    assertThat(video.status()).isEqualTo(VideoAsset.Status.READY);
    assertThat(video.progress()).isEqualTo(100);
    assertThat(video.playbackUrl()).contains("https://play.example.org/a.m3u8");
    assertThat(video.nextLookAt()).isEmpty();
  }

  @Test
  void progressGoesForwardAndIsNotWholeBeforeItIsReady() {
    video.handedOver(ref, NOW);
    learn(LibraryStatus.PROCESSING, NOW, 40);
    learn(LibraryStatus.PROCESSING, NOW, 30);
    assertThat(video.progress()).isEqualTo(40);

    learn(LibraryStatus.PROCESSING, NOW, 100);
    assertThat(video.progress()).isEqualTo(99);
  }

  @Test
  void theReferenceIsTheOneTheProviderGaveLast() {
    ProviderRef next = aRef();
    video.handedOver(ref, NOW);
    video.learn(
        Optional.of(
            new LibraryVideo(
                next,
                LibraryStatus.PROCESSING,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())),
        NOW);

    assertThat(video.ref()).contains(next);
  }

  @Test
  void aFailureIsAnnouncedOnceAndCanBeTriedAgainWithTheSameFile() {
    video.handedOver(ref, NOW);

    assertThat(learn(LibraryStatus.FAILED, NOW))
        .containsExactly(new VideoFailed(video.id(), video.subject(), DAMAGED));
    assertThat(learn(LibraryStatus.FAILED, NOW)).isEmpty();
    assertThat(video.nextLookAt()).isEmpty();

    VideoId remains = aVideoId();
    assertThat(video.retry(remains, NOW.plusSeconds(5)))
        .hasValueSatisfying(
            useless -> {
              assertThat(useless.id()).isEqualTo(remains);
              assertThat(useless.ref()).contains(ref);
              assertThat(useless.status()).isEqualTo(VideoAsset.Status.REMOVED);
            });
    assertThat(video.status()).isEqualTo(VideoAsset.Status.HANDING_OVER);
    assertThat(video.ref()).isEmpty();
    assertThat(video.failure()).isEmpty();
    assertThat(video.begunAt()).isEqualTo(NOW.plusSeconds(5));
    assertThat(video.notTaken(DAMAGED)).hasSize(1);
    assertThat(video.retry(aVideoId(), NOW)).isEmpty();
  }

  @Test
  void aProviderThatIsSilentForADayHasFailed() {
    video.handedOver(ref, NOW);

    assertThat(video.learn(Optional.empty(), NOW.plus(Duration.ofHours(24)))).isEmpty();
    assertThat(learn(LibraryStatus.PROCESSING, NOW.plus(Duration.ofHours(25))))
        .singleElement()
        .isInstanceOfSatisfying(
            VideoFailed.class,
            failed ->
                assertThat(failed.failure())
                    .isEqualTo(new VideoFailure(VideoFailure.Reason.OTHER, "timeout")));
  }

  @Test
  void aProviderThatWasDownForDaysHasItsDayOnceItTookTheFile() {
    Instant up = NOW.plus(Duration.ofDays(3));
    video.handedOver(ref, up);
    video.handedOver(ref, up.plusSeconds(9));

    assertThat(learn(LibraryStatus.PROCESSING, up.plusSeconds(2))).isEmpty();

    assertThat(video.status()).isEqualTo(VideoAsset.Status.PROCESSING);
    assertThat(video.begunAt()).isEqualTo(up);
  }

  @Test
  void whatWasRemovedIsNeverSeenAgain() {
    video.handedOver(ref, NOW);
    video.remove();

    assertThat(learn(LibraryStatus.READY, NOW)).isEmpty();
    video.handedOver(aRef(), NOW);
    video.notLearned(NOW);
    video.lookSoon(NOW);
    assertThat(video.retry(aVideoId(), NOW)).isEmpty();

    assertThat(video.status()).isEqualTo(VideoAsset.Status.REMOVED);
    assertThat(video.nextLookAt()).isEmpty();
  }

  private List<Announcement> learn(LibraryStatus status, Instant now) {
    return learn(status, now, 50);
  }

  private List<Announcement> learn(LibraryStatus status, Instant now, int progress) {
    return video.learn(
        Optional.of(
            new LibraryVideo(
                ref,
                status,
                OptionalInt.of(progress),
                Optional.of("https://play.example.org/a.m3u8"),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(60)),
                status == LibraryStatus.FAILED ? Optional.of(DAMAGED) : Optional.empty())),
        now);
  }
}
