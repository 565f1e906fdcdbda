package dev.stagedoor.web.pages.tv;

import static dev.stagedoor.domain.fixture.WatchSamples.aChannel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.tv.ItemView;
import dev.stagedoor.application.tv.PlaylistView;
import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.Recommendation;
import dev.stagedoor.application.tv.SavedFavorite;
import dev.stagedoor.application.tv.TellProgress;
import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.application.tv.TrendingItem;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Channel.Kind;
import dev.stagedoor.domain.tv.WatchProgress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FinderTest {
  private static final ProfileChoice ALONE = ProfileChoice.none();
  private static final Channel MATRIX = aChannel("matrix", "The Matrix", Kind.MOVIE, "Films");
  private static final Channel SOLARIS = aChannel("solaris", "Solaris", Kind.MOVIE, "Films");

  private final InMemoryStagedoor house = new InMemoryStagedoor();
  private final Finder finder = new Finder(house.stagedoor().discovery());

  private Actor subscriber(Channel... channels) {
    Actor actor = house.aSubscriber();
    house.playlistSource().offer(List.of(channels));
    PlaylistView unused =
        house.stagedoor().playlists().create(actor, ALONE, "Mine", WatchSamples.anAccess());
    assertThat(house.runJobs()).isEmpty();
    return actor;
  }

  private void watches(Actor viewer, String item) {
    WatchProgress unused =
        house
            .stagedoor()
            .watchProgress()
            .tell(
                viewer,
                ALONE,
                new TellProgress(
                    item,
                    Optional.empty(),
                    1800,
                    Optional.of(3600),
                    Optional.empty(),
                    Optional.empty(),
                    "tv"));
  }

  private static List<ItemView> items(Finds finds) {
    return Stream.concat(
            finds.forYou().stream().map(Recommendation::item),
            finds.trending().stream().map(TrendingItem::item))
        .toList();
  }

  @Test
  void aFavouriteThatIsInNoPlaylistIsInNoRow() {
    for (int i = 0; i < 3; i++) {
      Actor viewer = subscriber(MATRIX, SOLARIS);
      watches(viewer, "matrix");
      watches(viewer, "solaris");
    }
    Actor fan = subscriber(SOLARIS);
    SavedFavorite unused =
        house
            .stagedoor()
            .favorites()
            .save(fan, ALONE, "matrix", "movie", "The Matrix", Optional.empty());
    house.clock().advance(Duration.ofMinutes(1));
    house.runRecurringJobs();

    assertThat(
            house
                .stagedoor()
                .discovery()
                .trending(fan, ALONE, TrendWindow.DAY, Optional.empty(), 9))
        .extracting(one -> one.item().itemId())
        .containsExactlyInAnyOrder("matrix", "solaris");
    assertThat(items(finder.suggest(fan, ALONE)))
        .extracting(ItemView::itemId)
        .containsExactly("solaris", "solaris");
    assertThat(finder.beside(fan, ALONE, "solaris").alike()).isEmpty();
    assertThat(items(finder.suggest(subscriber(MATRIX), ALONE)))
        .extracting(ItemView::itemId)
        .containsExactly("matrix", "matrix");
  }
}
