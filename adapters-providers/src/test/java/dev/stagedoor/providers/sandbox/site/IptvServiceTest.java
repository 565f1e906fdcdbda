package dev.stagedoor.providers.sandbox.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stagedoor.providers.sandbox.site.SiteFixture.Answer;
import dev.stagedoor.providers.support.OwnServer;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IptvServiceTest {
  private static final String ADA = "?username=ada&password=word";
  private static SiteFixture site;

  @BeforeAll
  static void open() {
    site = new SiteFixture(Map.of());
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static String path(String address) {
    URI uri = URI.create(address);
    assertThat(uri.getAuthority()).isEqualTo("localhost:" + site.server.getPort());
    return uri.getRawQuery() == null
        ? uri.getRawPath()
        : uri.getRawPath() + "?" + uri.getRawQuery();
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.startsWith("#")).toList();
  }

  @Test
  void thePlaylistLeadsToChannelsThatPlayOnAnyPage() throws Exception {
    Answer playlist = site.get("/sandbox/iptv/get.php" + ADA);
    assertThat(playlist.text()).startsWith("#EXTM3U x-tvg-url=").contains("group-title=\"News\"");

    List<String> streams = lines(playlist.text());
    assertThat(streams).hasSize(12).doesNotHaveDuplicates();
    for (String stream : streams) {
      Answer live = site.get(path(stream));
      assertThat(live.text()).startsWith("#EXTM3U").doesNotContain("#EXT-X-ENDLIST");
      assertThat(live.header("access-control-allow-origin")).isEqualTo("*");
      List<String> segments = lines(live.text());
      assertThat(segments).hasSize(6);
      Answer segment = site.get(path(segments.get(0)));
      assertThat(segment.status()).isEqualTo(200);
      assertThat(segment.header("content-type")).startsWith("video/mp2t");
      assertThat(segment.header("access-control-allow-origin")).isEqualTo("*");
    }
    assertThat(site.get("/sandbox/iptv/live/ada/word/999.m3u8").status()).isEqualTo(404);
  }

  @Test
  void listsAreInJson() throws Exception {
    JsonNode account = json("/sandbox/iptv/player_api.php" + ADA);
    assertThat(account.at("/user_info/auth").asInt()).isEqualTo(1);
    assertThat(account.at("/user_info/status").asText()).isEqualTo("Active");

    JsonNode groups = json("/sandbox/iptv/player_api.php" + ADA + "&action=get_live_categories");
    JsonNode streams = json("/sandbox/iptv/player_api.php" + ADA + "&action=get_live_streams");
    assertThat(groups).hasSize(6);
    assertThat(streams).hasSize(12);
    assertThat(groups.findValuesAsText("category_id"))
        .containsAll(streams.findValuesAsText("category_id"));
    assertThat(json("/sandbox/iptv/player_api.php" + ADA + "&action=get_vod_streams")).isEmpty();
  }

  private static JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(site.get(path).text());
  }

  @Test
  void theGuideSaysWhatIsOnNowOnEachChannel() throws Exception {
    String guide = site.get("/sandbox/iptv/xmltv.php" + ADA).text();
    String now =
        DateTimeFormatter.ofPattern("yyyyMMddHHmmss")
            .withZone(ZoneOffset.UTC)
            .format(Instant.now());

    List<String> on =
        Pattern.compile(
                "start=\"([0-9]{14}) \\+0000\" stop=\"([0-9]{14}) \\+0000\" channel=\"([^\"]+)\"")
            .matcher(guide)
            .results()
            .filter(one -> one.group(1).compareTo(now) <= 0 && one.group(2).compareTo(now) > 0)
            .map((MatchResult one) -> one.group(3))
            .toList();

    assertThat(on).hasSize(12).doesNotHaveDuplicates();
    assertThat(guide).contains("Black &amp; White");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?username=wrong&password=x", "?username=ada&password=wrong"})
  void whoIsNotKnownGetsNothing(String query) throws Exception {
    assertThat(site.get("/sandbox/iptv/get.php" + query).status()).isEqualTo(401);
    assertThat(site.get("/sandbox/iptv/xmltv.php" + query).status()).isEqualTo(401);
    assertThat(json("/sandbox/iptv/player_api.php" + query).at("/user_info/auth").asInt(9))
        .isZero();
    assertThat(site.get("/sandbox/iptv/live/ada/wrong/101.m3u8").status()).isEqualTo(401);
  }

  @Test
  void theConsoleListsWhatThereIs() throws Exception {
    JsonNode listed = json("/sandbox/iptv");

    assertThat(listed.path("channels")).hasSize(12);
    assertThat(site.get(path(listed.path("playlist").asText())).status()).isEqualTo(200);
    assertThat(site.get(path(listed.at("/channels/3/stream").asText())).status()).isEqualTo(200);
    assertThat(site.get("/sandbox").text()).contains("data-list=\"stations\"");
    assertThat(site.server.getApplicationContext().getBean(OwnServer.class).authority())
        .isEqualTo("localhost:" + site.server.getPort());
  }
}
