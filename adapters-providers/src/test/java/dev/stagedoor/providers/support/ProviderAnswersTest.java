package dev.stagedoor.providers.support;

import static dev.stagedoor.domain.kernel.ProviderException.Kind.REJECTED;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.UNAUTHORISED;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.UNAVAILABLE;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer means. */
class ProviderAnswersTest extends ProviderHttpScene {
  @Test
  void anAnswerIsAllThatCame() {
    answers(body("{\"id\":7}").withHeader("X-Request-Id", "r1").withHeader("X-Many", "a", "b"));

    Answer answer = http.get("thing.read", "/things").send();

    assertThat(answer.json().path("id").intValue()).isEqualTo(7);
    assertThat(answer.header("x-request-ID")).contains("r1");
    assertThat(answer.headers().get("x-many")).containsExactly("a", "b");
    assertThat(answer.body()).hasSize(8);
    assertThat(answer).hasToString("acme answered 200, 8 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>maintenance</html>", "{\"id\":", "[] []"})
  void whatIsNoJsonIsUnreadable(String body) {
    answers(body(body));
    Answer answer = http.get("thing.read", "/things").send();

    ProviderException failure = catchThrowableOfType(ProviderException.class, answer::json);

    assertThat(failure.kind()).isEqualTo(UNREADABLE);
    assertThat(failure).hasMessageNotContaining("html").hasNoCause();
  }

  @ParameterizedTest
  @CsvSource({
    "400,REJECTED", "401,UNAUTHORISED", "402,REJECTED", "403,UNAUTHORISED", "404,REJECTED",
    "409,REJECTED", "410,REJECTED", "422,REJECTED", "429,RATE_LIMITED", "500,UNAVAILABLE",
    "501,UNAVAILABLE", "503,UNAVAILABLE", "302,UNREADABLE", "304,UNREADABLE"
  })
  void readsFailByTheirStatus(int status, Kind kind) {
    answers(status(status).withHeader("Location", "/elsewhere"));

    ProviderException failure = failure(http.get("thing.read", "/things"));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.provider()).isEqualTo(ACME);
    assertThat(HttpRefusal.behind(failure).orElseThrow().status()).isEqualTo(status);
    assertThat(received()).noneMatch(r -> r.getUrl().equals("/elsewhere"));
  }

  @ParameterizedTest
  @CsvSource({
    "400,REJECTED",
    "403,UNAUTHORISED",
    "409,REJECTED",
    "429,RATE_LIMITED",
    "500,UNREADABLE",
    "502,UNREADABLE",
    "503,UNREADABLE",
    "504,UNREADABLE",
    "307,UNREADABLE"
  })
  void changesThatWereLostOnTheFarSideAreNotKnown(int status, Kind kind) {
    answers(status(status).withHeader("Retry-After", "1"));

    ProviderException failure = failure(http.post("thing.create", "/things"));

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(onlyReceived().getUrl()).isEqualTo("/things");
  }

  @Test
  void aPostThatChangesNothingFailsAndIsRepeatedAsAReadIs() {
    answers(status(503));

    assertThat(failure(http.post("thing.find", "/query").reading()).kind()).isEqualTo(UNAVAILABLE);
    assertThat(received()).hasSize(3);
  }

  @Test
  void expectedStatusesAreAnswers() {
    answers(status(404));

    assertThat(http.get("t", "/").expecting(404, 410).send().status()).isEqualTo(404);
    assertThat(failure(http.get("t", "/").expecting(410)).kind()).isEqualTo(REJECTED);
  }

  @Test
  void aRefusalCarriesTheProvidersCodeAndNothingElseOfIts() {
    answers(status(422).withBody("{\"error\":{\"code\":\"BAD_CARD\",\"text\":\"canary\"}}"));
    ProviderHttp coded = to("").errorCode(ProviderAnswersTest::code).build();

    ProviderException failure = failure(coded.post("t", "/"));

    assertThat(HttpRefusal.behind(failure).flatMap(HttpRefusal::code)).contains("BAD_CARD");
    assertThat(failure).hasMessage("acme REJECTED: t: status 422, BAD_CARD");
  }

  private static Optional<String> code(Answer answer) {
    return Optional.ofNullable(answer.json().path("error").path("code").textValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>canary</html>",
        "{\"error\":{\"code\":\"the card of canary\"}}",
        "{\"error\":{\"code\":\"sk_live_canary1234\"}}",
        "{\"error\":{\"code\":\"\"}}",
        "{}"
      })
  void whatIsNoCodeIsDropped(String body) {
    answers(status(401).withBody(body));
    ProviderHttp coded = to("").errorCode(ProviderAnswersTest::code).build();

    ProviderException failure = failure(coded.get("t", "/"));

    assertThat(failure.kind()).isEqualTo(UNAUTHORISED);
    assertThat(failure).hasMessage("acme UNAUTHORISED: t: status 401");
    assertThat(HttpRefusal.behind(failure).orElseThrow().code()).isEmpty();
  }
}
