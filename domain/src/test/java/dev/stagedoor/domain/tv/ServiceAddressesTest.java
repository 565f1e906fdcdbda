package dev.stagedoor.domain.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAddressesTest {
  private static ServiceAddresses of(String url) {
    return ServiceAddresses.of(
        new PlaylistAccess(Secret.of(url), Optional.empty(), Optional.empty()));
  }

  private static ServiceAddresses of(String url, String name, String word) {
    return ServiceAddresses.of(
        new PlaylistAccess(Secret.of(url), Optional.of(name), Optional.of(Secret.of(word))));
  }

  @ParameterizedTest
  @CsvSource({
    "http://iptv.example.org, http://iptv.example.org/",
    "http://iptv.example.org:8080/, http://iptv.example.org:8080/",
    "https://iptv.example.org/get.php, https://iptv.example.org/",
    "https://iptv.example.org/Get.PHP?type=m3u, https://iptv.example.org/",
    "https://iptv.example.org/a/b/player_api.php, https://iptv.example.org/a/b/",
    "https://iptv.example.org/a/panel_api.php, https://iptv.example.org/a/",
    "https://iptv.example.org/a/xmltv.php?x=1, https://iptv.example.org/a/",
    "https://iptv.example.org/tv//, https://iptv.example.org/tv/",
    "https://iptv.example.org/notget.php, https://iptv.example.org/notget.php/",
  })
  void theScriptsOfAServiceAreSideBySide(String named, String folder) {
    ServiceAddresses service = of(named, "ada", "word");

    assertThat(service.playlist())
        .hasToString(folder + "get.php?username=ada&password=word&type=m3u_plus&output=hls");
    assertThat(service.guide())
        .contains(URI.create(folder + "xmltv.php?username=ada&password=word"));
    assertThat(service.account())
        .hasValueSatisfying(
            account -> {
              assertThat(account.playlist()).isEqualTo(service.playlist());
              assertThat(account.api())
                  .hasToString(folder + "player_api.php?username=ada&password=word");
              assertThat(account.api("get_live_streams"))
                  .hasToString(
                      folder + "player_api.php?username=ada&password=word&action=get_live_streams");
              assertThat(account.live("7")).hasToString(folder + "live/ada/word/7.m3u8");
              assertThat(account.movie("9", "mkv")).hasToString(folder + "movie/ada/word/9.mkv");
            });
  }

  @Test
  void nameAndPasswordCannotBreakOutOfAnAddress() {
    ServiceAddresses.Account account =
        of("http://iptv.example.org", "a da&x=1", "../w/ö?#+").account().orElseThrow();

    assertThat(account.api())
        .hasToString(
            "http://iptv.example.org/player_api.php"
                + "?username=a+da%26x%3D1&password=..%2Fw%2F%C3%B6%3F%23%2B");
    assertThat(account.live("7"))
        .hasToString("http://iptv.example.org/live/a%20da%26x%3D1/..%2Fw%2F%C3%B6%3F%23%2B/7.m3u8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t"})
  void aBlankNameIsNone(String name) {
    ServiceAddresses service = of("http://iptv.example.org/list.m3u", name, "word");

    assertThat(service.account()).isEmpty();
    assertThat(service.playlist()).hasToString("http://iptv.example.org/list.m3u");
    assertThat(service.guide()).isEmpty();
  }

  @Test
  void aNameWithoutAPasswordAsksWithAnEmptyOne() {
    ServiceAddresses service =
        ServiceAddresses.of(
            new PlaylistAccess(
                Secret.of("http://iptv.example.org"), Optional.of("ada"), Optional.empty()));

    assertThat(service.guide())
        .contains(URI.create("http://iptv.example.org/xmltv.php?username=ada&password="));
  }

  @Test
  void aPlaylistThatIsNamedWholeIsThatFileAndHasItsGuideBesideIt() {
    String whole =
        "http://iptv.example.org:8080/c/get.php?Username=a%20da&password=w%2Frd&type=m3u_plus";
    ServiceAddresses service = of(whole);

    assertThat(service.account()).isEmpty();
    assertThat(service.playlist()).hasToString(whole);
    assertThat(service.guide())
        .contains(
            URI.create("http://iptv.example.org:8080/c/xmltv.php?username=a%20da&password=w%2Frd"));
  }

  @Test
  void whatIsTypedCountsAndNotWhatStandsInTheAddress() {
    ServiceAddresses service =
        of("http://iptv.example.org/get.php?username=eve&password=old", "ada", "word");

    assertThat(service.playlist())
        .hasToString(
            "http://iptv.example.org/get.php?username=ada&password=word&type=m3u_plus&output=hls");
    assertThat(service.guide())
        .contains(URI.create("http://iptv.example.org/xmltv.php?username=ada&password=word"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://iptv.example.org/list.m3u?username=ada&password=word",
        "http://iptv.example.org/get.php?username=ada",
        "http://iptv.example.org/get.php?password=word",
        "http://iptv.example.org/get.php",
        "http://iptv.example.org"
      })
  void ofAnyOtherFileNoGuideIsKnown(String url) {
    assertThat(of(url).playlist()).hasToString(url);
    assertThat(of(url).guide()).isEmpty();
  }

  @Test
  void nothingOfThemIsPrinted() {
    ServiceAddresses service = of("http://hidden.example.org", "hidden", "hidden");

    assertThat(service.toString()).doesNotContain("hidden");
    assertThat(service.account().orElseThrow().toString()).doesNotContain("hidden");
  }
}
