package dev.stagedoor.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.WebServer;
import io.micronaut.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
  private static WebServer server;

  @BeforeAll
  static void start() {
    server = WebServer.start("test.routes=true");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-  | -                          | EN",
        "-  | de                         | DE",
        "-  | de-CH,de;q=0.9,en;q=0.8    | DE",
        "-  | sv, fr;q=0.5, es;q=0.7     | ES",
        "-  | sv, da                     | EN",
        "-  | *                          | EN",
        "-  | it;q=0                     | EN",
        "-  | ;;;nonsense                | EN",
        "ar | de                         | AR",
        "xx | de                         | DE",
        "ar | de;q=1.0                   | AR",
        "-  | pt_BR                      | EN",
        "-  | zh-Hant, pt-BR;q=0.4       | PT",
        "-  | fr;q=0.2, it;q=0.20, hi;q=0 | FR",
        "-  | *;q=0.9, es-419;q=0.8      | ES",
        "-  | AR-eg                      | AR",
        "'' | hi                         | HI",
        "pt-BR | -                       | PT"
      })
  void theLanguageIsTheOneAskedForElseTheOneAcceptedElseEnglish(
      String asked, String accepted, Language language) {
    var request = HttpRequest.GET("/");
    if (asked != null) {
      request.getParameters().add("lang", asked);
    }
    if (accepted != null) {
      request.header("Accept-Language", accepted);
    }

    assertThat(Languages.of(request)).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {";", ";;;", " ; ", ",", ",,", ",,;q", "-", "--;q=1", "fr-", "fr;q=", ";q=1, de"})
  void aWishForNothingIsAsGoodAsNone(String wish) {
    for (String path : List.of("/api/test/actor", "/api/test/page")) {
      for (String header : List.of("Accept-Language", "Accept-Charset")) {
        assertThat(server.get(path).header(header, wish).send().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aControllerGetsTheLanguage() {
    assertThat(server.get("/api/test/actor?lang=hi").send().member("language")).isEqualTo("hi");
  }

  @Test
  void aListIsReadPageByPage() {
    assertThat(server.get("/api/test/list").send().json())
        .containsEntry("page", 1)
        .containsEntry("limit", 20);
    assertThat(server.get("/api/test/list?page=3&limit=1000").send().json())
        .containsEntry("page", 3)
        .containsEntry("limit", 1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"page=0", "page=-1", "page=x", "page=", "limit=0", "limit=1001", "limit=1.5"})
  void aPageThatCannotBeIsRefused(String query) {
    Answer answer = server.get("/api/test/list?" + query).send().isProblem(422, "INVALID_VALUE");

    assertThat(answer.text()).contains("\"field\":\"" + query.split("=")[0] + "\"");
  }

  @Test
  void everyAnswerHasARequestId() {
    assertThat(server.get("/api/test/actor").send().header("X-Request-Id").orElseThrow())
        .matches("[0-9a-f-]{36}");
    assertThat(
            server
                .get("/api/nowhere")
                .header("X-Request-Id", "abc-12345")
                .send()
                .header("X-Request-Id"))
        .hasValue("abc-12345");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short", "has space inside", "<script>alert(1)</script>"})
  void anIdThatIsNotFitForALogIsReplaced(String id) {
    assertThat(
            server
                .get("/api/test/actor")
                .header("X-Request-Id", id)
                .send()
                .header("X-Request-Id")
                .orElseThrow())
        .matches("[0-9a-f-]{36}");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.168.1.7, 192.168.1.7, true",
    "192.168.1.7, 192.168.1.8, false",
    "2001:db8::/32, 2001:db8:ffff::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "10.0.0.0/8, ::1, false",
    "::1, 0:0:0:0:0:0:0:1, true",
    "0.0.0.0/0, 203.0.113.1, true",
    "10.0.0.0/8, localhost, false"
  })
  void aNetworkContainsItsAddresses(String network, String address, boolean contains) {
    assertThat(Network.parse(network).contains(address)).isEqualTo(contains);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "example.org"})
  void whatIsNoNetworkStopsTheStart(String text) {
    assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void aPageThereCannotBeIsRefusedWithThoseThereCan(Language language) {
    var answer =
        server
            .get("/api/test/list?page=0&limit=many&lang=" + language.code())
            .send()
            .isProblem(422, "INVALID_VALUE");

    assertThat((List<?>) answer.member("errors"))
        .hasSize(2)
        .first()
        .asString()
        .contains("page", "1000000");
    assertThat(answer.text()).contains("\"field\":\"limit\"").doesNotContain("{min}", "{max}");
  }
}
