package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.WatchSamples.aChannel;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.port.SearchQueries;
import dev.stagedoor.application.tv.Audience;
import dev.stagedoor.application.tv.FoundItem;
import dev.stagedoor.application.tv.FoundItem.Matched;
import dev.stagedoor.application.tv.ItemView;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Channel.Kind;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.SearchText;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every search of playlists must do. */
public interface SearchQueriesContract extends RepositoryContract {
  TvPorts ports();

  private SearchQueries queries() {
    return ports().search();
  }

  @Test
  default void aTypoFindsWhatWasMeant() {
    UserId owner = anOwnerOf(aChannel("1", "Action Movies"), aChannel("2", "BBC One"));

    assertThat(names(owner, "acton movis")).containsExactly("Action Movies");
    assertThat(names(owner, "aktion moviez")).containsExactly("Action Movies");
    assertThat(names(owner, "bcb noe")).isEmpty();
    // Of short words too little is left for a guess.
    assertThat(names(owner, "bbc onx")).isEmpty();
    assertThat(found(owner, "acton movis").items())
        .extracting(FoundItem::matched)
        .containsExactly(Matched.SIMILAR);
  }

  @Test
  default void wordsAreFoundInNamesAndGroupsInAnyOrder() {
    UserId owner =
        anOwnerOf(
            aChannel("1", "Dark River", Kind.MOVIE, "Action Movies"),
            aChannel("2", "Action Movies HD", Kind.CHANNEL, "Kino"),
            aChannel("3", "Cartoons", Kind.CHANNEL, "Kids"));

    assertThat(names(owner, "movies action")).containsExactly("Action Movies HD", "Dark River");
    assertThat(found(owner, "movies action").items())
        .extracting(FoundItem::matched)
        .containsExactly(Matched.NAME, Matched.GROUP);
    assertThat(names(owner, "river act")).containsExactly("Dark River");
    assertThat(names(owner, "kids")).containsExactly("Cartoons");
  }

  @Test
  default void theLastWordMayStillBeTyped() {
    UserId owner = anOwnerOf(aChannel("1", "National Geographic"), aChannel("2", "Eurosport"));

    assertThat(names(owner, "national geo")).containsExactly("National Geographic");
    assertThat(names(owner, "nat")).containsExactly("National Geographic");
    assertThat(names(owner, "euro")).containsExactly("Eurosport");
  }

  @Test
  default void whatIsCalledJustSoComesFirst() {
    UserId owner =
        anOwnerOf(
            aChannel("1", "UK: ESPN Deportes Extra HD"),
            aChannel("2", "ESPN"),
            aChannel("3", "ESPN 2"));

    assertThat(names(owner, "espn"))
        .containsExactly("ESPN", "ESPN 2", "UK: ESPN Deportes Extra HD");
    assertThat(found(owner, "espn").items().get(0).score()).isEqualTo(1000);
  }

  @Test
  default void scriptsAndAccentsAreNoHindrance() {
    UserId owner =
        anOwnerOf(
            aChannel("1", "Éclair de lune", Kind.MOVIE, "Français"),
            aChannel("2", "قناة الجزيرة", Kind.CHANNEL, "أخبار"),
            aChannel("3", "Матч ТВ", Kind.CHANNEL, "Спорт"),
            aChannel("4", "CNN.HD|News", Kind.CHANNEL, "24/7"));

    assertThat(names(owner, "eclair")).containsExactly("Éclair de lune");
    assertThat(names(owner, "francais")).containsExactly("Éclair de lune");
    assertThat(names(owner, "الجزيرة")).containsExactly("قناة الجزيرة");
    assertThat(names(owner, "МАТЧ")).containsExactly("Матч ТВ");
    assertThat(names(owner, "cnn")).containsExactly("CNN.HD|News");
    assertThat(names(owner, "24/7")).containsExactly("CNN.HD|News");
  }

  @Test
  default void signsOfTheDatabaseAreLetters() {
    UserId owner = anOwnerOf(aChannel("1", "Tom's 100% Show_Time \\o/"), aChannel("2", "Other"));

    for (String typed : List.of("tom's", "100%", "show_time", "tom:*", "!tom", "(show) & time")) {
      assertThat(names(owner, typed)).as(typed).doesNotContain("Other");
    }
    assertThat(names(owner, "tom's")).hasSize(1);
    assertThat(names(owner, "'; drop table tv_channels; --")).isEmpty();
  }

  @Test
  default void nobodySeesThePlaylistsOfOthersOrWhatIsNotShown() {
    UserId owner = anOwnerOf(aChannel("1", "Mine ESPN"));
    UserId other = anOwnerOf(aChannel("1", "Theirs ESPN"));
    PlaylistId playlist = write(() -> ports().playlists().of(owner).get(0).id());
    run(() -> ports().channels().add(playlist, 2, List.of(aChannel("9", "Unfinished ESPN"))));

    assertThat(names(owner, "espn")).containsExactly("Mine ESPN");
    assertThat(names(other, "espn")).containsExactly("Theirs ESPN");
    assertThat(names(anAccountOnFile(), "espn")).isEmpty();
    run(() -> ports().channels().add(playlist, 2, List.of(aChannel("8", "Finished ESPN"))));
    run(
        () -> {
          Playlist known = ports().playlists().lock(playlist).orElseThrow();
          known.fetch();
          known.fetched(2, 2, known.createdAt());
          ports().playlists().save(known);
        });
    assertThat(names(owner, "espn")).containsExactlyInAnyOrder("Unfinished ESPN", "Finished ESPN");
  }

  @Test
  default void allPlaylistsAreSearchedAndEachSaysWhichItIs() {
    Crowd crowd = new Crowd(this, ports());
    Audience viewer = crowd.somebody(false);
    PlaylistId first = crowd.playlist(viewer.owner(), List.of(aChannel("1", "News One")));
    PlaylistId second =
        crowd.playlist(viewer.owner(), List.of(aChannel("1", "News Two", Kind.MOVIE, "")));

    assertThat(found(viewer.owner(), "news").items())
        .extracting(found -> found.item().playlist().orElseThrow())
        .containsExactlyInAnyOrder(first, second);
    assertThat(search(viewer.owner(), "news", Optional.of(Kind.MOVIE), PageRequest.first()).items())
        .extracting(FoundItem::item)
        .containsExactly(
            new ItemView(
                "1", "movie", "News Two", "", aChannel("1", "x").logo(), Optional.of(second)));
    assertThat(
            search(viewer.owner(), "nwes twoo", Optional.of(Kind.CHANNEL), PageRequest.first())
                .total())
        .isZero();
  }

  @Test
  default void whatIsFoundIsListedPageByPage() {
    UserId owner =
        anOwnerOf(
            IntStream.rangeClosed(1, 25)
                .mapToObj(number -> aChannel("" + number, "Sports " + (100 + number)))
                .toArray(Channel[]::new));

    Page<FoundItem> second = search(owner, "sports", Optional.empty(), new PageRequest(2, 10));
    assertThat(second.total()).isEqualTo(25);
    assertThat(second.items())
        .extracting(found -> found.item().itemId())
        .contains("11", "20")
        .hasSize(10);
    Page<FoundItem> beyond = search(owner, "sports", Optional.empty(), new PageRequest(9, 10));
    assertThat(beyond.items()).isEmpty();
    assertThat(beyond.total()).isEqualTo(25);
  }

  @Test
  default void aSearchNeedsAUnitOfWork() {
    UserId owner = anAccountOnFile();

    assertNeedsUnitOfWork(
        () -> queries().search(owner, SearchText.of("a"), Optional.empty(), PageRequest.first()));
  }

  private UserId anOwnerOf(Channel... channels) {
    Crowd crowd = new Crowd(this, ports());
    Audience viewer = crowd.somebody(false);
    PlaylistId unused = crowd.playlist(viewer.owner(), List.of(channels));
    return viewer.owner();
  }

  private Page<FoundItem> found(UserId owner, String typed) {
    return search(owner, typed, Optional.empty(), PageRequest.first());
  }

  private Page<FoundItem> search(
      UserId owner, String typed, Optional<Kind> kind, PageRequest page) {
    return write(() -> queries().search(owner, SearchText.of(typed), kind, page));
  }

  private List<String> names(UserId owner, String typed) {
    return found(owner, typed).items().stream().map(found -> found.item().name()).toList();
  }
}
