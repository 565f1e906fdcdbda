package dev.stagedoor.web.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.tv.Viewers.Caller;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scenario 14: what phones are sent, what anybody may ask for, and how it travels. */
class MobileTest {
  private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X)";
  private static final String DESKTOP =
      "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0";

  @AutoClose private final Viewers viewers = Viewers.open();
  private final WebServer server = viewers.server();

  private Answer read(String path, String... headers) {
    Map<String, String> sent = new TreeMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      sent.put(headers[i], headers[i + 1]);
    }
    return viewers.call(Caller.VIEWER, "GET", path, "", sent);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> first(Answer answer, String list) {
    return ((List<Map<String, Object>>) answer.member(list)).get(0);
  }

  @Test
  void phonesAreSentWhatTheyShow() {
    Answer phone = read("/api/v1/progress", "User-Agent", IPHONE);
    Answer desktop = read("/api/v1/progress", "User-Agent", DESKTOP);

    assertThat(first(phone, "progress"))
        .containsOnlyKeys("item_id", "progress_seconds", "completed", "updated_at", "version")
        .containsEntry("progress_seconds", 1800);
    assertThat(phone.json()).containsEntry("total", 1).containsKeys("page", "limit");
    assertThat(first(desktop, "progress")).containsKeys("client_time", "version");
    assertThat(phone.response().body().length).isLessThan(desktop.response().body().length);
    assertThat(phone.header("Content-Type").orElseThrow()).startsWith("application/json");
  }

  @Test
  void phonesOfAdminsAreSentWhatWasChanged() {
    String path = "/api/v1/admin/audit";
    Map<String, String> phone = Map.of("User-Agent", IPHONE);

    assertThat(first(viewers.call(Caller.ADMIN, "GET", path, "", phone), "entries"))
        .containsKeys("before", "after");
  }

  @Test
  void aBrowserOnAPhoneMaySayOnlyThatItIsOne() {
    Answer phone = read("/api/v1/progress", "User-Agent", DESKTOP, "Sec-CH-UA-Mobile", "?1");

    assertThat(first(phone, "progress")).doesNotContainKey("client_time");
  }

  @Test
  void cachesAreToldThatPhonesGetSomethingElse() {
    for (String agent : List.of(IPHONE, DESKTOP)) {
      assertThat(String.join(", ", read("/api/v1/progress", "User-Agent", agent).headers("Vary")))
          .contains("User-Agent", "Sec-CH-UA-Mobile");
    }
  }

  @Test
  void phonesAreSentEverythingThatTheyAskFor() {
    Answer all = read("/api/v1/progress?fields=*", "User-Agent", IPHONE);

    assertThat(first(all, "progress")).containsKeys("client_time", "version", "item_id");
    Answer one = read("/api/v1/progress?fields=item_id,version", "User-Agent", IPHONE);
    assertThat(first(one, "progress")).containsOnlyKeys("item_id", "version");
  }

  @Test
  void phonesLackNothingInAnswersToWhatTheyWrite() {
    Answer answer =
        viewers.call(
            Caller.VIEWER,
            "PUT",
            "/api/v1/progress",
            "{'item_id':'espn_hd','progress_seconds':1900}",
            Map.of("User-Agent", IPHONE));

    assertThat(Viewers.within(answer, "progress")).containsKey("version");
  }

  @Test
  void whatIsOnIsToldToPhonesWithoutItsDescription() {
    Instant now = server.house().clock().instant();
    server
        .house()
        .playlistSource()
        .offerGuide(
            List.of(
                new Programme(
                    "espn", now, now.plusSeconds(3600), "Match of the day", "All about it")));
    viewers.call(Caller.VIEWER, "POST", "/api/v1/playlists/" + viewers.playlist() + "/refresh", "");
    server.house().runJobs();
    String guide = "/api/v1/playlists/" + viewers.playlist() + "/guide";

    assertThat(first(read(guide, "User-Agent", IPHONE), "programmes"))
        .containsOnlyKeys("guide_id", "starts_at", "ends_at", "title");
    assertThat(first(read(guide, "User-Agent", DESKTOP), "programmes"))
        .containsEntry("description", "All about it");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/profiles | profiles | id,name",
        "/api/v1/playlists/{playlist}/channels | channels | item_id,name",
        "/api/v1/playlists/{playlist}/groups | groups | name",
        "/api/v1/subscriptions/plans | plans | name,price_monthly,features",
        "/api/v1/progress | progress | item_id",
      })
  void anybodyMayAskForMembersOfWhatIsListed(String path, String list, String fields) {
    String filled = path.replace("{playlist}", viewers.playlist());

    Answer answer = read(filled + "?fields=" + fields);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(first(answer, list)).containsOnlyKeys(fields.split(","));
    Map<String, Object> before = first(read(filled), list);
    assertThat(before).containsAllEntriesOf(first(answer, list));
  }

  @Test
  void membersOfOneThingAreAskedForLikeThoseOfMany() {
    Answer one = read("/api/v1/progress/espn_hd?fields=progress_seconds");
    Answer figures =
        viewers.call(Caller.ADMIN, "GET", "/api/v1/admin/stats?fields=mrr,total_users", "");
    Answer several =
        viewers.call(
            Caller.ADMIN,
            "GET",
            "/api/v1/admin/users/" + viewers.user() + "?fields=credits_balance",
            "");

    assertThat(Viewers.within(one, "progress")).containsOnlyKeys("progress_seconds");
    assertThat(figures.json()).containsOnlyKeys("mrr", "total_users");
    assertThat(several.json()).containsOnlyKeys("credits_balance");
  }

  @Test
  void listsOfOperatorsCanBeCutToo() {
    Answer jobs = viewers.call(Caller.ADMIN, "GET", "/api/v1/admin/jobs?fields=name", "");

    assertThat(jobs.status()).isEqualTo(200);
    assertThat(jobs.json()).containsKeys("items", "page", "limit", "total");
    viewers
        .call(Caller.ADMIN, "GET", "/api/v1/admin/webhooks?fields=body", "")
        .isProblem(422, "INVALID_VALUE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "name,nothing", "", "name,", "NAME", "page"})
  void whatThereIsNotIsRefused(String fields) {
    Answer answer = read("/api/v1/profiles?fields=" + fields);

    answer.isProblem(422, "INVALID_VALUE");
    assertThat(answer.text()).contains("\"field\":\"fields\"");
    // Also where nothing is listed.
    read("/api/v1/favorites?fields=nothing").isProblem(422, "INVALID_VALUE");
  }

  @Test
  void aTableHasNoMembersToChoose() {
    Answer table =
        viewers.call(
            Caller.RESELLER, "GET", "/api/v1/reseller/transactions?format=csv&fields=id", "");

    assertThat(table.status()).isEqualTo(200);
    assertThat(table.text()).startsWith("number,created_at,");
  }

  @Test
  void refusalsAreWhole() {
    Answer answer = read("/api/v1/progress/nothing?fields=item_id", "User-Agent", IPHONE);

    answer.isProblem(404, "NOT_FOUND");
  }

  @Test
  void longAnswersTravelCompressed() throws IOException {
    for (int i = 0; i < 12; i++) {
      String favorite =
          "{'item_id':'movie_%d','item_type':'movie','item_name':'A film of many words'}"
              .formatted(i);
      viewers.call(Caller.VIEWER, "POST", "/api/v1/favorites", favorite);
    }
    Answer plain = read("/api/v1/favorites");
    Answer squeezed = read("/api/v1/favorites", "Accept-Encoding", "gzip");
    Answer chosen =
        read("/api/v1/favorites?fields=item_id,item_name,added_at", "Accept-Encoding", "gzip");

    assertThat(plain.header("Content-Encoding")).isEmpty();
    assertThat(plain.response().body().length).isGreaterThan(1024);
    assertThat(squeezed.header("Content-Encoding")).hasValue("gzip");
    assertThat(squeezed.response().body().length).isLessThan(plain.response().body().length / 2);
    assertThat(inflated(squeezed)).isEqualTo(plain.text());
    assertThat(chosen.header("Content-Encoding")).hasValue("gzip");
    assertThat(inflated(chosen)).contains("movie_11").doesNotContain("item_type");
    for (Answer answer : List.of(plain, squeezed)) {
      assertThat(String.join(", ", answer.headers("Vary"))).containsIgnoringCase("accept-encoding");
    }
  }

  @Test
  void shortAnswersTravelAsTheyAre() {
    Answer answer = read("/api/v1/progress", "Accept-Encoding", "gzip");

    assertThat(answer.header("Content-Encoding")).isEmpty();
    assertThat(answer.json()).containsKey("progress");
  }

  @Test
  void howLongAnswersTakeIsMeasuredByDevice() {
    read("/api/v1/progress", "User-Agent", IPHONE);
    read("/api/v1/progress", "User-Agent", IPHONE);
    read("/api/v1/progress/nothing", "User-Agent", DESKTOP);

    assertThat(timed("mobile", "answered")).isEqualTo(2);
    assertThat(timed("desktop", "refused")).isEqualTo(1);
    assertThat(timed("tv", "failed")).isZero();
    assertThat(server.get("/prometheus").send().text())
        .contains("stagedoor_requests_seconds_count{device=\"mobile\",outcome=\"answered\"");
  }

  private long timed(String device, String outcome) {
    return server
        .bean(MeterRegistry.class)
        .get("stagedoor.requests")
        .tags("device", device, "outcome", outcome)
        .timer()
        .count();
  }

  private static String inflated(Answer answer) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(answer.response().body()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
