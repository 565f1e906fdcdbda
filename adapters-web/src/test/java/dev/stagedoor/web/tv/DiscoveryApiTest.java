package dev.stagedoor.web.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Search, trends and recommendations, as clients of subscription TV ask for them. */
class DiscoveryApiTest {
  private static WebServer server;
  private static Secret viewer;

  @BeforeAll
  static void open() {
    server = WebServer.start("stagedoor.rate-limits.enabled=false");
    server.house().stagedoor().prepare();
    server
        .house()
        .playlistSource()
        .offer(
            List.of(
                movie("matrix", "The Matrix", "Science Fiction"),
                movie("reloaded", "The Matrix Reloaded", "Science Fiction"),
                movie("casablanca", "Casablanca", "Classics"),
                movie("action", "Action Movies", "Channels")));
    for (int i = 0; i < 3; i++) {
      Secret somebody = subscriber();
      watches(somebody, "matrix");
      watches(somebody, "casablanca");
    }
    viewer = subscriber();
    watches(viewer, "matrix");
    server.house().clock().advance(Duration.ofMinutes(1));
    server.house().runRecurringJobs();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private static Channel movie(String id, String name, String group) {
    return new Channel(
        id,
        Channel.Kind.MOVIE,
        name,
        group,
        Optional.of("https://cdn.example.com/" + id + ".png"),
        Optional.empty(),
        Secret.of("http://iptv-provider.com/movie/john/secret/" + id + ".mp4"));
  }

  private static Secret subscriber() {
    EmailAddress address = server.house().anAddress();
    Secret token =
        Secret.of(
            ""
                + server
                    .post("/api/v1/auth/signup")
                    .json(
                        "{'email':'%s','password':'securePass123','full_name':'John Doe'}"
                            .formatted(address.value()))
                    .send()
                    .member("token"));
    assertThat(
            server
                .post("/api/v1/playlists")
                .bearer(token)
                .json("{'name':'Mine','url':'http://iptv-provider.com/list.m3u'}")
                .send()
                .status())
        .isEqualTo(201);
    assertThat(server.house().runJobs()).isEmpty();
    return token;
  }

  private static void watches(Secret who, String item) {
    assertThat(
            server
                .request("PUT", "/api/v1/progress")
                .bearer(who)
                .json(
                    "{'item_id':'%s','progress_seconds':600,'duration_seconds':3600}"
                        .formatted(item))
                .send()
                .status())
        .isEqualTo(200);
  }

  private static Answer get(String path) {
    return server.get("/api/v1" + path).bearer(viewer).send();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Answer answer, String member) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return (List<Map<String, Object>>) answer.member(member);
  }

  @Test
  void theDocumentsRequestFindsActionMovies() {
    Answer answer = get("/search/content?q=action+movies");

    assertThat(list(answer, "results"))
        .singleElement()
        .satisfies(
            found ->
                assertThat(found)
                    .containsEntry("item_id", "action")
                    .containsEntry("item_type", "movie")
                    .containsEntry("name", "Action Movies")
                    .containsEntry("matched", "name")
                    .containsKey("playlist_id"));
    assertThat(answer.json())
        .containsEntry("page", 1)
        .containsEntry("limit", 20)
        .containsEntry("total", 1);
    assertThat(list(get("/search/content?q=acton+movis"), "results"))
        .extracting(found -> found.get("matched"))
        .containsExactly("similar");
    assertThat(answer.text()).doesNotContain("secret", "iptv-provider");
  }

  @ParameterizedTest
  @CsvSource({
    "'', q",
    "'?q=', q",
    "'?q=%20!', q",
    "'?q=a&type=song', type",
    "'?q=a&page=0', page",
    "'?q=a&limit=1001', limit"
  })
  void whatCannotBeSearchedForIsRefused(String query, String member) {
    Answer answer = get("/search/content" + query);

    answer.isProblem(422, "INVALID_VALUE");
    assertThat(answer.text()).contains("\"" + member + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "' or 1=1 --",
        "\u0000a",
        "a:*",
        "!a",
        "a&|b",
        "\\",
        "%",
        "\uD83C\uDFAC",
        "a' <-> 'b",
        "matrix\u202e",
        "(((("
      })
  void whateverIsTypedBreaksNothing(String typed) {
    int status =
        get("/search/content?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)).status();

    assertThat(status).isIn(200, 400, 422);
  }

  @Test
  void whatManyWatchIsRanked() {
    List<Map<String, Object>> items = list(get("/discovery/trending"), "items");

    assertThat(items).extracting(one -> one.get("item_id")).containsExactly("matrix", "casablanca");
    assertThat(items).extracting(one -> one.get("viewers")).containsExactly(4, 3);
    assertThat(items).extracting(one -> one.get("rank")).containsExactly(1, 2);
    assertThat(items).extracting(one -> one.get("trend")).containsOnly("new");
    assertThat(list(get("/discovery/trending?window=week&type=movie&limit=1"), "items")).hasSize(1);
    assertThat(list(get("/discovery/trending?type=channel"), "items")).isEmpty();
    get("/discovery/trending?window=year").isProblem(422, "INVALID_VALUE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/discovery/trending?limit=101",
        "/discovery/trending?limit=0",
        "/recommendations/for-you?limit=many",
        "/recommendations/similar/matrix?limit=1000"
      })
  void moreThanAHundredAreNotListed(String path) {
    Answer answer = get(path);

    answer.isProblem(422, "INVALID_VALUE");
    assertThat(answer.text()).contains("\"limit\"");
    assertThat(list(get("/discovery/trending?limit=100"), "items")).hasSize(2);
  }

  @Test
  void phonesAreNotSentWhatTheOrderSaysAnyway() {
    assertThat(onAPhone("/search/content?q=matrix", "results"))
        .containsKeys("item_id", "name", "playlist_id")
        .doesNotContainKeys("score", "matched");
    assertThat(onAPhone("/discovery/trending", "items"))
        .containsKeys("item_id", "viewers", "trend")
        .doesNotContainKey("rank");
    assertThat(onAPhone("/recommendations/for-you", "items"))
        .containsKeys("item_id", "reason")
        .doesNotContainKey("score");
  }

  private static Map<String, Object> onAPhone(String path, String list) {
    return list(
            server
                .get("/api/v1" + path)
                .bearer(viewer)
                .header("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)")
                .send(),
            list)
        .get(0);
  }

  @Test
  void aRecommendationSaysWhyInTheReadersLanguage() {
    List<Map<String, Object>> items = list(get("/recommendations/for-you?lang=fr"), "items");

    assertThat(items.get(0))
        .containsEntry("item_id", "casablanca")
        .containsEntry(
            "reason",
            Map.of(
                "code",
                "watched_together",
                "text",
                "Parce que vous avez regardé The Matrix",
                "item_name",
                "The Matrix"));
    assertThat(items).extracting(one -> one.get("item_id")).doesNotContain("matrix");
    assertThat(list(get("/recommendations/similar/matrix?limit=2"), "items"))
        .extracting(one -> one.get("item_id"))
        .containsExactly("casablanca", "reloaded");
    get("/recommendations/similar/unknown").isProblem(404, "NOT_FOUND");
    server.get("/api/v1/recommendations/for-you").send().isProblem(401, "NOT_SIGNED_IN");
  }
}
