package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.TvSamples.aPersonKey;
import static dev.stagedoor.domain.fixture.TvSamples.aSubscriber;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.tv.PersonKey;
import dev.stagedoor.domain.tv.Subscriber;
import dev.stagedoor.domain.tv.port.SubscriberRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every store of subscribers must do. */
public interface SubscriberRepositoryContract extends RepositoryContract {
  SubscriberRepository subscribers();

  @Test
  default void somebodyWhoNeverWatchedIsAbsent() {
    write(() -> subscribers().add(aSubscriber(anAccountOnFile())));

    assertThat(write(() -> subscribers().find(anAccountOnFile()))).isEmpty();
  }

  @Test
  default void subscribersComeBackAsTheyWereAdded() {
    Subscriber inTrial = aSubscriber(anAccountOnFile());
    Subscriber without =
        Subscriber.begin(anAccountOnFile(), false, Duration.ofDays(7), NOW.plusSeconds(1));

    assertThat(write(() -> subscribers().add(inTrial))).isTrue();
    assertThat(write(() -> subscribers().add(without))).isTrue();

    assertThat(write(() -> subscribers().find(inTrial.id()))).contains(inTrial);
    assertThat(write(() -> subscribers().find(without.id()))).contains(without);
  }

  @Test
  default void whoIsThereIsNotAddedAgain() {
    Subscriber first = aSubscriber(anAccountOnFile());
    write(() -> subscribers().add(first));
    Subscriber again =
        Subscriber.begin(first.id(), true, Duration.ofDays(30), NOW.plus(Duration.ofDays(60)));

    assertThat(write(() -> subscribers().add(again))).isFalse();

    assertThat(write(() -> subscribers().find(first.id()))).contains(first);
  }

  @Test
  default void ofManyWhoAddTheSameOneDoes() {
    Subscriber subscriber = aSubscriber(anAccountOnFile());

    assertThat(Race.of(4, () -> write(() -> subscribers().add(subscriber)))).containsOnlyOnce(true);
  }

  @Test
  default void aPersonHasOneTrialWhateverTheirAccounts() {
    PersonKey person = aPersonKey();
    UserId first = anAccountOnFile();

    assertThat(claims(person, first)).isTrue();

    assertThat(claims(person, anAccountOnFile())).isFalse();
    assertThat(claims(person, first)).isFalse();
    assertThat(claims(aPersonKey(), first)).isTrue();
  }

  @Test
  default void trialsThatEndSoonAreTakenOnceThoseThatEndFirstFirst() {
    Instant day =
        Instant.parse("2150-01-01T00:00:00Z")
            .plusSeconds(ThreadLocalRandom.current().nextInt(1_000_000_000));
    UserId before = endingAt(day);
    UserId last = endingAt(day.plusSeconds(20));
    UserId first = endingAt(day.plusSeconds(10));
    UserId after = endingAt(day.plusSeconds(21));
    write(() -> subscribers().add(Subscriber.begin(anAccountOnFile(), false, Duration.ZERO, day)));

    assertThat(taken(day, 1)).containsExactly(first);
    assertThat(taken(day, 10)).containsExactly(last);
    assertThat(taken(day, 10)).isEmpty();
    assertThat(taken(day.minusSeconds(1), 10)).containsExactly(before);
    assertThat(taken(day.plusSeconds(1), 10)).containsExactly(after);
  }

  @Test
  default void whoWasTakenByWorkThatFailedIsTakenAgain() {
    Instant day =
        Instant.parse("2140-01-01T00:00:00Z")
            .plusSeconds(ThreadLocalRandom.current().nextInt(100_000_000));
    UserId one = endingAt(day.plusSeconds(1));
    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      assertThat(subscribers().takeEndingTrials(day, day.plusSeconds(20), 10))
                          .hasSize(1);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(taken(day, 10)).containsExactly(one);
  }

  private UserId endingAt(Instant end) {
    Duration trial = Duration.ofDays(7);
    UserId id = anAccountOnFile();
    write(() -> subscribers().add(Subscriber.begin(id, true, trial, end.minus(trial))));
    return id;
  }

  private List<UserId> taken(Instant after, int limit) {
    return write(() -> subscribers().takeEndingTrials(after, after.plusSeconds(20), limit)).stream()
        .map(Subscriber::id)
        .toList();
  }

  @Test
  default void ofManyWhoClaimATrialAtOnceOneGetsIt() {
    PersonKey person = aPersonKey();
    UserId user = anAccountOnFile();

    assertThat(Race.of(4, () -> claims(person, user))).containsOnlyOnce(true);
  }

  @Test
  default void aTrialThatWasClaimedInVainIsStillThere() {
    PersonKey person = aPersonKey();
    UserId user = anAccountOnFile();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      subscribers().claimTrial(person, user, NOW);
                      subscribers().add(aSubscriber(user));
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> subscribers().find(user))).isEmpty();
    assertThat(claims(person, user)).isTrue();
  }

  @Test
  default void whoLocksASubscriberIsAlone() {
    Subscriber subscriber = aSubscriber(anAccountOnFile());
    write(() -> subscribers().add(subscriber));
    AtomicInteger inside = new AtomicInteger();

    assertThat(
            Race.of(
                4,
                () -> {
                  int most = 0;
                  for (int i = 0; i < 5; i++) {
                    most =
                        Math.max(
                            most,
                            write(
                                () -> {
                                  subscribers().lock(subscriber.id());
                                  int together = inside.incrementAndGet();
                                  Thread.yield();
                                  inside.decrementAndGet();
                                  return together;
                                }));
                  }
                  return most;
                }))
        .containsOnly(1);
  }

  @Test
  default void lockingNobodyDoesNothing() {
    UserId nobody = anAccountOnFile();

    run(() -> subscribers().lock(nobody));

    assertThat(write(() -> subscribers().find(nobody))).isEmpty();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    UserId some = anAccountOnFile();

    assertNeedsUnitOfWork(() -> subscribers().find(some));
    assertNeedsUnitOfWork(() -> subscribers().add(aSubscriber(some)));
    assertNeedsUnitOfWork(() -> subscribers().lock(some));
    assertNeedsUnitOfWork(() -> subscribers().claimTrial(aPersonKey(), some, NOW));
  }

  private boolean claims(PersonKey person, UserId user) {
    return write(() -> subscribers().claimTrial(person, user, NOW));
  }
}
