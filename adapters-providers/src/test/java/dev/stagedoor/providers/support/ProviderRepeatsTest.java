package dev.stagedoor.providers.support;

import static dev.stagedoor.domain.kernel.ProviderException.Kind.RATE_LIMITED;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.UNAVAILABLE;
import static dev.stagedoor.domain.kernel.ProviderException.Kind.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.ProviderException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked again, and when nobody is asked. */
class ProviderRepeatsTest extends ProviderHttpScene {
  @ParameterizedTest
  @ValueSource(ints = {502, 503, 504})
  void whatMayBeRepeatedIsRepeatedUntilItSucceeds(int status) {
    answers(status(status), status(status), body("{}"));

    assertThat(http.get("thing.read", "/things").send().status()).isEqualTo(200);
    assertThat(received()).hasSize(3);
    assertThat(waiting.pauses.get(0)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
    assertThat(waiting.pauses.get(1)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 408, 409, 422, 429, 500, 501, 302})
  void nothingElseIsRepeated(int status) {
    answers(status(status), body("{}"));

    failure(http.get("thing.read", "/things"));

    assertThat(received()).hasSize(1);
  }

  @Test
  void putsDeletesAndCallsWithAKeyAreRepeated() {
    for (ProviderRequest request :
        List.of(
            to("").build().put("t", "/"),
            to("").build().delete("t", "/"),
            to("").build().patch("t", "/").repeatable(),
            to("").build().post("t", "/").idempotencyKey("Idempotency-Key", "k"))) {
      FAR_SIDE.resetAll();
      answers(status(503), status(204));

      assertThat(request.send().status()).isEqualTo(204);
      assertThat(received()).hasSize(2);
    }
  }

  @Test
  void patchesAndWhatIsToBeDoneOnceAreNotRepeated() {
    for (ProviderRequest request :
        List.of(http.patch("t", "/"), http.put("t", "/").once(), http.get("t", "/").once())) {
      FAR_SIDE.resetAll();
      answers(status(503), status(204));

      failure(request);

      assertThat(received()).hasSize(1);
    }
  }

  @Test
  void aConflictIsRepeatedWhereAskedFor() {
    answers(status(409), status(201));

    Answer answer =
        http.post("t", "/").idempotencyKey("Idempotency-Key", "k").repeatingConflicts().send();

    assertThat(answer.status()).isEqualTo(201);
  }

  @Test
  void aConflictThatStaysMeansThatTheFirstCallIsStillAtWork() {
    answers(status(409));

    ProviderException failure =
        failure(http.post("t", "/").idempotencyKey("Idempotency-Key", "k").repeatingConflicts());

    assertThat(failure.kind()).isEqualTo(UNREADABLE);
    assertThat(HttpRefusal.is(failure, 409)).isTrue();
    assertThat(received()).hasSize(3);
  }

  @Test
  void aRateLimitIsWaitedForWhenItFits() {
    answers(status(429).withHeader("Retry-After", "3"), body("{}"));

    assertThat(http.get("t", "/").send().status()).isEqualTo(200);
    assertThat(waiting.pauses).containsExactly(Duration.ofSeconds(3));
  }

  @Test
  void aRateLimitCanBeADate() {
    answers(status(429).withHeader("Retry-After", "Sun, 01 Mar 2026 10:00:04 GMT"), body("{}"));

    assertThat(http.get("t", "/").send().status()).isEqualTo(200);
    assertThat(waiting.pauses).containsExactly(Duration.ofSeconds(4));
  }

  @Test
  void aRateLimitThatDoesNotFitIsTold() {
    answers(status(429).withHeader("Retry-After", "60"), body("{}"));

    ProviderException failure = failure(http.get("t", "/"));

    assertThat(failure.kind()).isEqualTo(RATE_LIMITED);
    assertThat(failure.retryAfter()).contains(Duration.ofMinutes(1));
    assertThat(received()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "", "1.5", "Sun, 99 Mar 2026 10:00:04 GMT"})
  void aTimeThatIsNoneIsNotWaitedFor(String retryAfter) {
    answers(status(429).withHeader("Retry-After", retryAfter), body("{}"));

    assertThat(failure(http.get("t", "/")).retryAfter()).isEmpty();
    assertThat(received()).hasSize(1);
  }

  @Test
  void allAttemptsTogetherStayInTheTotal() {
    answers(status(503).withHeader("Retry-After", "15"));

    ProviderException failure = failure(http.get("t", "/"));

    assertThat(waiting.pauses).as("two would be 30 s, 25 s are left").hasSize(1);
    assertThat(failure.kind()).isEqualTo(UNAVAILABLE);
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(15));
  }

  @Test
  void theCircuitOpensOnStatusesThatSayTheProviderIsDown() {
    answers(status(503));
    for (int i = 0; i < 5; i++) {
      assertThat(failure(http.post("t", "/")).kind()).isEqualTo(UNREADABLE);
    }

    ProviderException failure = failure(http.post("t", "/"));

    assertThat(failure.kind()).isEqualTo(UNAVAILABLE);
    assertThat(failure.retryAfter()).contains(ProviderCalls.REST);
    assertThat(received()).hasSize(5);
  }

  @Test
  void aCircuitThatOpensBetweenTwoAttemptsAtAChangeLeavesItOpenWhetherItWasMade() {
    answers(status(503));
    for (int i = 0; i < 4; i++) {
      failure(http.post("t", "/"));
    }

    ProviderException failure = failure(http.put("t", "/"));

    assertThat(failure.kind()).isEqualTo(UNREADABLE);
    assertThat(received()).hasSize(5);
  }

  @Test
  void refusalsNeverOpenTheCircuit() {
    answers(status(422));
    for (int i = 0; i < 20; i++) {
      failure(http.post("t", "/"));
    }

    assertThat(received()).hasSize(20);
  }

  @Test
  void twoAddressesOfOneProviderShareACircuit() {
    answers(status(500));
    ProviderCalls calls = new ProviderCalls(ACME, runtime());
    URI address = URI.create("http://localhost:" + FAR_SIDE.getPort());
    ProviderHttp one = ProviderHttp.to(address, calls).build();
    ProviderHttp other = ProviderHttp.to(address, calls).build();
    for (int i = 0; i < 5; i++) {
      failure(one.post("t", "/"));
    }

    assertThat(failure(other.post("t", "/")).kind()).isEqualTo(UNAVAILABLE);
  }
}
