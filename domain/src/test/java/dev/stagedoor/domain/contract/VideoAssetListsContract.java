package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.CourseSamples.aVideo;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.library.LibraryStatus;
import dev.stagedoor.domain.library.LibraryVideo;
import dev.stagedoor.domain.library.VideoAsset;
import dev.stagedoor.domain.library.VideoId;
import dev.stagedoor.domain.library.port.VideoAssetLists;
import dev.stagedoor.domain.library.port.VideoAssetRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every list of the library's videos must do. */
public interface VideoAssetListsContract extends RepositoryContract {
  VideoAssetRepository videos();

  VideoAssetLists lists();

  @Test
  default void aSubjectWithoutVideosHasNone() {
    onFile(aVideo());

    assertThat(write(() -> lists().ofSubjects(List.of(aSubject())))).isEmpty();
    assertThat(write(() -> lists().ofSubjects(List.of()))).isEmpty();
  }

  @Test
  default void videosOfSubjectsAreThoseThatWereNotRemovedTheNewestOfEachFirst() {
    Subject one = aSubject();
    Subject two = new Subject("other_thing", one.id());
    VideoAsset older = onFile(aVideo(one, NOW));
    VideoAsset newer = onFile(aVideo(one, NOW.plusSeconds(1)));
    VideoAsset only = onFile(aVideo(two, NOW.minusSeconds(5)));
    VideoAsset removed = onFile(aVideo(one, NOW.plusSeconds(2)));
    change(removed, VideoAsset::remove);
    onFile(aVideo());

    assertThat(write(() -> lists().ofSubjects(List.of(one))))
        .extracting(VideoAsset::id)
        .containsExactly(newer.id(), older.id());
    assertThat(write(() -> lists().ofSubjects(List.of(two, one))))
        .extracting(VideoAsset::id)
        .containsSubsequence(newer.id(), older.id())
        .containsExactlyInAnyOrder(newer.id(), older.id(), only.id());
  }

  @Test
  default void videosToLookAtComeLongestOverdueFirst() {
    Instant dueAt = NOW.plusSeconds(2);
    VideoAsset due = onFile(handedOver(aVideo(), NOW));
    VideoAsset overdue = onFile(handedOver(aVideo(), NOW.minusSeconds(500)));
    VideoAsset later = onFile(handedOver(aVideo(), NOW.plusMillis(1)));
    VideoAsset waiting = onFile(aVideo());
    VideoAsset done = handedOver(aVideo(), NOW.minusSeconds(500));
    done.learn(Optional.of(ready(done)), NOW);
    onFile(done);

    List<VideoId> found = write(() -> lists().dueForLook(dueAt, Integer.MAX_VALUE));

    assertThat(found)
        .containsSubsequence(overdue.id(), due.id())
        .doesNotContain(later.id(), waiting.id(), done.id());
    assertThat(write(() -> lists().dueForLook(dueAt, 1))).isEqualTo(found.subList(0, 1));
    for (VideoAsset each : List.of(due, overdue, later)) {
      change(each, VideoAsset::remove);
    }
    assertThat(write(() -> lists().dueForLook(dueAt, Integer.MAX_VALUE)))
        .doesNotContain(due.id(), overdue.id());
  }

  @Test
  default void whatIsDoneToAListedVideoIsNotSeenUntilItIsSaved() {
    VideoAsset video = onFile(aVideo());

    run(() -> lists().ofSubjects(List.of(video.subject())).forEach(VideoAsset::remove));

    assertThat(write(() -> lists().ofSubjects(List.of(video.subject()))))
        .extracting(VideoAsset::id)
        .containsExactly(video.id());
  }

  @Test
  default void listsNeedAUnitOfWork() {
    assertNeedsUnitOfWork(() -> lists().ofSubjects(List.of(aSubject())));
    assertNeedsUnitOfWork(() -> lists().dueForLook(NOW, 1));
  }

  private VideoAsset onFile(VideoAsset video) {
    run(() -> videos().save(video));
    return video;
  }

  private void change(VideoAsset of, Consumer<VideoAsset> change) {
    run(
        () -> {
          VideoAsset video = videos().lock(of.id()).orElseThrow();
          change.accept(video);
          videos().save(video);
        });
  }

  private static VideoAsset handedOver(VideoAsset video, Instant at) {
    video.handedOver(aRef(), at);
    return video;
  }

  private static LibraryVideo ready(VideoAsset video) {
    return new LibraryVideo(
        video.ref().orElseThrow(),
        LibraryStatus.READY,
        OptionalInt.of(100),
        Optional.of("https://play.example.org/" + video.id() + ".m3u8"),
        Optional.of("https://play.example.org/" + video.id() + ".png"),
        Optional.of(Duration.ofMillis(61_250)),
        Optional.empty());
  }
}
