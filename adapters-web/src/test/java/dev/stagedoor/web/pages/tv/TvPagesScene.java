package dev.stagedoor.web.pages.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Visitor;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server's pages of subscription TV, and those who open them. */
abstract class TvPagesScene {
  static final Pattern PROFILE = Pattern.compile("/tv/profiles/([0-9a-f-]{36})");
  static final Pattern PLAYLIST = Pattern.compile("/tv/playlists/([0-9a-f-]{36})");

  /** Is started once for all who look at these pages, and ends with the tests. */
  static final WebServer SERVER =
      WebServer.start("stagedoor.rate-limits.attempts-per-address=100000");

  static {
    SERVER.house().stagedoor().plans().begin(Settings.Tv.standard().plans());
  }

  final InMemoryStagedoor house = SERVER.house();
  final Visitor visitor = new Visitor(SERVER);

  static Visitor newcomer(String name) {
    return newcomer(name, SERVER.house().anAddress().value());
  }

  static Visitor newcomer(String name, String email) {
    Visitor visitor = new Visitor(SERVER);
    visitor
        .send("/register/tv", "name", name, "email", email, "password", "long enough")
        .leadsTo("/tv");
    return visitor;
  }

  Visitor reseller(long credits) {
    var person = person(Role.RESELLER);
    if (credits > 0) {
      var unused =
          house
              .stagedoor()
              .credits()
              .add(house.admin().actor(), person.actor().userId(), credits, "", Optional.empty());
    }
    return Visitor.signedIn(SERVER, person);
  }

  InMemoryStagedoor.Person person(Role role) {
    var person = house.somebody("Alex Reed");
    if (role != Role.USER) {
      var changed =
          house
              .stagedoor()
              .accountAdmin()
              .changeRole(house.admin().actor(), person.actor().userId(), role, "");
      assertThat(changed.role()).isEqualTo(role.code());
      return house.signIn(person.email());
    }
    return person;
  }

  static String first(Pattern pattern, Visitor.Shown page) {
    Matcher matcher = pattern.matcher(page.html());
    assertThat(matcher.find()).as("%s in %s", pattern, page.html()).isTrue();
    return matcher.group(1);
  }

  static String profile(Visitor viewer, String name) {
    Matcher matcher =
        Pattern.compile("/tv/profiles/([0-9a-f-]{36})\" aria-label=\"Change " + name + "\"")
            .matcher(viewer.open("/tv/account").is(200).html());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  static void opens(Visitor viewer) {
    String id = first(PROFILE, viewer.open("/tv").is(200));
    viewer.send("/tv/profiles/" + id + "/open", "pin", "").leadsTo("/tv/watch");
  }

  static Channel channel(String id, Channel.Kind kind, String name, String address) {
    return new Channel(
        id,
        kind,
        name,
        kind == Channel.Kind.MOVIE ? "Cinema" : "News & talk",
        Optional.empty(),
        Optional.empty(),
        Secret.of(address));
  }

  String addsPlaylist(Visitor viewer, Channel... channels) {
    house.playlistSource().offer(List.of(channels));
    viewer
        .send(
            "/tv/playlists",
            "name",
            "My <service>",
            "url",
            "http://iptv.example.org/get.php",
            "username",
            "john_iptv",
            "password",
            "iptv pass 2024")
        .leadsTo("/tv/playlists?done=tv_playlist_added");
    assertThat(house.runJobs()).isEmpty();
    return first(PLAYLIST, viewer.open("/tv/playlists").is(200));
  }

  static String directive(Answer answer, String name) {
    Matcher matcher =
        Pattern.compile("(?:^|; )" + name + " ([^;]*)")
            .matcher(answer.header("Content-Security-Policy").orElseThrow());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
