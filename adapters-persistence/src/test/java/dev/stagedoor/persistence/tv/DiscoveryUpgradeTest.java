package dev.stagedoor.persistence.tv;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.WatchSamples.aChannel;
import static dev.stagedoor.domain.fixture.WatchSamples.aPlaylist;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.tv.Audience;
import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.application.tv.TrendingItem;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.persistence.Persistence;
import dev.stagedoor.persistence.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A database that gathered by the clocks of servers goes on by its own order. */
class DiscoveryUpgradeTest {
  private static final String BEFORE = "62";
  private static final int PEOPLE = 3;

  @Test
  void whatWasToldBeforeIsGatheredOnceMore() {
    try (TestDatabase database = TestDatabase.at(BEFORE)) {
      for (int person = 1; person <= PEOPLE; person++) {
        watched(database, id(person));
      }
      database.run("update tv_gathered set until = 'infinity'");
      try (Persistence upgraded = Persistence.open(database.pool(), TestDatabase.KEYS)) {
        assertThat(gathered(upgraded.ports().unitOfWork(), upgraded.ports().tv()))
            .extracting(TrendingItem::viewers)
            .containsExactly(PEOPLE);
      }
    }
  }

  private static void watched(TestDatabase database, UUID person) {
    database.run(
        """
        insert into tv_profiles (id, owner_id, name, is_kids, wrong_pins, created_at, version)
          values ('%1$s', '%1$s', 'Ada', false, 0, '%2$s', 1);
        insert into tv_progress (
            profile_id, item_id, progress_seconds, is_completed, told_at, told_by, updated_at, version)
          values ('%1$s', 'film', 600, false, '%2$s', 'tv', '%2$s', 1);
        insert into tv_favorites (profile_id, item_id, item_type, item_name, added_at)
          values ('%1$s', 'other', 'movie', 'A FILM', '%2$s')
        """
            .formatted(person, NOW.minusSeconds(60)));
  }

  private static List<TrendingItem> gathered(UnitOfWork work, TvPorts tv) {
    for (int person = 1; person <= PEOPLE; person++) {
      Playlist playlist = aPlaylist(new UserId(id(person)), NOW);
      playlist.fetched(1, 1, NOW);
      work.run(
          () -> {
            tv.playlists().save(playlist);
            tv.channels()
                .add(
                    playlist.id(),
                    1,
                    List.of(aChannel("film", "A film", Channel.Kind.MOVIE, "Films")));
          });
    }
    work.run(
        () -> {
          assertThat(tv.viewings().gather(NOW, 100)).isEqualTo(PEOPLE);
          tv.viewings().rank(TrendWindow.DAY, NOW);
        });
    // Somebody else's account, in which only the favourite is: its name was folded.
    Audience likes = new Audience(new UserId(id(PEOPLE + 1)), new ProfileId(id(1)), false);
    return work.read(() -> tv.discovery().trending(likes, TrendWindow.DAY, Optional.empty(), 10));
  }

  private static UUID id(int number) {
    return UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number));
  }
}
