package dev.stagedoor.persistence.tv;

import static dev.stagedoor.persistence.tv.TvHouse.tried;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.port.StoreUnavailable;
import dev.stagedoor.application.tv.ChangePlaylist;
import dev.stagedoor.application.tv.ChannelSearch;
import dev.stagedoor.application.tv.FavoriteService;
import dev.stagedoor.application.tv.NewProfile;
import dev.stagedoor.application.tv.PlaylistService;
import dev.stagedoor.application.tv.PlaylistView;
import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.TellProgress;
import dev.stagedoor.application.tv.ViewerProfileService;
import dev.stagedoor.application.tv.WatchProgressService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.WatchProgress;
import dev.stagedoor.persistence.TestPersistence;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many devices of one account at once, in the real database. */
class WatchingTogetherTest {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  private static final ProfileChoice NOBODY = ProfileChoice.none();
  private static final PageRequest MANY = new PageRequest(1, 1000);
  private static final Secret PIN = Secret.of("1234");

  private final TvHouse house = new TvHouse(OPEN);
  private final ViewerProfileService profiles = house.stagedoor.viewerProfiles();
  private final PlaylistService playlists = house.stagedoor.playlists();
  private final Actor viewer = house.somebody();

  private ProfileId create(String name, Optional<Secret> pin) {
    return new ProfileId(
        profiles
            .create(
                viewer,
                NOBODY,
                new NewProfile(new ViewerProfile.Look(name, Optional.empty(), false), pin))
            .id());
  }

  @Test
  void twentyWhoGuessAPinAtOnceHaveFiveTriesTogether() {
    ProfileId adult = create("Grown up", Optional.of(PIN));

    List<Object> answers =
        Race.of(
            20, tried(() -> profiles.open(viewer, NOBODY, adult, Optional.of(Secret.of("0000")))));

    assertThat(Collections.frequency(answers, TvError.INVALID_PIN)).isEqualTo(5);
    assertThat(Collections.frequency(answers, TvError.PIN_LOCKED)).isEqualTo(15);
    house.clock.advance(Duration.ofMinutes(15));
    assertThat(profiles.open(viewer, NOBODY, adult, Optional.of(PIN)).profile().hasPin()).isTrue();
  }

  @Test
  void ofManyProfilesMadeAtOnceNoMoreThanTheLimitAreThere() {
    List<Object> answers = Race.of(20, tried(() -> create("Twin", Optional.empty()).value()));

    assertThat(Collections.frequency(answers, TvError.PLAN_LIMIT)).isEqualTo(16);
    assertThat(profiles.list(viewer)).hasSize(5);
  }

  @Test
  void ofManyPlaylistsMadeAtOnceNoMoreThanTheLimitAreThere() {
    List<Object> answers =
        Race.of(
            20,
            tried(
                () -> playlists.create(viewer, NOBODY, "Twin", WatchSamples.anAccess()).status()));

    assertThat(Collections.frequency(answers, "fetching")).isEqualTo(3);
    assertThat(Collections.frequency(answers, TvError.PLAN_LIMIT)).isEqualTo(17);
    assertThat(playlists.list(viewer)).hasSize(3);
  }

  @Test
  void ofManyFavoritesSavedAtOnceNoMoreThanTheLimitAreThere() {
    FavoriteService favorites = house.stagedoor.favorites();
    AtomicInteger number = new AtomicInteger();
    for (int saved = 0; saved < 95; saved++) {
      var unused =
          favorites.save(viewer, NOBODY, "early-" + saved, "channel", "", Optional.empty());
    }

    List<Object> answers =
        Race.of(
            20,
            tried(
                () ->
                    favorites
                        .save(
                            viewer,
                            NOBODY,
                            "late-" + number.incrementAndGet(),
                            "channel",
                            "",
                            Optional.empty())
                        .isNew()));

    assertThat(Collections.frequency(answers, true)).isEqualTo(5);
    assertThat(Collections.frequency(answers, TvError.PLAN_LIMIT)).isEqualTo(15);
    assertThat(favorites.list(viewer, NOBODY, Optional.empty(), MANY).total()).isEqualTo(100);
  }

  @Test
  void threeDevicesWithWrongClocksAtOnceEndWithTheLastThatWatched() {
    WatchProgressService progress = house.stagedoor.watchProgress();
    List<Duration> wrong = List.of(Duration.ofHours(9), Duration.ZERO, Duration.ofDays(-400));
    Instant begun = house.clock.instant();
    List<TellProgress> all = new ArrayList<>();
    for (int step = 1; step <= 30; step++) {
      Duration off = wrong.get(step % 3);
      TellProgress told =
          new TellProgress(
              "movie_inception",
              Optional.of("movie"),
              step * 10,
              Optional.of(8_880),
              Optional.of(begun.plusSeconds(step * 60L).plus(off)),
              Optional.of(begun.plusSeconds(3_600).plus(off)),
              "device-" + step % 3);
      all.add(told);
      all.add(told);
    }
    house.clock.advance(Duration.ofHours(1));
    Collections.shuffle(all, new Random(11));
    Queue<TellProgress> waiting = new ConcurrentLinkedQueue<>(all);

    List<WatchProgress> unused = Race.of(60, () -> progress.tell(viewer, NOBODY, waiting.remove()));

    WatchProgress end = progress.get(viewer, NOBODY, "movie_inception");
    assertThat(end.progressSeconds()).isEqualTo(300);
    assertThat(end.stamp().at()).isEqualTo(begun.plusSeconds(1_800));
    assertThat(progress.list(viewer, NOBODY, MANY).items()).containsExactly(end);
  }

  @Test
  @Timeout(120)
  void whatDevicesTellIsKeptWhereverTheirConnectionsAreCutOff() {
    WatchProgressService progress = house.stagedoor.watchProgress();
    Instant begun = house.clock.instant();
    house.clock.advance(Duration.ofHours(1));
    AtomicInteger devices = new AtomicInteger();

    List<Integer> cutOff =
        Race.of(
            3,
            () -> {
              int device = devices.incrementAndGet();
              int cut = 0;
              for (int step = 1; step <= 60; step++) {
                Instant when = begun.plusSeconds(step * 10L + device);
                insist(told("movie_inception", device, step, when));
                insist(told("movie_" + device + "_" + step, device, step, when));
                if (step % 20 == 5 * device) {
                  cut += cutOffEverybody();
                }
              }
              return cut;
            });

    assertThat(cutOff).allMatch(connections -> connections > 0);
    WatchProgress shared = progress.get(viewer, NOBODY, "movie_inception");
    assertThat(shared.stamp().at()).isEqualTo(begun.plusSeconds(603));
    assertThat(shared.progressSeconds()).isEqualTo(60);
    for (int device = 1; device <= 3; device++) {
      for (int step = 1; step <= 60; step++) {
        assertThat(progress.get(viewer, NOBODY, "movie_" + device + "_" + step).progressSeconds())
            .isEqualTo(step);
      }
    }
    assertThat(progress.list(viewer, NOBODY, MANY).total()).isEqualTo(181);
  }

  private TellProgress told(String item, int device, int step, Instant when) {
    return new TellProgress(
        item,
        Optional.of("movie"),
        step,
        Optional.of(8_880),
        Optional.of(when),
        Optional.of(house.clock.instant()),
        "device-" + device);
  }

  /** Tells until there is an answer, as a device does. */
  private void insist(TellProgress told) {
    boolean isAnswered = false;
    while (!isAnswered) {
      try {
        WatchProgress unused = house.stagedoor.watchProgress().tell(viewer, NOBODY, told);
        isAnswered = true;
      } catch (StoreUnavailable again) {
        // Whether it was kept is not known then.
      }
    }
  }

  /** Cuts off all connections to the database, and returns how many those were. */
  private static int cutOffEverybody() {
    // One at a time, lest they cut each other off.
    synchronized (OPEN) {
      try (var connection = OPEN.database().connect();
          var statement =
              connection.prepareStatement(
                  """
                  select count(pg_terminate_backend(pid)) from pg_stat_activity
                  where datname = current_database() and pid <> pg_backend_pid()
                  """);
          var rows = statement.executeQuery()) {
        var unused = rows.next();
        return rows.getInt(1);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private PlaylistId playlist() {
    return new PlaylistId(
        playlists.create(viewer, NOBODY, "At home", WatchSamples.anAccess()).id());
  }

  private void fetch(PlaylistId id) {
    for (JobHandler job : playlists.jobs()) {
      job.work().accept(id.value());
    }
  }

  private PlaylistView view(PlaylistId id) {
    return playlists.get(viewer, NOBODY, id);
  }

  private long channels(PlaylistId id) {
    return playlists
        .channels(
            viewer,
            id,
            new ChannelSearch(Optional.empty(), Optional.empty(), Optional.empty()),
            PageRequest.first())
        .total();
  }

  /** Counts what is stored of every edition. */
  private long stored(PlaylistId id) {
    try (var connection = OPEN.database().connect();
        var statement =
            connection.prepareStatement("select count(*) from tv_channels where playlist_id = ?")) {
      statement.setObject(1, id.value());
      try (var rows = statement.executeQuery()) {
        var unused = rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void twoRunsOfOneFetchAtOnceShowEachChannelOnce() {
    house.source.offer(WatchSamples.channels(2_500));
    PlaylistId id = playlist();

    List<Boolean> unused =
        Race.of(
            2,
            () -> {
              fetch(id);
              return true;
            });

    assertThat(view(id).status()).isEqualTo("ready");
    assertThat(channels(id)).isEqualTo(2_500).isEqualTo(stored(id));
  }

  @Test
  void aFetchWhoseAddressIsChangedMeanwhileIsThrownAway() {
    house.source.offer(WatchSamples.channels(2_500));
    PlaylistId id = playlist();
    AtomicBoolean isChanged = new AtomicBoolean();
    house.source.afterEach(
        () -> {
          if (!isChanged.getAndSet(true)) {
            var unused =
                playlists.change(
                    viewer,
                    NOBODY,
                    id,
                    new ChangePlaylist(
                        Optional.empty(),
                        Optional.of(Secret.of("https://other.example.org/list")),
                        Optional.empty(),
                        Optional.empty()));
          }
        });

    fetch(id);
    assertThat(view(id).status()).isEqualTo("fetching");
    assertThat(channels(id)).isZero();
    assertThat(stored(id)).isZero();
    fetch(id);

    assertThat(channels(id)).isEqualTo(2_500).isEqualTo(stored(id));
  }

  @Test
  void aFetchThatDiedOnTheWayIsRepeatedAndLeavesNothingBehind() {
    house.source.offer(WatchSamples.channels(2_500));
    PlaylistId id = playlist();
    AtomicInteger handed = new AtomicInteger();
    house.source.afterEach(
        () -> {
          if (handed.incrementAndGet() == 2) {
            throw new TvHouse.Crash();
          }
        });
    assertThatThrownBy(() -> fetch(id)).isInstanceOf(TvHouse.Crash.class);
    assertThat(stored(id)).isEqualTo(2_000);
    assertThat(channels(id)).isZero();

    fetch(id);

    assertThat(channels(id)).isEqualTo(2_500).isEqualTo(stored(id));
  }

  @Test
  void whatFailsLeavesWhatWasShown() {
    house.source.offer(WatchSamples.channels(3));
    PlaylistId id = playlist();
    fetch(id);
    house.source.offer(WatchSamples.channels(2_500));
    house.source.fail(PlaylistProblem.UNREACHABLE);
    PlaylistView unused = playlists.refresh(viewer, NOBODY, id);

    fetch(id);

    assertThat(view(id).problem()).contains("unreachable");
    assertThat(channels(id)).isEqualTo(3).isEqualTo(stored(id));
  }
}
