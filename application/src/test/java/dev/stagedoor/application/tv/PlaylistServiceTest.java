package dev.stagedoor.application.tv;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.application.tv.Lounge.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.fake.InMemoryUnitOfWork;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fake.FakePlaylistSource;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.domain.tv.TvError;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlaylistServiceTest {
  private static final ProfileChoice NOBODY = ProfileChoice.none();
  private static final PageRequest MANY = new PageRequest(1, 1000);
  private static final ChannelSearch ALL =
      new ChannelSearch(Optional.empty(), Optional.empty(), Optional.empty());
  private static final PlaylistAccess ACCESS =
      new PlaylistAccess(
          Secret.of("http://iptv.example.org:8080/get.php?username=john&password=in-the-address"),
          Optional.of("john_iptv"),
          Optional.of(Secret.of("iptv_pass_2024")));

  private final Lounge lounge = new Lounge();
  private final InMemoryStagedoor house = lounge.house;
  private final PlaylistService playlists = house.stagedoor().playlists();
  private final FakePlaylistSource source = house.playlistSource();
  private final Actor viewer = lounge.viewer;

  private PlaylistId create(Actor who) {
    house.clock().advance(Duration.ofSeconds(1));
    return new PlaylistId(playlists.create(who, NOBODY, "Premium IPTV", ACCESS).id());
  }

  private PlaylistId fetched(int channels) {
    source.offer(WatchSamples.channels(channels));
    PlaylistId id = create(viewer);
    assertThat(house.runJobs()).isEmpty();
    return id;
  }

  private PlaylistView get(PlaylistId id) {
    return playlists.get(viewer, NOBODY, id);
  }

  private List<String> channels(PlaylistId id) {
    return playlists.channels(viewer, id, ALL, MANY).items().stream()
        .map(ChannelView::itemId)
        .toList();
  }

  private Playlist stored(PlaylistId id) {
    return house.unitOfWork().read(() -> house.tv().playlists().find(id).orElseThrow());
  }

  /** Returns how many channels each edition that was ever begun has in the store. */
  private List<Integer> editions(PlaylistId id) {
    int last = stored(id).edition();
    return house
        .unitOfWork()
        .read(
            () ->
                IntStream.rangeClosed(0, last)
                    .mapToObj(edition -> house.tv().channels().channels(id, edition).size())
                    .filter(size -> size > 0)
                    .toList());
  }

  private static ChangePlaylist url(String url) {
    return new ChangePlaylist(
        Optional.empty(), Optional.of(Secret.of(url)), Optional.empty(), Optional.empty());
  }

  @Test
  void aNewPlaylistIsBeingFetched() {
    PlaylistView made = playlists.create(viewer, NOBODY, "Premium IPTV", ACCESS);

    assertThat(made.status()).isEqualTo("fetching");
    assertThat(made.channels()).isZero();
    assertThat(channels(new PlaylistId(made.id()))).isEmpty();
  }

  @Test
  void whatIsFetchedIsShownInTheOrderOfTheService() {
    PlaylistId id = fetched(2_345);

    PlaylistView view = get(id);
    assertThat(view.status()).isEqualTo("ready");
    assertThat(view.channels()).isEqualTo(2_345);
    assertThat(view.fetchedAt()).contains(house.clock().instant());
    assertThat(channels(id)).hasSize(1_000).startsWith("item-1", "item-2");
    assertThat(playlists.groups(viewer, id)).isEqualTo(Map.of("News", 2_345));
    assertThat(playlists.channel(viewer, id, "item-7").address().reveal()).endsWith("/item-7.m3u8");
    assertRefused(CommonError.NOT_FOUND, () -> playlists.channel(viewer, id, "item-0"));
  }

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
  void theListTellsNoCredentials() {
    PlaylistId id = fetched(1);

    assertThat(playlists.list(viewer))
        .singleElement()
        .satisfies(
            view -> {
              assertThat(view.url().reveal()).isEqualTo("http://iptv.example.org:8080");
              assertThat(view.password()).isEmpty();
            });
    assertThat(get(id).url()).isEqualTo(ACCESS.url());
    assertThat(get(id).password()).isEqualTo(ACCESS.password());
  }

  @Test
  void kidsManageNoPlaylists() {
    PlaylistId id = fetched(3);
    ProfileChoice kids = as(lounge.kids(Optional.empty()));

    for (Runnable managing :
        List.<Runnable>of(
            () -> playlists.create(viewer, kids, "Mine", ACCESS),
            () -> playlists.get(viewer, kids, id),
            () -> playlists.change(viewer, kids, id, url("http://other.example.org")),
            () -> playlists.refresh(viewer, kids, id),
            () -> playlists.remove(viewer, kids, id))) {
      assertRefused(TvError.KIDS_PROFILE, managing::run);
    }
    assertThat(channels(id)).hasSize(3);
    assertThat(get(id).status()).isEqualTo("ready");
  }

  @Test
  void thePlaylistsOfOthersAreUnknown() {
    PlaylistId id = fetched(3);
    Actor other = lounge.somebody();

    for (Runnable use :
        List.<Runnable>of(
            () -> playlists.get(other, NOBODY, id),
            () -> playlists.change(other, NOBODY, id, url("http://other.example.org")),
            () -> playlists.remove(other, NOBODY, id),
            () -> playlists.refresh(other, NOBODY, id),
            () -> playlists.channels(other, id, ALL, MANY),
            () -> playlists.channel(other, id, "item-1"),
            () -> playlists.groups(other, id))) {
      assertRefused(CommonError.NOT_FOUND, use::run);
    }
    assertThat(channels(id)).hasSize(3);
  }

  @Test
  void ofManyMadeAtOnceNoMoreThanTheLimitAreThere() {
    List<Object> made =
        Race.of(
            10,
            () -> {
              try {
                return playlists.create(viewer, NOBODY, "Twin", ACCESS).name();
              } catch (DomainException refused) {
                return refused.code();
              }
            });

    assertThat(Collections.frequency(made, "Twin")).isEqualTo(3);
    assertThat(Collections.frequency(made, TvError.PLAN_LIMIT)).isEqualTo(7);
  }

  @Test
  void afterTheTrialPlaylistsAreReadAndRemovedOnly() {
    PlaylistId id = fetched(3);
    lounge.endTrials();

    assertRefused(TvError.SUBSCRIPTION_NEEDED, () -> create(viewer));
    assertRefused(TvError.SUBSCRIPTION_NEEDED, () -> playlists.refresh(viewer, NOBODY, id));
    assertRefused(
        TvError.SUBSCRIPTION_NEEDED,
        () -> playlists.change(viewer, NOBODY, id, url("http://other.example.org")));
    assertThat(channels(id)).hasSize(3);
    playlists.remove(viewer, NOBODY, id);
    assertThat(playlists.list(viewer)).isEmpty();
  }

  @Test
  void whatIsOneTooManyIsReadAndRemovedOnly() {
    Actor client = lounge.client();
    PlaylistId first = create(client);
    Playlist more = WatchSamples.aPlaylist(client.userId(), house.clock().instant().plusSeconds(1));
    house.unitOfWork().run(() -> house.tv().playlists().save(more));

    assertThat(playlists.list(client))
        .extracting(PlaylistView::isReadOnly)
        .containsExactly(false, true);
    assertRefused(TvError.PLAN_LIMIT, () -> playlists.refresh(client, NOBODY, more.id()));
    assertThat(playlists.get(client, NOBODY, more.id()).isReadOnly()).isTrue();
    playlists.remove(client, NOBODY, first);
    assertThat(playlists.refresh(client, NOBODY, more.id()).isReadOnly()).isFalse();
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

  @Test
  void aFetchWhoseAddressIsChangedMeanwhileIsThrownAway() {
    source.offer(WatchSamples.channels(2_900));
    PlaylistId id = create(viewer);
    AtomicInteger handed = new AtomicInteger();
    source.afterEach(
        () -> {
          if (handed.incrementAndGet() == 2) {
            PlaylistView unused =
                playlists.change(viewer, NOBODY, id, url("http://other.example.org/list"));
          }
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
    AtomicInteger handed = new AtomicInteger();
    source.afterEach(
        () -> {
          if (handed.incrementAndGet() == 2) {
            playlists.remove(viewer, NOBODY, id);
          }
        });

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
    AtomicInteger handed = new AtomicInteger();
    source.afterEach(
        () -> {
          if (handed.incrementAndGet() == 2) {
            house.crash();
          }
        });
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

  @Test
  void channelsAreFoundInTheFirstPlaylistThatHasThem() {
    PlaylistId small = fetched(2);
    PlaylistId large = fetched(4);
    Set<String> items = Set.of("item-1", "item-4", "item-9");

    Map<String, PlacedChannel> found = playlists.places(viewer, List.of(small, large), items);

    assertThat(found).containsOnlyKeys("item-1", "item-4");
    assertThat(found.get("item-1").playlist()).isEqualTo(small.value());
    assertThat(found.get("item-4").playlist()).isEqualTo(large.value());
    assertThat(playlists.places(viewer, List.of(large, small), items).get("item-1").playlist())
        .isEqualTo(large.value());
    assertThat(playlists.places(lounge.somebody(), List.of(small, large), items)).isEmpty();
  }
}
