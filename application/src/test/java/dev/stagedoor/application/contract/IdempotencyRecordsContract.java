package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.port.IdempotencyRecords;
import dev.stagedoor.application.port.IdempotencyRecords.Answer;
import dev.stagedoor.application.port.IdempotencyRecords.Attempt;
import dev.stagedoor.application.port.IdempotencyRecords.Known;
import dev.stagedoor.application.port.IdempotencyRecords.Request;
import dev.stagedoor.application.port.IdempotencyRecords.State;
import dev.stagedoor.domain.fixture.Race;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of idempotency records must do. */
public interface IdempotencyRecordsContract {
  Duration LEASE = Duration.ofMinutes(2);
  Duration KEEP = Duration.ofHours(24);

  IdempotencyRecords records();

  /** How many random schedules are held against the model. */
  int schedules();

  @Test
  default void aNewKeyIsTakenOnceUntilItIsAnswered() {
    Request request = aRequest();

    assertThat(start(request)).isEqualTo(State.STARTED);
    assertThat(start(request)).isEqualTo(State.RUNNING);
    assertThat(start(request)).isEqualTo(State.RUNNING);
  }

  @Test
  default void anAnswerIsReplayedExactly() {
    Attempt attempt = started(aRequest());
    byte[] body = {0, 1, 2, (byte) 0xFF, '{', '}'};
    records().finish(attempt, new Answer(201, "application/json", body));
    Known known = records().start(attempt(attempt.request(), NOW));

    assertThat(known.state()).isEqualTo(State.FINISHED);
    assertThat(known.answer().orElseThrow().status()).isEqualTo(201);
    assertThat(known.answer().orElseThrow().contentType()).isEqualTo("application/json");
    assertThat(known.answer().orElseThrow().body()).isEqualTo(body);
  }

  @Test
  default void onlyAFinishedRequestHasAnAnswer() {
    Request request = aRequest();

    assertThat(records().start(attempt(request, NOW)).answer()).isEmpty();
    assertThat(records().start(attempt(request, NOW)).answer()).isEmpty();
  }

  @Test
  default void anEmptyAnswerIsAnAnswer() {
    Attempt attempt = started(aRequest());
    records().finish(attempt, new Answer(204, "", new byte[0]));

    assertThat(records().start(attempt(attempt.request(), NOW)).answer().orElseThrow().body())
        .isEmpty();
  }

  @Test
  default void theSameKeyWithAnotherBodyIsToldApart() {
    Attempt first = started(aRequest());
    Request other = withAnotherBody(first.request());
    assertThat(start(other)).isEqualTo(State.OTHER_BODY);

    records().finish(first, anAnswer("first"));
    Known known = records().start(attempt(other, NOW));
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
    Attempt attempt = started(aRequest());
    records().release(attempt);

    assertThat(start(withAnotherBody(attempt.request()))).isEqualTo(State.STARTED);
  }

  @Test
  default void anAnswerThatWasKeptIsNotGivenBack() {
    Attempt attempt = started(aRequest());
    records().finish(attempt, anAnswer("first"));
    records().release(attempt);

    assertThat(start(attempt.request())).isEqualTo(State.FINISHED);
  }

  @Test
  default void aKeyWhoseHolderDiedIsTakenWhenTheLeaseIsOver() {
    Attempt dead = started(aRequest());

    assertThat(start(dead.request(), dead.heldUntil().minusMillis(1))).isEqualTo(State.RUNNING);
    assertThat(start(dead.request(), dead.heldUntil())).isEqualTo(State.STARTED);
    assertThat(start(dead.request(), dead.heldUntil())).isEqualTo(State.RUNNING);
  }

  @Test
  default void aKeyWhoseHolderDiedStaysThatOfItsBody() {
    Attempt dead = started(aRequest());

    assertThat(start(withAnotherBody(dead.request()), dead.heldUntil()))
        .isEqualTo(State.OTHER_BODY);
  }

  @Test
  default void aRenewedLeaseEndsLater() {
    Attempt slow = started(aRequest());
    Instant later = slow.heldUntil().plusSeconds(60);
    records().renew(slow, later);

    assertThat(start(slow.request(), later.minusMillis(1))).isEqualTo(State.RUNNING);
    assertThat(start(slow.request(), later)).isEqualTo(State.STARTED);
  }

  @Test
  default void anAnswerThatComesBeforeAnybodyTookTheKeyIsKept() {
    Attempt slow = started(aRequest());
    records().finish(slow, anAnswer("late, but nobody else asked"));

    assertThat(start(slow.request(), slow.heldUntil().plusSeconds(60))).isEqualTo(State.FINISHED);
  }

  @Test
  default void whoLostTheKeyCanNeitherAnswerNorGiveItBackNorHoldItLonger() {
    Attempt slow = started(aRequest());
    Attempt next = attempt(slow.request(), slow.heldUntil());
    records().start(next);

    records().renew(slow, slow.heldUntil().plus(KEEP));
    records().release(slow);
    records().finish(slow, anAnswer("of the one who lost the key"));
    assertThat(start(slow.request(), next.at())).isEqualTo(State.RUNNING);

    records().finish(next, anAnswer("of the one who holds it"));
    records().finish(slow, anAnswer("of the one who lost the key"));
    assertThat(
            text(records().start(attempt(slow.request(), next.at())).answer().orElseThrow().body()))
        .isEqualTo("of the one who holds it");
  }

  @Test
  default void whoLostTheKeyCannotHoldItLonger() {
    Attempt slow = started(aRequest());
    Attempt next = attempt(slow.request(), slow.heldUntil());
    records().start(next);
    records().renew(slow, slow.heldUntil().plus(KEEP));

    assertThat(start(slow.request(), next.heldUntil())).isEqualTo(State.STARTED);
  }

  @Test
  default void aRequestThatIsKeptNoLongerIsAsGoodAsNew() {
    Attempt running = started(aRequest());
    Attempt finished = started(aRequest());
    records().finish(finished, anAnswer("old"));
    Instant end = NOW.plus(KEEP);

    assertThat(start(finished.request(), end.minusMillis(1))).isEqualTo(State.FINISHED);
    assertThat(start(withAnotherBody(running.request()), end)).isEqualTo(State.STARTED);
    Known known = records().start(attempt(finished.request(), end));
    assertThat(known.state()).isEqualTo(State.STARTED);
    assertThat(known.answer()).isEmpty();
    assertThat(start(finished.request(), end)).isEqualTo(State.RUNNING);
  }

  @Test
  default void ofConcurrentRequestsExactlyOneStarts() {
    Request request = aRequest();

    assertThat(Race.of(4, () -> start(request)))
        .containsOnlyOnce(State.STARTED)
        .containsOnly(State.STARTED, State.RUNNING);
  }

  @Test
  default void ofConcurrentRequestsForAKeyWhoseHolderDiedExactlyOneStarts() {
    Attempt dead = started(aRequest());

    assertThat(Race.of(4, () -> start(dead.request(), dead.heldUntil())))
        .containsOnlyOnce(State.STARTED)
        .containsOnly(State.STARTED, State.RUNNING);
  }

  @Test
  default void whatIsKeptNoLongerIsRemovedAndNothingElse() {
    Instant longAgo = Instant.parse("1990-01-01T00:00:00Z");
    records().purge(longAgo.plus(KEEP));
    Attempt old = attempt(aRequest(), longAgo);
    records().start(old);
    Attempt recent = started(aRequest());
    records().finish(recent, anAnswer("recent"));

    assertThat(records().purge(old.keptUntil().minusMillis(1))).isZero();
    assertThat(records().purge(old.keptUntil())).isEqualTo(1);
    assertThat(records().purge(old.keptUntil())).isZero();
    assertThat(start(recent.request())).isEqualTo(State.FINISHED);
  }

  /**
   * The same key, the same and another body, holders that finish, give back, die and come back from
   * the dead, at random moments.
   */
  @Test
  default void randomSchedulesGoAsTheModelSays() {
    for (long seed = 0; seed < schedules(); seed++) {
      new IdempotencySchedule(records(), seed, LEASE, KEEP).run();
    }
  }

  private Attempt started(Request request) {
    Attempt attempt = attempt(request, NOW);
    assertThat(records().start(attempt).state()).isEqualTo(State.STARTED);
    return attempt;
  }

  private State start(Request request) {
    return start(request, NOW);
  }

  private State start(Request request, Instant at) {
    return records().start(attempt(request, at)).state();
  }

  private static Attempt attempt(Request request, Instant at) {
    return new Attempt(request, UUID.randomUUID(), at, at.plus(LEASE), at.plus(KEEP));
  }

  private static Request aRequest() {
    return new Request("usr_1 POST /api/streams", UUID.randomUUID().toString(), "hash of the body");
  }

  private static Request withAnotherBody(Request request) {
    return new Request(request.scope(), request.key(), "another hash");
  }

  private static Answer anAnswer(String text) {
    return new Answer(200, "text/plain", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
