package dev.stagedoor.web.pages.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.web.pages.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is found, played, kept as a favourite and gone on with. */
class WatchPagesTest extends TvPagesScene {

  @Test
  void channelsAreFoundByGroupKindAndName() {
    Visitor john = newcomer("John Doe");
    opens(john);
    john.open("/tv/watch").is(200).says("No playlist yet");
    String playlist =
        addsPlaylist(
            john,
            channel("news 1", Channel.Kind.CHANNEL, "News <One>", "https://cdn.example/1.m3u8"),
            channel("film", Channel.Kind.MOVIE, "A film", "https://cdn.example/film.mp4"));

    john.open("/tv/watch").is(200).says("News &lt;One&gt;", "A film", "Found: 2", "Cinema (1)");
    john.open("/tv/watch?playlist=" + playlist + "&group=News+%26+talk")
        .is(200)
        .says("News &lt;One&gt;", "Found: 1", "play=news+1")
        .saysNot(">A film<");
    john.open("/tv/watch?type=movie")
        .is(200)
        .says("A film", "Found: 1", "<span class=\"channel-logo\" aria-hidden=\"true\">A</span>");
    john.open("/tv/watch?search=FILM").is(200).says("A film", "Found: 1", "value=\"FILM\"");
    john.open("/tv/watch?search=nothing").is(200).says("Nothing fits this search.");
    john.open("/tv/watch?playlist=" + UUID.randomUUID()).is(404);
    Visitor eve = newcomer("Eve");
    opens(eve);
    eve.open("/tv/watch?playlist=" + playlist).is(404);
  }

  @Test
  void allPlaylistsAreSearchedAndSomethingIsSuggested() {
    Visitor john = newcomer("John Doe");
    opens(john);
    String playlist =
        addsPlaylist(
            john,
            channel("film", Channel.Kind.MOVIE, "Action Movies", "https://cdn.example/1.mp4"),
            channel("more", Channel.Kind.MOVIE, "Action <Movies> II", "https://cdn.example/2.mp4"));

    john.open("/tv/watch")
        .is(200)
        .says("For you", "From your newest playlist", "Search all your playlists")
        .saysNot(">Trending<");
    john.open("/tv/watch?find=acton+movis")
        .is(200)
        .says(
            "Called nearly so",
            "Action &lt;Movies&gt; II",
            "playlist=" + playlist + "&amp;play=film")
        .saysNot("For you");
    john.open("/tv/watch?find=zzz").is(200).says("Nothing in your playlists is called so");
    john.open("/tv/watch?find=%3F%3F").is(200).says("Nothing in your playlists is called so");
    john.open("/tv/watch?find=" + "a".repeat(500)).is(200).says("Nothing in your playlists");
    john.open("/tv/watch?find=%22%3E%3Cscript%3E").is(200).saysNot("<script>\"");
    john.open("/tv/watch?playlist=" + playlist + "&play=film")
        .is(200)
        .says("More like this", "Similar to Action Movies");
    john.open("/tv/watch?search=action").is(200).saysNot("For you");
    john.open("/tv/watch?find=acton+movis&lang=ar").is(200).says("اسم قريب");
    john.open("/tv/watch?lang=de").is(200).says("Für Sie");
  }

  @Test
  void aPagePlaysFromItsChannelsOriginAloneAndKeepsItsAddressToItself() {
    Visitor john = newcomer("John Doe");
    opens(john);
    String playlist =
        addsPlaylist(
            john,
            channel("a", Channel.Kind.CHANNEL, "A", "https://cdn.example:8443/u/p/1.m3u8"),
            channel("b", Channel.Kind.MOVIE, "B", "http://files.example/b.mp4"));

    Visitor.Shown live = john.open("/tv/watch?playlist=" + playlist + "&play=a").is(200);

    live.says("data-src=\"https://cdn.example:8443/u/p/1.m3u8\"", "data-live=\"true\"");
    assertThat(directive(live.answer(), "media-src"))
        .isEqualTo("'self' blob: https://cdn.example:8443");
    assertThat(directive(live.answer(), "connect-src"))
        .isEqualTo("'self' https://cdn.example:8443");
    assertThat(live.answer().headers("Cache-Control")).containsExactly("no-store");

    Visitor.Shown file = john.open("/tv/watch?playlist=" + playlist + "&play=b").is(200);
    file.says("data-file=\"true\"").saysNot("data-live=\"true\"");
    assertThat(directive(file.answer(), "media-src"))
        .isEqualTo("'self' blob: http://files.example");

    Visitor.Shown nothing = john.open("/tv/watch").is(200);
    assertThat(directive(nothing.answer(), "media-src")).isEqualTo("'self' blob:");
    assertThat(directive(nothing.answer(), "connect-src")).isEqualTo("'self'");
  }

  @Test
  void whereNoBrowserPlaysAChannelItsPageSaysSoAndGivesTheAddressForAnApp() {
    Visitor john = newcomer("John Doe");
    opens(john);
    addsPlaylist(
        john,
        channel("raw", Channel.Kind.CHANNEL, "Raw", "http://cdn.example/live/u/p/1.ts"),
        channel("hls", Channel.Kind.CHANNEL, "Fine", "http://cdn.example/live/u/p/1.m3u8"));

    john.open("/tv/watch?play=raw")
        .is(200)
        .says("Browsers cannot play this", "MPEG-TS", "value=\"http://cdn.example/live/u/p/1.ts\"")
        .saysNot("data-player ", "Play it elsewhere");
    john.open("/tv/watch?play=hls")
        .is(200)
        .says("data-player ", "Play it elsewhere")
        .saysNot("Browsers cannot play this");

    john.send("/tv/profiles", "name", "Timmy", "isKids", "on").leadsTo("/tv/account");
    john.send("/tv/profiles/" + profile(john, "Timmy") + "/open", "pin", "").leadsTo("/tv/watch");
    john.open("/tv/watch?play=raw")
        .is(200)
        .says("Ask a grown-up to open it in a player app")
        .saysNot("1.ts", "data-player ");
  }

  @Test
  void theAddressOfAStreamIsNotHandedOutFromAKidsProfile() {
    Visitor john = newcomer("John Doe");
    opens(john);
    addsPlaylist(john, channel("a", Channel.Kind.CHANNEL, "A", "https://cdn.example/1.m3u8"));
    john.open("/tv/watch?play=a").is(200).says("Play it elsewhere");
    john.send("/tv/profiles", "name", "Timmy", "isKids", "on").leadsTo("/tv/account");
    john.send("/tv/profiles/" + profile(john, "Timmy") + "/open", "pin", "").leadsTo("/tv/watch");

    john.open("/tv/watch?play=a").is(200).says("data-player").saysNot("Play it elsewhere");
  }

  @Test
  void aFavouriteIsKeptForTheProfileThatIsOpenAndForgotten() {
    Visitor john = newcomer("John Doe");
    opens(john);
    String playlist =
        addsPlaylist(
            john, channel("a", Channel.Kind.CHANNEL, "Alpha", "https://cdn.example/1.m3u8"));
    String page = "/tv/watch?playlist=" + playlist + "&play=a";
    john.open(page).is(200).says("Keep as a favourite", "Nothing yet.");

    john.send("/tv/watch/favorites", "item", "a", "playlist", playlist, "act", "add", "back", page)
        .leadsTo(page);

    john.open(page).is(200).says("Forget this favourite").saysNot("Nothing yet.");
    john.send("/tv/profiles", "name", "Sarah").leadsTo("/tv/account");
    john.send("/tv/profiles/" + profile(john, "Sarah") + "/open", "pin", "").leadsTo("/tv/watch");
    john.open(page).is(200).says("Keep as a favourite", "Nothing yet.");
    john.send("/tv/profiles/" + profile(john, "John") + "/open", "pin", "").leadsTo("/tv/watch");
    john.send("/tv/watch/favorites", "item", "a", "act", "remove", "back", "//evil.example")
        .leadsTo("/tv/watch");
    assertThat(
            john.sendByScript(
                    "/tv/watch/favorites", "item", "a", "playlist", playlist, "act", "add")
                .status())
        .isEqualTo(303);
    john.open(page).is(200).says("Forget this favourite");
    assertThat(john.sendByScript("/tv/watch/favorites", "item", "a", "act", "remove").status())
        .isEqualTo(303);
    john.open(page).is(200).says("Keep as a favourite");
  }

  @Test
  void whoComesBackGoesOnWhereTheyWere() {
    Visitor john = newcomer("John Doe");
    opens(john);
    String playlist =
        addsPlaylist(john, channel("m", Channel.Kind.MOVIE, "Movie", "https://cdn.example/m.mp4"));
    String page = "/tv/watch?playlist=" + playlist + "&play=m";
    String[] told = {
      "item_id",
      "m",
      "item_type",
      "movie",
      "progress_seconds",
      "125",
      "duration_seconds",
      "600",
      "device_id",
      "browser-1"
    };

    assertThat(john.sendByScript("/tv/watch/progress", told).status()).isEqualTo(204);

    john.open(page).is(200).says("data-from=\"125\"", "Continue at 2:05", "Continue watching");
    john.open("/tv/watch").is(200).says("2:05", "20%");
    assertThat(
            john.sendByScript("/tv/watch/progress", "item_id", "m", "progress_seconds", "many")
                .header("Content-Type"))
        .contains("application/problem+json");
  }
}
