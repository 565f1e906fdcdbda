package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.port.IdempotencyRecords;
import dev.stagedoor.application.port.IdempotencyRecords.Answer;
import dev.stagedoor.application.port.IdempotencyRecords.Known;
import dev.stagedoor.application.port.IdempotencyRecords.Request;
import dev.stagedoor.application.port.IdempotencyRecords.State;
import dev.stagedoor.domain.fixture.Race;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of idempotency records must do. */
public interface IdempotencyRecordsContract {
  /** Before this nothing counts. */
  Instant EXPIRED = NOW.minusSeconds(86_400);

  IdempotencyRecords records();

  @Test
  default void aNewKeyIsTakenOnceUntilItIsAnswered() {
    Request request = aRequest();

    assertThat(start(request)).isEqualTo(State.STARTED);
    assertThat(start(request)).isEqualTo(State.RUNNING);
    assertThat(start(request)).isEqualTo(State.RUNNING);
  }

  @Test
  default void anAnswerIsReplayedExactly() {
    Request request = aRequest();
    start(request);
    byte[] body = {0, 1, 2, (byte) 0xFF, '{', '}'};
    records().finish(request, new Answer(201, "application/json", body));
    Known known = records().start(request, NOW, EXPIRED);

    assertThat(known.state()).isEqualTo(State.FINISHED);
    assertThat(known.answer().orElseThrow().status()).isEqualTo(201);
    assertThat(known.answer().orElseThrow().contentType()).isEqualTo("application/json");
    assertThat(known.answer().orElseThrow().body()).isEqualTo(body);
  }

  @Test
  default void onlyAFinishedRequestHasAnAnswer() {
    Request request = aRequest();

    assertThat(records().start(request, NOW, EXPIRED).answer()).isEmpty();
    assertThat(records().start(request, NOW, EXPIRED).answer()).isEmpty();
  }

  @Test
  default void anEmptyAnswerIsAnAnswer() {
    Request request = aRequest();
    start(request);
    records().finish(request, new Answer(204, "", new byte[0]));

    assertThat(records().start(request, NOW, EXPIRED).answer().orElseThrow().body()).isEmpty();
  }

  @Test
  default void theSameKeyWithAnotherBodyIsToldApart() {
    Request request = aRequest();
    Request other = new Request(request.scope(), request.key(), "another hash");
    start(request);
    assertThat(start(other)).isEqualTo(State.OTHER_BODY);

    records().finish(request, anAnswer("first"));
    Known known = records().start(other, NOW, EXPIRED);
    assertThat(known.state()).isEqualTo(State.OTHER_BODY);
    assertThat(known.answer()).isEmpty();
  }

  @Test
  default void theSameKeyOfSomebodyElseIsAnotherKey() {
    Request request = aRequest();
    start(request);

    assertThat(start(new Request("another scope", request.key(), request.bodyHash())))
        .isEqualTo(State.STARTED);
    assertThat(start(new Request(request.scope(), UUID.randomUUID().toString(), "hash")))
        .isEqualTo(State.STARTED);
  }

  @Test
  default void aKeyThatWasGivenBackCanBeTakenAgain() {
    Request request = aRequest();
    start(request);
    records().release(request);

    assertThat(start(new Request(request.scope(), request.key(), "another hash")))
        .isEqualTo(State.STARTED);
  }

  @Test
  default void anAnswerThatWasKeptIsNotGivenBack() {
    Request request = aRequest();
    start(request);
    records().finish(request, anAnswer("first"));
    records().release(request);

    assertThat(start(request)).isEqualTo(State.FINISHED);
  }

  @Test
  default void anExpiredKeyIsAsGoodAsNew() {
    Request running = aRequest();
    records().start(running, EXPIRED.minusSeconds(1), EXPIRED.minusSeconds(1000));
    Request finished = aRequest();
    records().start(finished, EXPIRED.minusSeconds(1), EXPIRED.minusSeconds(1000));
    records().finish(finished, anAnswer("old"));

    assertThat(start(running)).isEqualTo(State.STARTED);
    Known known = records().start(finished, NOW, EXPIRED);
    assertThat(known.state()).isEqualTo(State.STARTED);
    assertThat(known.answer()).isEmpty();
    assertThat(start(finished)).isEqualTo(State.RUNNING);
  }

  @Test
  default void aKeyCountsUntilItHasExpired() {
    Request request = aRequest();
    records().start(request, EXPIRED, EXPIRED.minusSeconds(1000));

    assertThat(start(request)).isEqualTo(State.RUNNING);
  }

  @Test
  default void aLateAnswerToARequestThatExpiredIsNotGivenToTheNext() {
    Request slow = aRequest();
    records().start(slow, EXPIRED.minusSeconds(1), EXPIRED.minusSeconds(1000));
    Request next = new Request(slow.scope(), slow.key(), "another hash");
    assertThat(start(next)).isEqualTo(State.STARTED);
    records().finish(slow, anAnswer("late"));
    records().release(slow);

    assertThat(start(next)).isEqualTo(State.RUNNING);
  }

  @Test
  default void ofConcurrentRequestsExactlyOneStarts() {
    Request request = aRequest();

    assertThat(Race.of(4, () -> start(request)))
        .containsOnlyOnce(State.STARTED)
        .containsOnly(State.STARTED, State.RUNNING);
  }

  @Test
  default void ofConcurrentRequestsForAnExpiredKeyExactlyOneStarts() {
    Request request = aRequest();
    records().start(request, EXPIRED.minusSeconds(1), EXPIRED.minusSeconds(1000));

    assertThat(Race.of(4, () -> start(request)))
        .containsOnlyOnce(State.STARTED)
        .containsOnly(State.STARTED, State.RUNNING);
  }

  @Test
  default void whatHasExpiredIsRemovedAndNothingElse() {
    Instant longAgo = Instant.parse("1990-01-01T00:00:00Z");
    Request old = aRequest();
    records().start(old, longAgo, longAgo);
    Request recent = aRequest();
    start(recent);
    records().finish(recent, anAnswer("recent"));

    assertThat(records().purge(longAgo.plusSeconds(1))).isEqualTo(1);
    assertThat(records().purge(longAgo.plusSeconds(1))).isZero();
    assertThat(start(recent)).isEqualTo(State.FINISHED);
    assertThat(records().start(old, longAgo, longAgo).state()).isEqualTo(State.STARTED);
    records().purge(longAgo.plusSeconds(1));
  }

  private State start(Request request) {
    return records().start(request, NOW, EXPIRED).state();
  }

  private static Request aRequest() {
    return new Request("usr_1 POST /api/streams", UUID.randomUUID().toString(), "hash of the body");
  }

  private static Answer anAnswer(String text) {
    return new Answer(200, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }
}
