package dev.stagedoor.web.pages.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.auth.NewAccount;
import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.PersonName;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.pages.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TvPagesTest {
  private static final Pattern PROFILE = Pattern.compile("/tv/profiles/([0-9a-f-]{36})");
  private static final Pattern PLAYLIST = Pattern.compile("/tv/playlists/([0-9a-f-]{36})");

  private static WebServer server;

  @BeforeAll
  static void open() {
    server = WebServer.start("stagedoor.rate-limits.attempts-per-address=100000");
    server.house().stagedoor().plans().begin(Settings.Tv.standard().plans());
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private final InMemoryStagedoor house = server.house();
  private final Visitor visitor = new Visitor(server);

  private static Visitor newcomer(String name) {
    return newcomer(name, server.house().anAddress().value());
  }

  private static Visitor newcomer(String name, String email) {
    Visitor visitor = new Visitor(server);
    visitor
        .send("/register/tv", "name", name, "email", email, "password", "long enough")
        .leadsTo("/tv");
    return visitor;
  }

  private Visitor reseller(long credits) {
    var person = person(Role.RESELLER);
    if (credits > 0) {
      var unused =
          house
              .stagedoor()
              .credits()
              .add(house.admin().actor(), person.actor().userId(), credits, "", Optional.empty());
    }
    return Visitor.signedIn(server, person);
  }

  private InMemoryStagedoor.Person person(Role role) {
    var email = house.anAddress();
    var unused =
        house
            .stagedoor()
            .registrations()
            .register(
                NewAccount.of(
                    email,
                    InMemoryStagedoor.PASSWORD,
                    PersonName.parse("Alex Reed"),
                    Role.USER,
                    Language.EN));
    var person = house.signIn(email);
    if (role != Role.USER) {
      var changed =
          house
              .stagedoor()
              .accountAdmin()
              .changeRole(house.admin().actor(), person.actor().userId(), role, "");
      assertThat(changed.role()).isEqualTo(role.code());
      return house.signIn(email);
    }
    return person;
  }

  private static String first(Pattern pattern, Visitor.Shown page) {
    Matcher matcher = pattern.matcher(page.html());
    assertThat(matcher.find()).as("%s in %s", pattern, page.html()).isTrue();
    return matcher.group(1);
  }

  private static String profile(Visitor viewer, String name) {
    Matcher matcher =
        Pattern.compile("/tv/profiles/([0-9a-f-]{36})\" aria-label=\"Change " + name + "\"")
            .matcher(viewer.open("/tv/account").is(200).html());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static void opens(Visitor viewer) {
    String id = first(PROFILE, viewer.open("/tv").is(200));
    viewer.send("/tv/profiles/" + id + "/open", "pin", "").leadsTo("/tv/watch");
  }

  private static Channel channel(String id, Channel.Kind kind, String name, String address) {
    return new Channel(
        id,
        kind,
        name,
        kind == Channel.Kind.MOVIE ? "Cinema" : "News & talk",
        Optional.empty(),
        Optional.empty(),
        Secret.of(address));
  }

  private String addsPlaylist(Visitor viewer, Channel... channels) {
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

  private static String directive(Answer answer, String name) {
    Matcher matcher =
        Pattern.compile("(?:^|; )" + name + " ([^;]*)")
            .matcher(answer.header("Content-Security-Policy").orElseThrow());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  // Coming in

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/tv",
        "/tv/watch",
        "/tv/playlists",
        "/tv/account",
        "/reseller",
        "/reseller/transactions",
        "/admin/tv",
        "/admin/users",
        "/admin/plans",
        "/admin/audit"
      })
  void aVisitorIsLedToSignInAndBack(String path) {
    visitor.open(path).leadsTo("/login?next=" + path.replace("/", "%2F"));
  }

  @Test
  void whoSignsUpHasATrialAndAProfile() {
    visitor.open("/").is(200).says("href=\"/register/tv\"", "href=\"/tv/plans\"");
    visitor.open("/tv/plans").is(200).says("Family", "$9.99", "Try for nothing");
    visitor.open("/register/tv?next=/tv/plans").is(200).says("Begin the trial");

    Visitor john = newcomer("John Doe");

    john.open("/tv").is(200).says("Who is watching?", ">John<", "You are in your trial");
    john.open("/tv/account").is(200).says("1 of 5", "0 of 3", "Trial");
    john.open("/").is(200).says("href=\"/tv\"");
  }

  @Test
  void aFormThatAnotherSiteSendsIsRefused() {
    Visitor john = newcomer("John Doe");
    String cookie =
        String.join(
            "; ",
            john.cookies().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .toList());

    Answer answer =
        server
            .post("/tv/profiles")
            .header("Cookie", cookie)
            .header("Origin", "https://evil.example.org")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .bytes("name=Intruder".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .send();

    assertThat(answer.status()).isEqualTo(403);
    john.open("/tv").is(200).saysNot("Intruder");
  }

  // Profiles

  @Test
  void aProfileWithAPinOpensOnlyWithIt() {
    Visitor john = newcomer("John Doe");
    john.send("/tv/profiles", "name", "Sarah", "parentalPin", "12")
        .is(422)
        .says("A PIN has four to eight digits.");
    john.send("/tv/profiles", "name", "Sarah", "parentalPin", "4321")
        .leadsTo("/tv/account?done=tv_profile_added");
    String sarah = "/tv/profiles/" + profile(john, "Sarah");

    john.open(sarah + "/open").is(200).says("Open Sarah", "type=\"password\"");
    john.send(sarah + "/open", "pin", "1111").is(403).says("Invalid PIN").saysNot("1111");
    assertThat(john.cookies()).doesNotContainKey("tv_profile");

    Visitor.Shown opened = john.send(sarah + "/open", "pin", "4321").leadsTo("/tv/watch");

    String cookie =
        opened.answer().headers("Set-Cookie").stream()
            .filter(one -> one.startsWith("tv_profile="))
            .findFirst()
            .orElseThrow();
    assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax", "Path=/tv");
    john.open("/tv/watch").is(200).says("Watching as", "Sarah");
  }

  @Test
  void afterFiveWrongPinsEvenTheRightOneWaits() {
    Visitor john = newcomer("John Doe");
    john.send("/tv/profiles", "name", "Sarah", "parentalPin", "4321").leadsTo("/tv/account");
    String sarah = "/tv/profiles/" + profile(john, "Sarah") + "/open";
    IntStream.range(0, 5).forEach(i -> john.send(sarah, "pin", "000" + i).is(403));

    john.send(sarah, "pin", "4321").is(429).says("Too many wrong PINs");

    house.later(Duration.ofMinutes(16));
    john.send(sarah, "pin", "4321").leadsTo("/tv/watch");
  }

  @Test
  void fromAKidsProfileNothingIsManagedAndItsPinIsNeededToLeave() {
    Visitor john = newcomer("John Doe");
    john.send("/tv/profiles", "name", "Timmy", "isKids", "on", "parentalPin", "9876")
        .leadsTo("/tv/account");
    String own = profile(john, "John");
    String timmy = profile(john, "Timmy");
    john.send("/tv/profiles/" + timmy + "/open", "pin", "9876").leadsTo("/tv/watch");

    john.open("/tv/account")
        .is(200)
        .says("Nothing can be changed from a kids’ profile.")
        .saysNot("action=\"/tv/profiles\"");
    john.open("/tv/playlists").is(200).saysNot("action=\"/tv/playlists\"");
    john.open("/tv/plans")
        .is(200)
        .says("Nothing can be changed from a kids’ profile.")
        .saysNot("action=\"/tv/subscribe\"");
    john.send("/tv/profiles", "name", "Mine").is(403).says("cannot be done from a kids");
    john.send("/tv/subscribe", "price", "price_family_monthly").is(403).says("kids’ profile");
    john.send("/tv/cancel").is(403).says("kids’ profile");

    john.send("/tv/profiles/" + own + "/open", "pin", "")
        .is(200)
        .says("To leave the profile Timmy");
    john.send("/tv/profiles/" + own + "/open", "pin", "1111").is(403).says("Invalid PIN");
    john.send("/tv/profiles/" + own + "/open", "pin", "9876").leadsTo("/tv/watch");
    john.send("/tv/profiles/" + timmy, "name", "Tim", "isKids", "on")
        .leadsTo("/tv/account?done=tv_profile_saved");
    john.open("/tv").is(200).says(">Tim<");
  }

  @Test
  void aProfileIsRemovedButNotTheLast() {
    Visitor john = newcomer("John Doe");
    john.send("/tv/profiles", "name", "Guest").leadsTo("/tv/account");
    String guest = profile(john, "Guest");

    john.send("/tv/profiles/" + guest + "/remove").leadsTo("/tv/account?done=tv_profile_removed");

    String last = profile(john, "John");
    john.open("/tv/profiles/" + last).is(200).saysNot("/remove");
    john.send("/tv/profiles/" + last + "/remove").is(422).says("last profile");
    john.open("/tv/profiles/" + guest).is(404);
  }

  @Test
  void aProfileThatWasOpenIsNotWhenItsPinChanges() {
    Visitor john = newcomer("John Doe");
    Visitor.Shown unused = john.send("/tv/profiles", "name", "Sarah", "parentalPin", "4321");
    String sarah = profile(john, "Sarah");
    john.send("/tv/profiles/" + sarah + "/open", "pin", "4321").leadsTo("/tv/watch");
    john.send("/tv/profiles/" + sarah, "name", "Sarah", "parentalPin", "5555")
        .leadsTo("/tv/account");

    john.open("/tv/watch").leadsTo("/tv?done=tv_closed");

    assertThat(john.cookies()).doesNotContainKey("tv_profile");
    john.open("/tv/watch").leadsTo("/tv");
  }

  // Playlists

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

  // Watching

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

  // Paying

  @Test
  void whoSubscribesIsLedToTheProvidersPage() {
    Visitor john = newcomer("John Doe");
    Visitor.Shown plans = john.open("/tv/plans").is(200);
    plans.says("Subscribe to Family");
    assertThat(directive(plans.answer(), "form-action")).isEqualTo("'self' https:");
    String key = plans.field("key");

    String page =
        john.send("/tv/subscribe", "price", "price_family_monthly", "key", key)
            .leadsTo("http")
            .location();

    assertThat(john.send("/tv/subscribe", "price", "price_family_monthly", "key", key).location())
        .isEqualTo(page);
    john.send("/tv/subscribe", "price", "price_of_nothing", "key", key + "x")
        .is(422)
        .says("No plan on offer has this price.");
    john.send("/tv/portal").is(422).says("You have no subscription.");
    john.send("/tv/cancel").is(422).says("You have no subscription.");
  }

  @Test
  void afterTheTrialThingsAreReadAndRemovedOnly() {
    String email = house.anAddress().value();
    Visitor john = newcomer("John Doe", email);
    house.later(Duration.ofDays(8));
    john.send("/login", "email", email, "password", "long enough").leadsTo("/");

    john.open("/tv").is(200).says("Your trial or subscription is over.");
    john.send("/tv/profiles", "name", "More").is(403).says("Your trial is over.");
    john.send("/tv/playlists", "name", "Mine", "url", "http://iptv.example.org/")
        .is(403)
        .says("Your trial is over.");
  }

  // Resellers

  @Test
  void aResellerMakesRenewsSuspendsAndResumesAClient() {
    Visitor alex = reseller(1_200);
    alex.open("/").is(200).says("href=\"/reseller\"");
    Visitor.Shown desk = alex.open("/reseller").is(200);
    desk.says("1,200", "No clients here.", "format=csv");
    String email = house.anAddress().value();
    String[] wanted = {
      "fullName",
      "Local Customer",
      "email",
      email,
      "password",
      "tempPass123",
      "plan",
      "price_basic_monthly",
      "key",
      desk.field("key")
    };

    String client = alex.send("/reseller/clients", wanted).leadsTo("/reseller/clients/").location();
    assertThat(alex.send("/reseller/clients", wanted).location()).isEqualTo(client);

    alex.open("/reseller?search=local").is(200).says("Local Customer", "701", "Active");
    alex.open("/reseller?search=nobody").is(200).says("No clients here.");
    String path = client.replaceFirst("\\?.*", "");
    String key =
        alex.open(path)
            .is(200)
            .says("You have 701 credits.", "10 days of one for 1,000")
            .field("key");
    alex.send(path, "act", "renew", "plan", "price_basic_monthly", "key", key)
        .leadsTo(path + "?done=tv_client_renewed");
    alex.send(path, "act", "renew", "plan", "price_premium_monthly", "key", "other")
        .is(422)
        .says("There are not enough credits.");
    alex.send(path, "act", "whatever").is(422);
    alex.send(path, "act", "suspend").leadsTo(path + "?done=tv_client_suspended");
    alex.open(path).is(200).says("Suspended", "Serve again");
    alex.send(path, "act", "resume").leadsTo(path + "?done=tv_client_resumed");

    alex.open("/reseller/transactions")
        .is(200)
        .says("Client made", "Client renewed", "Given", "-499", "202");
    alex.open("/reseller/transactions?from=2001-01-01&to=2001-01-02")
        .is(200)
        .says("No credits were moved", "from=2001-01-01T00:00:00Z", "to=2001-01-03T00:00:00Z");
    alex.send(
            "/reseller/clients",
            wanted[0],
            "Again",
            "email",
            email,
            "password",
            "tempPass123",
            "plan",
            "price_basic_monthly",
            "key",
            "third")
        .is(422);
    reseller(0).open(path).is(404);
  }

  @Test
  void onlyResellersAndAdminsSeeTheirPages() {
    Visitor john = newcomer("John Doe");

    john.open("/").is(200).saysNot("href=\"/reseller\"", "href=\"/admin\"");
    john.open("/reseller").is(403);
    john.open("/reseller/transactions").is(403);
    for (String path : List.of("/admin/tv", "/admin/users", "/admin/plans", "/admin/audit")) {
      john.open(path).is(403);
    }
    john.send(
            "/admin/users/" + UUID.randomUUID() + "/credits",
            "amount",
            "5",
            "description",
            "x",
            "act",
            "add")
        .is(403);
  }

  // Admins

  @Test
  void anAdminGivesARoleAndCreditsAndTheRecordSaysSo() {
    Visitor admin = Visitor.signedIn(server, house.admin());
    var person = person(Role.USER);
    String email = person.email().value();
    String path = "/admin/users/" + person.actor().userId().value();

    admin.open("/admin/users?search=" + email).is(200).says(email, path, "Active");
    admin.open("/admin/users?search=nobody-has-this").is(200).says("No account fits");
    admin
        .send(path + "/role", "role", "reseller", "reason", "Signed <the> contract")
        .leadsTo(path + "?done=tv_role_changed");
    String key = admin.open(path).is(200).says("Reseller").field("key");
    String[] credits = {"amount", "5000", "description", "Bulk", "act", "add", "key", key};
    admin.send(path + "/credits", credits).leadsTo(path + "?done=tv_credits_added");
    admin.send(path + "/credits", credits).leadsTo(path + "?done=tv_credits_added");
    admin.open(path).is(200).says(">5,000<");
    admin
        .send(path + "/credits", "amount", "9000", "description", "x", "act", "deduct", "key", "k2")
        .is(422)
        .says("There are not enough credits.");
    admin.send(path + "/credits", "amount", "many", "description", "x", "act", "add").is(422);
    admin
        .send(path + "/standing", "act", "suspend", "reason", "Fraud")
        .leadsTo(path + "?done=tv_user_suspended");
    admin.open(path).is(200).says("Suspended", "Let in again");
    admin.send(path + "/standing", "reason", "no act is named").is(422);
    admin.send(path + "/credits", "amount", "5", "description", "x", "act", "burn").is(422);
    admin.send(path + "/standing", "act", "resume").leadsTo(path + "?done=tv_user_resumed");

    admin
        .open("/admin/audit?about=" + person.actor().userId().value())
        .is(200)
        .says("Role changed", "Signed &lt;the&gt; contract", "Account suspended", "Fraud")
        .says("Credits added", InMemoryStagedoor.ADMIN.value())
        .says(person.email().value(), house.account(person.actor().userId()).name().display())
        .saysNot(">" + person.actor().userId().value() + "<");
    admin.open("/admin/audit").is(200).says("Role changed");
    admin.open("/admin/users/" + UUID.randomUUID()).is(404);
    String own = "/admin/users/" + house.admin().actor().userId().value();
    admin.open(own).is(200).says("This is your own account").saysNot(own + "/role");
  }

  @Test
  void anAdminOffersChangesAndArchivesAPlan() {
    Visitor admin = Visitor.signedIn(server, house.admin());
    String price = "price_" + UUID.randomUUID();
    String[] plan = {
      "name",
      "Black Friday Special",
      "stripePriceId",
      price,
      "priceMonthly",
      "7.99",
      "currency",
      "USD",
      "maxProfiles",
      "5",
      "maxPlaylists",
      "10",
      "maxFavorites",
      "500",
      "features",
      "ads=no\r\nhd"
    };
    admin.send("/admin/plans", plan).leadsTo("/admin/plans?done=tv_plan_offered");
    admin.send("/admin/plans", plan).is(422).says("has this price");

    visitor.open("/tv/plans").is(200).says("Black Friday Special", "$7.99", "No advertisements");
    Matcher matcher =
        Pattern.compile("/admin/plans/([0-9a-f-]{36})\" dir=\"auto\">Black Friday Special")
            .matcher(admin.open("/admin/plans").is(200).html());
    assertThat(matcher.find()).isTrue();
    String path = "/admin/plans/" + matcher.group(1);
    admin.open(path).is(200).says("value=\"500\"", "ads=no");
    admin
        .send(
            path,
            "name",
            "Late Friday",
            "maxProfiles",
            "0",
            "maxPlaylists",
            "1",
            "maxFavorites",
            "5")
        .is(422)
        .says("from 1 to 100");
    admin
        .send(
            path,
            "name",
            "Late Friday",
            "maxProfiles",
            "6",
            "maxPlaylists",
            "1",
            "maxFavorites",
            "5")
        .leadsTo("/admin/plans?done=tv_plan_saved");
    admin.send(path + "/archive").leadsTo("/admin/plans?done=tv_plan_archived");
    visitor.open("/tv/plans").is(200).saysNot("Late Friday", "Black Friday");
    admin.open("/admin/plans").is(200).says("Late Friday", "Archived");
  }

  @Test
  void figuresAreShownToAdmins() {
    Visitor unused = newcomer("Somebody");

    Visitor.signedIn(server, house.admin())
        .open("/admin/tv")
        .is(200)
        .says("In their trial", "Active subscriptions", "Credits outstanding");
  }

  // Languages

  @ParameterizedTest
  @ValueSource(strings = {"ar", "hi", "de", "es", "fr", "it", "pt"})
  void everyPageIsSoundInEveryLanguage(String language) {
    Visitor john = newcomer("John Doe");
    opens(john);
    String playlist =
        addsPlaylist(john, channel("m", Channel.Kind.MOVIE, "Movie", "https://cdn.example/m.mp4"));
    String[] pages = {
      "/tv",
      "/tv/watch?playlist=" + playlist + "&play=m",
      "/tv/playlists",
      "/tv/playlists/" + playlist,
      "/tv/account",
      "/tv/plans"
    };
    for (String page : pages) {
      String direction = language.equals("ar") ? "rtl" : "ltr";
      john.open(page + (page.contains("?") ? "&" : "?") + "lang=" + language)
          .is(200)
          .says("<html lang=\"" + language + "\" dir=\"" + direction + "\"");
    }
    reseller(10).open("/reseller?lang=" + language).is(200).says("lang=\"" + language + "\"");
    Visitor admin = Visitor.signedIn(server, house.admin());
    for (String page : List.of("/admin/tv", "/admin/users", "/admin/plans", "/admin/audit")) {
      admin.open(page + "?lang=" + language).is(200).says("<html lang=\"" + language + "\"");
    }
  }
}
