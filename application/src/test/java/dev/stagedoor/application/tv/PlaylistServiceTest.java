package dev.stagedoor.application.tv;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.application.tv.Lounge.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.TvError;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlaylistServiceTest extends PlaylistScene {

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
