package dev.stagedoor.web.pages.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.web.pages.Visitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How playlists are added, fetched and removed. */
class PlaylistPagesTest extends TvPagesScene {

  @Test
  void aPlaylistIsAddedFetchedAndItsCredentialsAreShownAlone() {
    Visitor john = newcomer("John Doe");
    house
        .playlistSource()
        .offer(List.of(channel("1", Channel.Kind.CHANNEL, "News", "http://x.example/1.m3u8")));
    john.send("/tv/playlists", "name", "Bad", "url", "ftp://example.org/x")
        .is(422)
        .says("This is not a web address.");
    john.send(
            "/tv/playlists",
            "name",
            "Mine",
            "url",
            "http://iptv.example.org/get.php",
            "username",
            "john_iptv",
            "password",
            "iptv-pass-2024")
        .leadsTo("/tv/playlists");
    john.open("/tv/playlists").is(200).says("Being fetched", "data-fetching", "js/tv-playlists.js");

    assertThat(house.runJobs()).isEmpty();

    Visitor.Shown list = john.open("/tv/playlists").is(200);
    list.says("Ready", "Channels: 1").saysNot("iptv-pass-2024", "data-fetching");
    String address = "/tv/playlists/" + first(PLAYLIST, list);
    Visitor.Shown credentials = john.open(address).is(200);
    credentials.says("john_iptv", "iptv-pass-2024", "get.php?username=john_iptv");
    assertThat(credentials.answer().headers("Cache-Control")).containsExactly("no-store");
    newcomer("Eve").open(address).is(404);

    john.send(
            address,
            "name",
            "Renamed",
            "url",
            "http://iptv.example.org/get.php",
            "username",
            "john_iptv",
            "password",
            "")
        .leadsTo("/tv/playlists?done=tv_playlist_saved");
    john.open(address).is(200).says("Renamed", "iptv-pass-2024");
    john.send(address + "/remove").leadsTo("/tv/playlists?done=tv_playlist_removed");
    john.open("/tv/playlists").is(200).says("No playlist yet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADDRESS_NOT_ALLOWED=Nothing may be fetched from this address",
        "CREDENTIALS_REFUSED=refuses the user name and password",
        "UNREACHABLE=Nobody answers at this address",
        "TOO_LARGE=larger than what is taken",
        "NOT_A_PLAYLIST=something else at this address",
        "SERVICE_FAILED=answers with an error"
      })
  void whyAPlaylistWasNotFetchedIsSaidInWords(String expected) {
    String[] parts = expected.split("=", 2);
    Visitor john = newcomer("John Doe");
    house.playlistSource().offer(List.of());
    house.playlistSource().fail(PlaylistProblem.valueOf(parts[0]));
    john.send("/tv/playlists", "name", "Mine", "url", "http://iptv.example.org/list.m3u")
        .leadsTo("/tv/playlists");
    assertThat(house.runJobs()).isEmpty();

    john.open("/tv/playlists").is(200).says("Not fetched", parts[1]);
    opens(john);
    john.open("/tv/watch").is(200).says("Not fetched");
  }

  @Test
  void fromAKidsProfileNoPlaylistIsFetchedAgain() {
    Visitor john = newcomer("John Doe");
    opens(john);
    String playlist =
        addsPlaylist(john, channel("a", Channel.Kind.CHANNEL, "A", "https://cdn.example/1.m3u8"));
    String refresh = "/tv/playlists/" + playlist + "/refresh";
    john.open("/tv/playlists").is(200).says("action=\"" + refresh + "\"");
    john.send("/tv/profiles", "name", "Timmy", "isKids", "on").leadsTo("/tv/account");
    String own = profile(john, "John");
    john.send("/tv/profiles/" + profile(john, "Timmy") + "/open", "pin", "").leadsTo("/tv/watch");

    john.open("/tv/playlists").is(200).says("My &lt;service&gt;").saysNot(refresh);
    john.send(refresh).is(403).says("cannot be done from a kids");

    john.send("/tv/profiles/" + own + "/open", "pin", "").leadsTo("/tv/watch");
    john.send(refresh).leadsTo("/tv/playlists?done=tv_playlist_fetching");
  }
}
