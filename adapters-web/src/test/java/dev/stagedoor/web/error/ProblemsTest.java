package dev.stagedoor.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.auth.AuthError;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.ErrorCode;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.kernel.Refusal;
import dev.stagedoor.domain.library.VideoFailure;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.memorials.MemorialError;
import dev.stagedoor.domain.payments.DeclineReason;
import dev.stagedoor.domain.payments.PaymentError;
import dev.stagedoor.domain.services.ServiceError;
import dev.stagedoor.domain.storage.StorageError;
import dev.stagedoor.domain.video.VideoError;
import dev.stagedoor.web.Answer;
import dev.stagedoor.web.ErrorCodes;
import dev.stagedoor.web.WebServer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {
  private static WebServer server;

  @BeforeAll
  static void start() {
    server = WebServer.start("test.routes=true");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<ErrorCode> codes() {
    return ErrorCodes.all().stream();
  }

  @Test
  void everyPackagesCodesAreFound() {
    assertThat(ErrorCodes.all())
        .contains(
            CommonError.NOT_FOUND,
            AuthError.AUTH_001,
            PaymentError.ALREADY_PAID,
            VideoError.STREAM_LIVE,
            MemorialError.BOOKING_INCOMPLETE,
            LiveSellingError.PLAN_REQUIRED,
            CoursesError.NOT_ENROLLED,
            StorageError.FILE_DIFFERS,
            ServiceError.SERVICE_CALL_REPLAYED);
  }

  @Test
  void aCodeIsUniqueInTheWholeProduct() {
    assertThat(
            Stream.concat(
                codes().map(ErrorCode::name), Stream.of(WebError.values()).map(WebError::name)))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyCodeHasItsStatusAndAText(ErrorCode code) {
    Answer answer = server.get("/api/test/refused/" + code.name()).send();

    answer.isProblem(statusOf(code.refusal()), code.name());
    assertThat((String) answer.member("detail")).isNotBlank().isNotEqualTo(code.name());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyCodeHasATextInEveryLanguage(Language language) {
    Translations translations = new Translations();
    Stream<String> names =
        Stream.concat(
            codes().map(ErrorCode::name), Stream.of(WebError.values()).map(WebError::name));
    Stream<String> declines =
        Stream.of(DeclineReason.values()).map(reason -> "payment." + reason.name());

    Stream<String> videos =
        Stream.of(VideoFailure.Reason.values()).map(reason -> "video." + reason.name());

    assertThat(Stream.of(names, declines, videos).flatMap(all -> all).map(name -> "errors." + name))
        .allMatch(translations.keys(language)::contains);
  }

  private static int statusOf(Refusal refusal) {
    return switch (refusal) {
      case UNREADABLE -> 400;
      case NOT_SIGNED_IN -> 401;
      case PAYMENT_REFUSED -> 402;
      case NOT_ALLOWED -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case USED_UP -> 410;
      case INVALID -> 422;
      case TOO_MANY -> 429;
    };
  }

  @Test
  void nobodyIsToldHowToSignInWithABrowsersPasswordBox() {
    assertThat(server.get("/api/test/refused/NOT_SIGNED_IN").send().header("WWW-Authenticate"))
        .hasValue("Bearer");
  }

  @ParameterizedTest
  @CsvSource({
    "REJECTED, 502, ",
    "UNAUTHORISED, 502, ",
    "UNREADABLE, 502, ",
    "RATE_LIMITED, 503, 2",
    "UNAVAILABLE, 503, 2"
  })
  void aProvidersFailureNamesTheServiceAndNoMore(String kind, int status, Integer retryAfter) {
    Answer answer = server.get("/api/test/provider/" + kind).send();

    answer.isProblem(status, "PROVIDER_" + kind);
    assertThat(answer.member("service")).isEqualTo("stripe");
    assertThat(answer.member("retryAfter")).isEqualTo(retryAfter);
    assertThat(answer.header("Retry-After"))
        .isEqualTo(java.util.Optional.ofNullable(retryAfter).map(String::valueOf));
    assertThat(answer.text()).doesNotContain("raw text");
  }

  @Test
  void aWrongAmountIsToldWithTheRightOneInMajorUnits() {
    Answer answer = server.get("/api/test/mismatch").send().isProblem(422, "AMOUNT_MISMATCH");

    assertThat(answer.text()).contains("\"amount\":99.00", "\"expectedAmount\":1299.00");
    assertThat(answer.member("currency")).isEqualTo("USD");
  }

  @Test
  void aDeclineSaysWhatThePayerCanDo() {
    Answer answer =
        server
            .get("/api/test/refused/PAYMENT_DECLINED?fact=reason:INSUFFICIENT_FUNDS")
            .send()
            .isProblem(402, "PAYMENT_DECLINED");

    assertThat(answer.member("detail"))
        .isEqualTo("Insufficient funds. Please try a different card.");
    assertThat(answer.member("paymentStatus")).isEqualTo("failed");
    assertThat(answer.member("gatewayError")).isEqualTo(answer.member("detail"));
    assertThat(answer.member("paymentError"))
        .isEqualTo(
            Map.of(
                "type",
                "card_error",
                "message",
                "Insufficient funds. Please try a different card.",
                "recoverable",
                true,
                "shouldRetry",
                false));
  }

  @Test
  void aVerdictOnAPaymentKeepsItsWordsAndSaysWhyBesideThem() {
    Map<String, Object> failed =
        verdict("fact=paymentStatus:failed&fact=gatewayError:CARD_DECLINED");
    assertThat(failed)
        .containsEntry("error", "Payment verification failed")
        .containsEntry("paymentStatus", "failed")
        .containsEntry(
            "gatewayError", "Your card was declined. Please try a different payment method.")
        .containsKey("paymentError")
        .doesNotContainKey("reason");
    assertThat(verdict("fact=paymentStatus:pending&fact=gatewayError:NOT_PAID_YET&lang=de"))
        .containsEntry("paymentStatus", "pending")
        .containsEntry("gatewayError", "Noch nicht bezahlt.")
        .doesNotContainKey("paymentError");
  }

  private static Map<String, Object> verdict(String facts) {
    return server
        .get("/api/test/refused/PAYMENT_NOT_VERIFIED?" + facts)
        .send()
        .isProblem(402, "PAYMENT_NOT_VERIFIED")
        .json();
  }

  @Test
  void aFactThatIsCalledLikeAMemberDoesNotReplaceIt() {
    Answer answer = server.get("/api/test/refused/NOT_REFUNDABLE?fact=status:CREATED").send();

    answer.isProblem(409, "NOT_REFUNDABLE");
    assertThat(answer.member("currentStatus")).isEqualTo("CREATED");
  }

  @Test
  void aBugIsNotShown() {
    Answer answer = server.get("/api/test/bug").header("X-Request-Id", "my-request-1").send();

    answer.isProblem(500, "INTERNAL_ERROR");
    assertThat(answer.text()).doesNotContain("secret state");
    assertThat(answer.member("requestId")).isEqualTo("my-request-1");
  }

  @Test
  void aProblemComesInTheCallersLanguage() {
    Answer answer = server.get("/api/nowhere").header("Accept-Language", "de-CH, en;q=0.5").send();

    assertThat(answer.header("Content-Language")).hasValue("de");
    assertThat(answer.member("detail"))
        .isEqualTo(new Translations().text(Language.DE, "errors.NOT_FOUND"));
    assertThat(server.get("/api/nowhere?lang=ar").send().header("Content-Language")).hasValue("ar");
  }

  @Test
  void belowApiV1MembersAreInSnakeCase() {
    Answer answer = server.get("/api/v1/nowhere").send().isProblem(404, "NOT_FOUND");

    assertThat(answer.json()).containsKey("request_id").doesNotContainKey("requestId");
  }

  @Test
  void anUnknownPathIsAProblem() {
    server.get("/api/nowhere").send().isProblem(404, "NOT_FOUND");
    server.post("/api/nowhere").json("{}").send().isProblem(404, "NOT_FOUND");
  }

  @Test
  void aMethodThatIsNotServedIsAProblemThatNamesThoseThatAre() {
    Answer answer =
        server.request("DELETE", "/api/test/orders").send().isProblem(405, "METHOD_NOT_ALLOWED");

    assertThat(answer.header("Allow")).hasValue("POST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{'name':", "nonsense", "[1,2]", "'text'"})
  void aBodyThatCannotBeReadIsAProblem(String body) {
    server.post("/api/test/orders").json(body).send().isProblem(400, "REQUEST_UNREADABLE");
  }

  @Test
  void aMissingBodyIsAProblem() {
    server
        .post("/api/test/orders")
        .header("Content-Type", "application/json")
        .send()
        .isProblem(400, "REQUEST_UNREADABLE");
  }

  @Test
  void aBodyOfAnotherKindIsAProblem() {
    server
        .post("/api/test/orders")
        .header("Content-Type", "text/plain")
        .bytes("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .send()
        .isProblem(415, "MEDIA_TYPE_NOT_SUPPORTED");
  }

  @Test
  void whatIsMissingInABodyIsNamed() {
    Answer answer = server.post("/api/test/orders").json("{'count':3}").send();

    assertThat(fields(answer)).containsExactly("name");
    assertThat(answer.text()).contains("This is needed.");
  }

  @Test
  void whatMayBeAbsentMayBeAbsent() {
    assertThat(server.post("/api/test/orders").json("{'name':'x'}").send().status()).isEqualTo(201);
    assertThat(server.post("/api/test/orders").json("{'name':'x','urgent':true}").send().status())
        .isEqualTo(201);
    assertThat(server.post("/api/test/orders").json("{'name':'x','count':null}").send().status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name':'x','count':'many'} | count",
        "{'name':'x','thing':'no id'} | thing",
        "{'name':'x','line':{'amount':'no number'}} | line.amount",
        "{'name':{'first':'x'}} | name",
        "{'name':'x','urgent':'yes'} | urgent",
        "{'name':'x','urgent':'true'} | urgent",
        "{'name':'x','urgent':1} | urgent",
        "{'name':'x','urgent':2.5} | urgent",
        "{'name':'x','urgent':[false]} | urgent",
        "{'name':'x','urgent':{}} | urgent"
      })
  void aMemberOfTheWrongKindIsNamed(String body, String field) {
    Answer answer = server.post("/api/test/orders").json(body).send();

    assertThat(fields(answer)).containsExactly(field);
  }

  @Test
  void everyBrokenConstraintIsNamed() {
    Answer answer =
        server
            .post("/api/test/checked")
            .json("{'title':' ','rating':11,'parts':[{'text':'ok'},{'text':''}]}")
            .send();

    assertThat(fields(answer)).containsExactlyInAnyOrder("title", "rating", "parts[1].text");
  }

  @Test
  void anIdInThePathThatIsNoneNamesNothing() {
    server.get("/api/test/things/not-an-id").send().isProblem(404, "NOT_FOUND");
  }

  @Test
  void aQueryOfTheWrongKindIsNamed() {
    Answer answer =
        server.get("/api/test/things/00000000-0000-0000-0000-000000000001?size=big").send();

    assertThat(fields(answer)).containsExactly("size");
  }

  @Test
  void aPathThatCannotBeReadIsAProblem() throws Exception {
    assertThat(RawHttp.status(server, "GET /api/test/%zz HTTP/1.1")).isBetween(400, 404);
  }

  @Test
  void aBodyThatIsTooLargeIsAProblem() {
    byte[] body = new byte[11 * 1024 * 1024];
    java.util.Arrays.fill(body, (byte) ' ');

    server
        .post("/api/test/orders")
        .header("Content-Type", "application/json")
        .bytes(body)
        .send()
        .isProblem(413, "BODY_TOO_LARGE");
  }

  @Test
  void aHeadRequestGetsNoBody() {
    Answer answer = server.request("HEAD", "/api/nowhere").send();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).isEmpty();
  }

  @Test
  void aBrowserIsToldOnAPage() {
    Answer answer = server.get("/api/nowhere").header("Accept", "text/html").send();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.text()).contains("<h1").doesNotContain("Exception");
  }

  @Test
  void aBrowserGetsThePageAndAProgramTheProblem() {
    ErrorPage page =
        (request, language, problem) ->
            "<h1 lang=%s>%d %s</h1>"
                .formatted(language.code(), problem.status().getCode(), problem.detail());
    try (WebServer withPages =
        WebServer.start(
            context -> context.registerSingleton(ErrorPage.class, page), "test.routes=true")) {
      Answer answer =
          withPages
              .get("/api/test/refused/LINK_NOT_VALID")
              .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
              .send();
      assertThat(answer.status()).isEqualTo(410);
      assertThat(answer.header("Content-Type")).hasValue("text/html; charset=utf-8");
      assertThat(answer.text()).startsWith("<h1 lang=en>410 This link is no longer valid.");

      withPages
          .get("/api/test/refused/LINK_NOT_VALID")
          .header("Accept", "application/json")
          .send()
          .isProblem(410, "LINK_NOT_VALID");
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> fields(Answer answer) {
    answer.isProblem(422, "INVALID_VALUE");
    return ((List<Map<String, String>>) answer.member("errors"))
        .stream().map(error -> error.get("field")).toList();
  }
}
