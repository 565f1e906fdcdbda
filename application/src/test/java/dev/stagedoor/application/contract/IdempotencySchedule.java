package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.port.IdempotencyRecords;
import dev.stagedoor.application.port.IdempotencyRecords.Answer;
import dev.stagedoor.application.port.IdempotencyRecords.Attempt;
import dev.stagedoor.application.port.IdempotencyRecords.Known;
import dev.stagedoor.application.port.IdempotencyRecords.Request;
import dev.stagedoor.application.port.IdempotencyRecords.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/**
 * One random course of events around one key, checked step by step against what the words of the
 * port say should be known: a list of what happened, read anew at every step, instead of a record
 * that is changed.
 */
final class IdempotencySchedule {
  private enum What {
    TOOK,
    RENEWED,
    ANSWERED,
    GAVE_BACK
  }

  private record Happened(What what, Attempt who, Instant until, String answer) {}

  private static final int STEPS = 12;

  private final IdempotencyRecords records;
  private final Random random;
  private final long seed;
  private final Duration lease;
  private final Duration keep;
  private final String key = UUID.randomUUID().toString();
  private final List<Attempt> attempts = new ArrayList<>();
  private final List<Happened> history = new ArrayList<>();
  private Instant now = NOW;

  IdempotencySchedule(IdempotencyRecords records, long seed, Duration lease, Duration keep) {
    this.records = records;
    this.random = new Random(seed);
    this.seed = seed;
    this.lease = lease;
    this.keep = keep;
  }

  void run() {
    for (int step = 0; step < STEPS; step++) {
      pass();
      int next = random.nextInt(10);
      if (next < 5 || attempts.isEmpty()) {
        ask(step);
      } else {
        // Any attempt, also one that lost the key long ago; one that is never chosen has died.
        Attempt who = attempts.get(random.nextInt(attempts.size()));
        switch (next) {
          case 5, 6 -> finish(who, "answer " + step);
          case 7 -> giveBack(who);
          default -> renew(who);
        }
      }
    }
    ask(STEPS);
  }

  private void pass() {
    switch (random.nextInt(8)) {
      case 0 -> now = now.plus(lease);
      case 1 -> now = now.plus(lease).minusMillis(1);
      case 2, 3 -> now = now.plus(lease.dividedBy(2));
      case 4 -> now = random.nextInt(4) == 0 ? now.plus(keep) : now;
      default -> {}
    }
  }

  private void ask(int step) {
    Attempt asking =
        new Attempt(
            new Request("scope", key, "body " + (random.nextInt(4) == 0 ? "other" : "same")),
            UUID.randomUUID(),
            now,
            now.plus(lease),
            now.plus(keep));
    State expected = expected(asking);
    Optional<String> answer = expected == State.FINISHED ? answer() : Optional.empty();

    Known known = records.start(asking);

    assertThat(known.state()).as("seed %d, step %d", seed, step).isEqualTo(expected);
    assertThat(known.answer().map(one -> new String(one.body(), StandardCharsets.UTF_8)))
        .as("seed %d, step %d", seed, step)
        .isEqualTo(answer);
    attempts.add(asking);
    if (expected == State.STARTED) {
      history.add(new Happened(What.TOOK, asking, asking.heldUntil(), ""));
    }
  }

  private void finish(Attempt who, String answer) {
    records.finish(who, new Answer(200, "", answer.getBytes(StandardCharsets.UTF_8)));
    if (isHeldBy(who)) {
      history.add(new Happened(What.ANSWERED, who, who.keptUntil(), answer));
    }
  }

  private void giveBack(Attempt who) {
    records.release(who);
    if (isHeldBy(who)) {
      history.add(new Happened(What.GAVE_BACK, who, now, ""));
    }
  }

  private void renew(Attempt who) {
    records.renew(who, now.plus(lease));
    if (isHeldBy(who)) {
      history.add(new Happened(What.RENEWED, who, now.plus(lease), ""));
    }
  }

  private State expected(Attempt asking) {
    if (history.isEmpty()) {
      return State.STARTED;
    }
    Happened last = history.get(history.size() - 1);
    boolean isForgotten = !now.isBefore(last.who().keptUntil());
    if (isForgotten || last.what() == What.GAVE_BACK) {
      return State.STARTED;
    }
    if (!last.who().request().equals(asking.request())) {
      return State.OTHER_BODY;
    }
    if (last.what() == What.ANSWERED) {
      return State.FINISHED;
    }
    return now.isBefore(last.until()) ? State.RUNNING : State.STARTED;
  }

  private Optional<String> answer() {
    return Optional.of(history.get(history.size() - 1).answer());
  }

  /** Whoever did the last thing still holds the key, unless that thing ended it. */
  private boolean isHeldBy(Attempt who) {
    if (history.isEmpty()) {
      return false;
    }
    Happened last = history.get(history.size() - 1);
    return last.who().holder().equals(who.holder())
        && (last.what() == What.TOOK || last.what() == What.RENEWED);
  }
}
