package dev.stagedoor.application.tv;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.Programme;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How playlists and their guides are fetched, and what a fetch leaves behind that fails. */
class PlaylistFetchTest extends PlaylistScene {

  @Test
  void slowServicesHoldUpFewJobs() {
    source.offer(WatchSamples.channels(1));
    List<PlaylistId> waiting =
        IntStream.range(0, 4).mapToObj(each -> create(lounge.somebody())).toList();
    Consumer<UUID> fetching =
        house.stagedoor().jobHandlers().stream()
            .filter(job -> job.name().equals(PlaylistFetching.FETCH))
            .findFirst()
            .orElseThrow()
            .work();
    Iterator<PlaylistId> next = waiting.iterator();
    AtomicInteger put = new AtomicInteger();
    source.afterEach(
        () -> {
          try {
            fetching.accept(next.next().value());
          } catch (NotYet later) {
            put.incrementAndGet();
          }
        });

    fetching.accept(next.next().value());

    assertThat(put).hasValue(1);
    assertThat(waiting)
        .extracting(id -> stored(id).status().code())
        .containsExactly("ready", "ready", "ready", "fetching");
    source.afterEach(() -> {});
    assertThat(house.runJobs()).isEmpty();
    assertThat(stored(waiting.get(3)).status().code()).isEqualTo("ready");
  }

  @Test
  void whatFailsLeavesWhatWasShown() {
    PlaylistId id = fetched(3);
    source.offer(WatchSamples.channels(5));
    source.fail(PlaylistProblem.SERVICE_FAILED);
    PlaylistView unused = playlists.refresh(viewer, NOBODY, id);

    assertThat(house.runJobs()).isEmpty();

    assertThat(get(id).status()).isEqualTo("failed");
    assertThat(get(id).problem()).contains("service_failed");
    assertThat(channels(id)).hasSize(3);
    assertThat(editions(id)).containsExactly(3);
  }

  @Test
  void whatIsFetchedAgainReplacesWhatWasThere() {
    PlaylistId id = fetched(3);
    source.offer(WatchSamples.channels(5));
    PlaylistView refreshing = playlists.refresh(viewer, NOBODY, id);
    assertThat(refreshing.status()).isEqualTo("fetching");
    assertThat(channels(id)).hasSize(3);

    assertThat(house.runJobs()).isEmpty();

    assertThat(channels(id)).hasSize(5);
    assertThat(get(id).problem()).isEmpty();
    assertThat(editions(id)).containsExactly(5);
  }

  @Test
  void aPlaylistWithoutChannelsIsEmpty() {
    PlaylistId id = fetched(0);

    assertThat(get(id).problem()).contains("empty");
  }

  @Test
  void whatAServiceHasTwiceCountsOnce() {
    source.offer(
        Stream.concat(WatchSamples.channels(1_100).stream(), WatchSamples.channels(7).stream())
            .toList());
    PlaylistId id = create(viewer);
    assertThat(house.runJobs()).isEmpty();

    assertThat(get(id).channels()).isEqualTo(1_100);
    assertThat(editions(id)).containsExactly(1_100);
  }

  @Test
  void askingTwiceFetchesOnce() {
    PlaylistId id = fetched(3);
    for (int time = 0; time < 3; time++) {
      PlaylistView unused = playlists.refresh(viewer, NOBODY, id);
    }

    assertThat(house.runJobs()).isEmpty();

    assertThat(source.asked()).hasSize(2);
  }

  @Test
  void anotherNameFetchesNothing() {
    PlaylistId id = fetched(3);

    PlaylistView renamed =
        playlists.change(
            viewer,
            NOBODY,
            id,
            new ChangePlaylist(
                Optional.of("At home"), Optional.empty(), Optional.empty(), Optional.empty()));

    assertThat(renamed.name()).isEqualTo("At home");
    assertThat(renamed.status()).isEqualTo("ready");
    assertThat(house.runJobs()).isEmpty();
    assertThat(source.asked()).hasSize(1);
  }

  private void afterTheSecondBatch(Runnable happens) {
    AtomicInteger handed = new AtomicInteger();
    source.afterEach(
        () -> {
          if (handed.incrementAndGet() == 2) {
            happens.run();
          }
        });
  }

  @Test
  void aFetchWhoseAddressIsChangedMeanwhileIsThrownAway() {
    source.offer(WatchSamples.channels(2_900));
    PlaylistId id = create(viewer);
    afterTheSecondBatch(
        () -> {
          PlaylistView unused =
              playlists.change(viewer, NOBODY, id, url("http://other.example.org/list"));
        });

    assertThat(house.runJobs()).isEmpty();

    assertThat(source.asked())
        .extracting(access -> access.url().reveal())
        .containsExactly(ACCESS.url().reveal(), "http://other.example.org/list");
    assertThat(get(id).channels()).isEqualTo(2_900);
    assertThat(editions(id)).containsExactly(2_900);
  }

  @Test
  void aPlaylistThatIsRemovedMeanwhileLeavesNothing() {
    source.offer(WatchSamples.channels(2_900));
    PlaylistId id = create(viewer);
    afterTheSecondBatch(() -> playlists.remove(viewer, NOBODY, id));

    assertThat(house.runJobs()).isEmpty();

    assertThat(playlists.list(viewer)).isEmpty();
    for (int edition = 0; edition < 5; edition++) {
      int number = edition;
      assertThat(house.unitOfWork().read(() -> house.tv().channels().channels(id, number)))
          .isEmpty();
    }
  }

  @Test
  void aFetchThatDiedOnTheWayIsRepeated() {
    source.offer(WatchSamples.channels(2_900));
    PlaylistId id = create(viewer);
    afterTheSecondBatch(house::crash);
    assertThatThrownBy(house::runJobs).isInstanceOf(InMemoryUnitOfWork.Crash.class);
    house.restart();
    assertThat(get(id).status()).isEqualTo("fetching");
    assertThat(channels(id)).isEmpty();

    house.clock().advance(Duration.ofMinutes(2));
    assertThat(house.runJobs()).isEmpty();

    assertThat(get(id).channels()).isEqualTo(2_900);
    assertThat(editions(id)).containsExactly(2_900);
  }

  @Test
  void aFetchThatDiedBeforeItsEndWasKeptIsRepeated() {
    source.offer(WatchSamples.channels(10));
    PlaylistId id = create(viewer);
    house.wire().after("PlaylistSource.fetch", house::crash);
    assertThatThrownBy(house::runJobs).isInstanceOf(InMemoryUnitOfWork.Crash.class);
    house.restart();

    house.clock().advance(Duration.ofMinutes(2));
    assertThat(house.runJobs()).isEmpty();

    assertThat(editions(id)).containsExactly(10);
    assertThat(channels(id)).hasSize(10);
  }

  @Test
  void theGuideComesAfterTheChannels() {
    source.offerGuide(guide(3));
    PlaylistId id = fetched(3);

    assertThat(titles(id, Optional.empty())).containsExactly("News 0", "News 1", "News 2");
    assertThat(titles(id, Optional.of("guide.item-1"))).hasSize(3);
    assertThat(titles(id, Optional.of("guide.other"))).isEmpty();
  }

  private List<Programme> guide(int hours) {
    return IntStream.range(0, hours)
        .mapToObj(
            hour ->
                WatchSamples.aProgramme(
                    "guide.item-1",
                    house.clock().instant().plusSeconds(3_600L * hour),
                    "News " + hour))
        .toList();
  }

  private List<String> titles(PlaylistId id, Optional<String> channel) {
    Instant now = house.clock().instant();
    return playlists
        .guide(viewer, id, channel, now.minusSeconds(60), now.plus(Duration.ofDays(1)), MANY)
        .items()
        .stream()
        .map(Programme::title)
        .toList();
  }

  @Test
  void aGuideThatFailsTakesNothingFromTheChannels() {
    source.failGuide(PlaylistProblem.TOO_LARGE);
    PlaylistId id = fetched(3);

    assertThat(get(id).status()).isEqualTo("ready");
    assertThat(get(id).problem()).isEmpty();
    assertThat(channels(id)).hasSize(3);
    assertThat(titles(id, Optional.empty())).isEmpty();
  }

  @Test
  void aGuideIsNotFetchedTwiceForWhatIsShown() {
    source.offerGuide(guide(3));
    PlaylistId id = fetched(3);
    house.stagedoor().playlists().jobs().forEach(job -> job.work().accept(id.value()));

    assertThat(titles(id, Optional.empty())).hasSize(3);
  }

  @Test
  void aGuideIsAskedForAWeekAtMost() {
    PlaylistId id = fetched(3);
    Instant now = house.clock().instant();

    assertThat(
            playlists
                .guide(viewer, id, Optional.empty(), now, now.plus(Duration.ofDays(7)), MANY)
                .items())
        .isEmpty();
    for (Instant to : List.of(now.minusSeconds(1), now.plus(Duration.ofDays(7)).plusSeconds(1))) {
      assertRefused(
          CommonError.INVALID_VALUE,
          () -> playlists.guide(viewer, id, Optional.empty(), now, to, MANY));
    }
  }
}
