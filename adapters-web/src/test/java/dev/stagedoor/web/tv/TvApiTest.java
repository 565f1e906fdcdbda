package dev.stagedoor.web.tv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import dev.stagedoor.web.tv.Viewers.Caller;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the routes of subscription TV answer beside whether one may ask. */
class TvApiTest {
  @AutoClose private final Viewers viewers = Viewers.open();
  private final WebServer server = viewers.server();

  @Test
  void whoSignsUpIsToldOfTheTrial() {
    Answer answer =
        server
            .post("/api/v1/auth/signup")
            .json("{'email':'john@example.com','password':'securePass123','full_name':'John Doe'}")
            .send();

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.member("trial_ends_at")).isEqualTo("2025-06-08T10:00:00Z");
    assertThat(Viewers.within(answer, "entitlement"))
        .containsEntry("source", "trial")
        .containsEntry("until", "2025-06-08T10:00:00Z")
        .containsEntry("max_profiles", 5);
  }

  @Test
  void fiveWrongPinsLockAProfileAndSayForHowLong() {
    String select = "/api/v1/profiles/" + viewers.profile() + "/select";
    for (int i = 0; i < 5; i++) {
      viewers.call(Caller.VIEWER, "POST", select, "{'pin':'0000'}").isProblem(403, "INVALID_PIN");
    }

    Answer answer = viewers.call(Caller.VIEWER, "POST", select, "{'pin':'1234'}");
    answer.isProblem(429, "PIN_LOCKED");
    assertThat(answer.header("Retry-After")).hasValue("900");
    assertThat(answer.member("until")).isEqualTo("2025-06-01T10:15:00Z");
  }

  @Test
  void anOpenKidsProfileManagesNothing() {
    Map<String, String> asKid = Map.of("X-Profile-Token", kidsToken());

    String body = "{'name':'Another','url':'http://iptv.example.org/list.m3u'}";
    viewers
        .call(Caller.VIEWER, "POST", "/api/v1/playlists", body, asKid)
        .isProblem(403, "KIDS_PROFILE");
    String one = "/api/v1/playlists/" + viewers.playlist();
    viewers.call(Caller.VIEWER, "GET", one, "", asKid).isProblem(403, "KIDS_PROFILE");
    viewers.call(Caller.VIEWER, "POST", one + "/refresh", "", asKid).isProblem(403, "KIDS_PROFILE");
    String preferences = "/api/v1/notifications/preferences";
    String before = viewers.call(Caller.VIEWER, "GET", preferences, "", asKid).text();
    viewers
        .call(Caller.VIEWER, "PUT", preferences, "{'categories':{'product':false}}", asKid)
        .isProblem(403, "KIDS_PROFILE");
    assertThat(viewers.call(Caller.VIEWER, "GET", preferences, "").text()).isEqualTo(before);
    assertThat(viewers.call(Caller.VIEWER, "POST", one + "/refresh", "").status()).isEqualTo(202);
    assertThat(viewers.call(Caller.VIEWER, "POST", "/api/v1/playlists", body).status())
        .isEqualTo(201);
  }

  @Test
  void aProfileIsNamedInAHeaderOrInTheAddressOfWhatIsRead() {
    String token = kidsToken();
    String favorite = "{'item_id':'cartoon','item_type':'movie','item_name':'Cartoon'}";
    Map<String, String> asKid = Map.of("X-Profile-Token", token);
    assertThat(viewers.call(Caller.VIEWER, "POST", "/api/v1/favorites", favorite, asKid).status())
        .isEqualTo(201);

    String list = "/api/v1/favorites?profile_token=" + token;
    assertThat(viewers.call(Caller.VIEWER, "GET", list, "").text()).contains("cartoon");
    assertThat(viewers.call(Caller.VIEWER, "GET", "/api/v1/favorites", "").text())
        .doesNotContain("cartoon");
    viewers
        .call(
            Caller.VIEWER,
            "GET",
            "/api/v1/favorites",
            "",
            Map.of("X-Profile-Id", viewers.profile()))
        .isProblem(403, "PIN_NEEDED");
    viewers
        .call(Caller.VIEWER, "GET", "/api/v1/favorites", "", Map.of("X-Profile-Id", "x"))
        .isProblem(404, "NOT_FOUND");
    viewers
        .call(Caller.VIEWER, "GET", "/api/v1/favorites", "", Map.of("X-Profile-Token", "x"))
        .isProblem(403, "PROFILE_TOKEN_INVALID");
  }

  @Test
  void aFavoriteThatIsThereIsNotCreated() {
    String body = "{'item_id':'espn_hd','item_type':'channel','item_name':'ESPN HD'}";

    assertThat(viewers.call(Caller.VIEWER, "POST", "/api/v1/favorites", body).status())
        .isEqualTo(201);
    assertThat(viewers.call(Caller.VIEWER, "POST", "/api/v1/favorites", body).status())
        .isEqualTo(200);
  }

  @Test
  void credentialsAreShownOnlyWhereTheyAreAskedFor() {
    String list = viewers.call(Caller.VIEWER, "GET", "/api/v1/playlists", "").text();
    Answer one = viewers.call(Caller.VIEWER, "GET", "/api/v1/playlists/" + viewers.playlist(), "");

    assertThat(list).contains("http://iptv-provider.com").doesNotContain("iptv_pass", "get.php");
    assertThat(Viewers.within(one, "playlist"))
        .containsEntry("url", "http://iptv-provider.com/get.php")
        .containsEntry("username", "john_iptv")
        .containsEntry("password", "iptv_pass_2024")
        .containsEntry(
            "m3u_url",
            "http://iptv-provider.com/get.php?username=john_iptv&password=iptv_pass_2024"
                + "&type=m3u_plus&output=hls")
        .containsEntry(
            "guide_url",
            "http://iptv-provider.com/xmltv.php?username=john_iptv&password=iptv_pass_2024");
  }

  @Test
  void tooFewCreditsAreSaidInNumbersAndAreNoDeclinedPayment() {
    String body =
        "{'user_id':'%s','amount':10000000,'description':'Too much'}".formatted(viewers.user());

    Answer answer = viewers.call(Caller.ADMIN, "POST", "/api/v1/admin/credits/deduct", body);

    answer.isProblem(402, "INSUFFICIENT_CREDITS");
    assertThat(answer.json())
        .containsEntry("needed", 10_000_000)
        .containsEntry("balance", 5000)
        .doesNotContainKey("payment_status");
  }

  @Test
  void oneKeyMakesOneClient() {
    String body =
        viewers.filled(
            "{'email':'{new}','password':'tempPass123','full_name':'Local Customer 1',"
                + "'plan_stripe_price_id':'price_basic_monthly'}");
    Map<String, String> key = Map.of("Idempotency-Key", "unique-key-123");

    Answer first = viewers.call(Caller.RESELLER, "POST", "/api/v1/reseller/clients", body, key);
    Answer again = viewers.call(Caller.RESELLER, "POST", "/api/v1/reseller/clients", body, key);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.member("credits_charged")).isEqualTo(499);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(viewers.call(Caller.RESELLER, "GET", "/api/v1/reseller/dashboard", "").json())
        .containsEntry("credits_balance", 10_000 - 2 * 499)
        .containsEntry("total_clients", 2);
  }

  @Test
  void transactionsAreATableWithoutFormulas() {
    String body =
        "{'user_id':'%s','amount':7,'description':'=HYPERLINK(1), \\'a\\''}"
            .formatted(
                Viewers.id(
                    viewers.call(
                        Caller.ADMIN, "GET", "/api/v1/admin/users/" + idOf(Caller.RESELLER), ""),
                    "user"));
    assertThat(viewers.call(Caller.ADMIN, "POST", "/api/v1/admin/credits/add", body).status())
        .isEqualTo(200);

    Answer answer =
        viewers.call(
            Caller.RESELLER, "GET", "/api/v1/reseller/transactions?format=csv&limit=1", "");

    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/csv");
    List<String> lines = answer.text().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .isEqualTo("number,created_at,type,amount,balance_after,client_id,description,id");
    assertThat(answer.text()).contains("\"'=HYPERLINK(1), \"\"a\"\"\"").contains(",-499,9501,");
    viewers
        .call(Caller.RESELLER, "GET", "/api/v1/reseller/transactions?format=xls", "")
        .isProblem(422, "INVALID_VALUE");
  }

  @Test
  void aTimeThatEndsBeforeItBeginsIsRefused() {
    String from = "/api/v1/reseller/transactions?from=2025-06-02T00:00:00Z";
    Answer answer = viewers.call(Caller.RESELLER, "GET", from + "&to=2025-06-01T00:00:00Z", "");

    answer.isProblem(422, "INVALID_VALUE");
    assertThat(answer.text()).contains("\"field\":\"to\"", "before the beginning");
    String sameMoment = from + "&to=2025-06-02T00:00:00Z";
    assertThat(viewers.call(Caller.RESELLER, "GET", sameMoment, "").status()).isEqualTo(200);
  }

  @Test
  void aNameIsRefusedByTheNameItWasSentBy() {
    String longName = "n".repeat(300);
    Answer signup =
        server
            .post("/api/v1/auth/signup")
            .json(
                "{'email':'jo@example.com','password':'securePass123','full_name':'"
                    + longName
                    + "'}")
            .send();
    Answer client =
        viewers.call(
            Caller.RESELLER,
            "POST",
            "/api/v1/reseller/clients",
            viewers.filled(
                "{'email':'{new}','password':'tempPass123','full_name':'"
                    + longName
                    + "','plan_stripe_price_id':'price_basic_monthly'}"));

    for (Answer answer : List.of(signup, client)) {
      answer.isProblem(422, "INVALID_VALUE");
      assertThat(answer.text()).contains("\"field\":\"full_name\"");
    }
  }

  @Test
  void theRecordSaysWhoDidWhat() {
    Answer answer =
        viewers.call(
            Caller.ADMIN,
            "GET",
            "/api/v1/admin/audit?subject_id=" + idOf(Caller.RESELLER) + "&limit=100",
            "");

    assertThat(answer.text())
        .contains("account.role_changed", "\"actor_email\":\"admin@example.org\"")
        .contains("\"subject_email\":\"" + viewers.addressOf(Caller.RESELLER) + "\"")
        .contains("\"subject_name\":\"");
    assertThat(viewers.roleOf(idOf(Caller.RESELLER))).isEqualTo(Role.RESELLER);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "POST, /api/v1/profiles, \"{'name':' ','parental_pin':'12'}\", name",
        "POST, /api/v1/profiles, \"{'name':'A','parental_pin':'12'}\", parental_pin",
        "POST, /api/v1/profiles, \"{'name':'A','avatar_url':'not an address'}\", avatar_url",
        "POST, /api/v1/playlists, \"{'name':'A','url':'ftp://a.example.org'}\", url",
        "PUT, /api/v1/progress, \"{'item_id':'a','progress_seconds':-1}\", progress_seconds",
        "PUT, /api/v1/progress, \"{'item_id':'a'}\", progress_seconds",
      })
  void whatIsWrongIsNamedAsItWasSent(String method, String path, String body, String field) {
    Answer answer = viewers.call(Caller.VIEWER, method, path, body);

    answer.isProblem(422, "INVALID_VALUE");
    assertThat(answer.text()).contains("\"field\":\"" + field + "\"");
  }

  private String kidsToken() {
    String select = "/api/v1/profiles/" + viewers.profile() + "/select";
    return ""
        + viewers.call(Caller.VIEWER, "POST", select, "{'pin':'1234'}").member("profile_token");
  }

  private String idOf(Caller caller) {
    return viewers.idOf(caller);
  }
}
