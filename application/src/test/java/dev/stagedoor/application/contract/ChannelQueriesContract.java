package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.WatchSamples.aChannel;
import static dev.stagedoor.domain.fixture.WatchSamples.aPlaylist;
import static dev.stagedoor.domain.fixture.WatchSamples.aProgramme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.stagedoor.application.port.ChannelQueries;
import dev.stagedoor.application.tv.ChannelSearch;
import dev.stagedoor.application.tv.ChannelView;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.fixture.WatchSamples;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.domain.tv.port.ChannelStore;
import dev.stagedoor.domain.tv.port.PlaylistRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every list of channels and programmes must do. */
public interface ChannelQueriesContract extends RepositoryContract {
  ChannelQueries queries();

  PlaylistRepository playlists();

  ChannelStore channels();

  @Test
  default void channelsAreListedInTheOrderTheyCameIn() {
    PlaylistId playlist = aPlaylistOnFile();
    run(() -> channels().add(playlist, 1, List.of(aChannel("9", "Nine"), aChannel("1", "One"))));
    run(() -> channels().add(playlist, 1, List.of(aChannel("5", "Five"), aChannel("9", "Again"))));
    run(() -> channels().add(playlist, 2, List.of(aChannel("7", "Seven"))));
    run(() -> channels().add(aPlaylistOnFile(), 1, List.of(aChannel("8", "Eight"))));

    assertThat(ids(playlist, everything())).containsExactly("9", "1", "5");
    Page<ChannelView> second =
        write(() -> queries().channels(playlist, 1, everything(), new PageRequest(2, 2)));
    assertThat(second.items()).extracting(ChannelView::name).containsExactly("Five");
    assertThat(second.total()).isEqualTo(3);
    assertThat(write(() -> queries().channels(playlist, 3, everything(), PageRequest.first())))
        .isEqualTo(Page.of(List.of(), PageRequest.first(), 0));
  }

  @Test
  default void aChannelIsShownAsItWasAdded() {
    PlaylistId playlist = aPlaylistOnFile();
    Channel bare =
        new Channel(
            "1",
            Channel.Kind.EPISODE,
            "Zoë",
            "",
            Optional.empty(),
            Optional.empty(),
            Secret.of("https://iptv.example.org/1"));
    Channel full = aChannel("2", "Two", Channel.Kind.MOVIE, "Films");
    run(() -> channels().add(playlist, 1, List.of(bare, full)));

    assertThat(
            write(() -> queries().channels(playlist, 1, everything(), PageRequest.first())).items())
        .containsExactly(
            new ChannelView(
                "1", Channel.Kind.EPISODE, "Zoë", "", Optional.empty(), Optional.empty()),
            new ChannelView("2", Channel.Kind.MOVIE, "Two", "Films", full.logo(), full.guideId()));
  }

  @Test
  default void severalChannelsAreFoundByTheirItemsAtOnce() {
    PlaylistId playlist = aPlaylistOnFile();
    PlaylistId other = aPlaylistOnFile();
    run(() -> channels().add(playlist, 1, List.of(aChannel("9", "Nine"), aChannel("1", "One"))));
    run(() -> channels().add(playlist, 2, List.of(aChannel("5", "Five"))));
    run(() -> channels().add(other, 1, List.of(aChannel("8", "Eight"))));

    assertThat(write(() -> queries().named(playlist, 1, Set.of("1", "9", "5", "8"))))
        .extracting(ChannelView::name)
        .containsExactlyInAnyOrder("Nine", "One");
    assertThat(write(() -> queries().named(playlist, 1, Set.of()))).isEmpty();
    assertNeedsUnitOfWork(() -> queries().named(playlist, 1, Set.of("1")));
  }

  @Test
  default void namesAreSearchedWithoutRegardToCase() {
    PlaylistId playlist = aPlaylistOnFile();
    run(
        () ->
            channels()
                .add(
                    playlist,
                    1,
                    List.of(
                        aChannel("1", "BBC One HD"),
                        aChannel("2", "bbc two"),
                        aChannel("3", "ÉCLAIR 100%_\\"),
                        aChannel("4", "CNN"))));

    assertThat(ids(playlist, named("bBc"))).containsExactly("1", "2");
    assertThat(ids(playlist, named("one h"))).containsExactly("1");
    assertThat(ids(playlist, named("écl"))).containsExactly("3");
    assertThat(ids(playlist, named("0%_\\"))).containsExactly("3");
    assertThat(ids(playlist, named("%"))).containsExactly("3");
    assertThat(ids(playlist, named("_n_"))).isEmpty();
    assertThat(ids(playlist, named(""))).hasSize(4);
  }

  @Test
  default void channelsAreFoundByKindAndGroupTogether() {
    PlaylistId playlist = aPlaylistOnFile();
    run(
        () ->
            channels()
                .add(
                    playlist,
                    1,
                    List.of(
                        aChannel("1", "One", Channel.Kind.CHANNEL, "News"),
                        aChannel("2", "Two", Channel.Kind.MOVIE, "News"),
                        aChannel("3", "Three", Channel.Kind.MOVIE, "Films"),
                        aChannel("4", "Four", Channel.Kind.MOVIE, "news"))));

    assertThat(ids(playlist, search("", Channel.Kind.MOVIE, null))).containsExactly("2", "3", "4");
    assertThat(ids(playlist, search("", null, "News"))).containsExactly("1", "2");
    assertThat(ids(playlist, search("", Channel.Kind.MOVIE, "News"))).containsExactly("2");
    assertThat(ids(playlist, search("t", Channel.Kind.MOVIE, "Films"))).containsExactly("3");
    assertThat(ids(playlist, search("t", Channel.Kind.EPISODE, null))).isEmpty();
  }

  @Test
  default void groupsAreListedByNameWithTheirSize() {
    PlaylistId playlist = aPlaylistOnFile();
    run(
        () ->
            channels()
                .add(
                    playlist,
                    1,
                    List.of(
                        aChannel("1", "One", Channel.Kind.CHANNEL, "news"),
                        aChannel("2", "Two", Channel.Kind.CHANNEL, "Zoo"),
                        aChannel("3", "Three", Channel.Kind.MOVIE, ""),
                        aChannel("4", "Four", Channel.Kind.CHANNEL, "news"))));
    run(() -> channels().add(playlist, 2, WatchSamples.channels(3)));

    assertThat(write(() -> queries().groups(playlist, 1)))
        .containsExactly(entry("", 1), entry("Zoo", 1), entry("news", 2));
    assertThat(write(() -> queries().groups(playlist, 3))).isEmpty();
  }

  @Test
  default void aServiceCannotMakeTheListOfGroupsEndless() {
    PlaylistId playlist = aPlaylistOnFile();
    List<Channel> alone =
        IntStream.rangeClosed(0, ChannelQueries.MOST_GROUPS)
            .mapToObj(
                number ->
                    aChannel("" + number, "Alone", Channel.Kind.CHANNEL, "%06d".formatted(number)))
            .toList();
    run(() -> channels().add(playlist, 1, alone));

    assertThat(write(() -> queries().groups(playlist, 1)))
        .hasSize(ChannelQueries.MOST_GROUPS)
        .containsEntry("000000", 1)
        .doesNotContainKey("%06d".formatted(ChannelQueries.MOST_GROUPS));
  }

  @Test
  default void whatIsOnBetweenTwoMomentsIsListedTheEarliestFirst() {
    PlaylistId playlist = aPlaylistOnFile();
    Programme late = aProgramme("b", NOW.plusSeconds(3600), "Late");
    Programme early = aProgramme("a", NOW, "Early");
    Programme same = aProgramme("b", NOW, "Same time");
    Programme tomorrow = aProgramme("a", NOW.plusSeconds(86_400), "Tomorrow");
    run(() -> channels().addGuide(playlist, 1, List.of(tomorrow, late)));
    run(() -> channels().addGuide(playlist, 1, List.of(same, early)));
    run(() -> channels().addGuide(playlist, 2, List.of(aProgramme("a", NOW, "Older edition"))));

    assertThat(on(playlist, "", NOW, NOW.plusSeconds(7200))).containsExactly(early, same, late);
    assertThat(on(playlist, "b", NOW, NOW.plusSeconds(7200))).containsExactly(same, late);
    assertThat(on(playlist, "", NOW.plusSeconds(1800), NOW.plusSeconds(3600)))
        .containsExactly(early, same);
    assertThat(on(playlist, "", NOW.plusSeconds(3600), NOW.plusSeconds(3601)))
        .containsExactly(late);
    assertThat(on(playlist, "c", NOW, NOW.plusSeconds(7200))).isEmpty();
    Page<Programme> second =
        write(
            () ->
                queries()
                    .guide(
                        playlist,
                        1,
                        Optional.empty(),
                        NOW,
                        NOW.plusSeconds(100_000),
                        new PageRequest(2, 3)));
    assertThat(second.items()).containsExactly(tomorrow);
    assertThat(second.total()).isEqualTo(4);
  }

  @Test
  default void oneProgrammeMakesAGuide() {
    PlaylistId playlist = aPlaylistOnFile();
    PlaylistId other = aPlaylistOnFile();
    run(() -> channels().add(playlist, 1, WatchSamples.channels(2)));
    run(() -> channels().addGuide(playlist, 2, List.of(aProgramme("a", NOW, "Anything"))));
    run(() -> channels().addGuide(other, 1, List.of(aProgramme("a", Instant.EPOCH, "Long ago"))));

    assertThat(write(() -> queries().hasGuide(playlist, 1))).isFalse();
    assertThat(write(() -> queries().hasGuide(playlist, 2))).isTrue();
    assertThat(write(() -> queries().hasGuide(other, 1))).isTrue();
    run(() -> channels().clear(other, 1));
    assertThat(write(() -> queries().hasGuide(other, 1))).isFalse();
  }

  @Test
  default void nothingIsListedOutsideAUnitOfWork() {
    PlaylistId playlist = aPlaylistOnFile();

    assertNeedsUnitOfWork(() -> queries().channels(playlist, 1, everything(), PageRequest.first()));
    assertNeedsUnitOfWork(() -> queries().groups(playlist, 1));
    assertNeedsUnitOfWork(() -> queries().hasGuide(playlist, 1));
    assertNeedsUnitOfWork(
        () -> queries().guide(playlist, 1, Optional.empty(), NOW, NOW, PageRequest.first()));
  }

  private PlaylistId aPlaylistOnFile() {
    Playlist playlist = aPlaylist(anAccountOnFile());
    run(() -> playlists().save(playlist));
    return playlist.id();
  }

  private List<String> ids(PlaylistId playlist, ChannelSearch search) {
    return write(() -> queries().channels(playlist, 1, search, PageRequest.first()))
        .map(ChannelView::itemId)
        .items();
  }

  private List<Programme> on(PlaylistId playlist, String guideId, Instant from, Instant to) {
    return write(
            () ->
                queries()
                    .guide(
                        playlist,
                        1,
                        Optional.of(guideId).filter(id -> !id.isEmpty()),
                        from,
                        to,
                        PageRequest.first()))
        .items();
  }

  private static ChannelSearch everything() {
    return new ChannelSearch(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static ChannelSearch named(String text) {
    return new ChannelSearch(Optional.of(text), Optional.empty(), Optional.empty());
  }

  private static ChannelSearch search(String text, Channel.Kind kind, String group) {
    return new ChannelSearch(
        Optional.of(text).filter(some -> !some.isEmpty()),
        Optional.ofNullable(kind),
        Optional.ofNullable(group));
  }
}
