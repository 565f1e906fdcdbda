package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.SubscriptionSamples.aSubscription;
import static dev.stagedoor.domain.fixture.SubscriptionSamples.aSubscriptionId;
import static dev.stagedoor.domain.fixture.SubscriptionSamples.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.subscriptions.GracePeriod;
import dev.stagedoor.domain.subscriptions.Subscription;
import dev.stagedoor.domain.subscriptions.SubscriptionId;
import dev.stagedoor.domain.subscriptions.SubscriptionStatus;
import dev.stagedoor.domain.subscriptions.port.SubscriptionRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every store of subscriptions must do. */
public interface SubscriptionRepositoryContract extends RepositoryContract {
  SubscriptionRepository subscriptions();

  @Test
  default void whatIsUnknownIsAbsent() {
    onFile(aSubscription(anAccountOnFile()));

    assertThat(write(() -> subscriptions().lock(aSubscriptionId()))).isEmpty();
    assertThat(of(anAccountOnFile())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(SubscriptionStatus.class)
  default void aSubscriptionComesBackAsItWasSaved(SubscriptionStatus status) {
    UserId holder = anAccountOnFile();
    Subscription opened = onFile(aSubscription(holder, NOW.minusSeconds(1)));
    Subscription seen = onFile(aSubscription(holder, status));

    assertSame(stored(opened.id()), opened);
    assertSame(stored(seen.id()), seen);
    assertThat(stored(seen.id()).version()).isEqualTo(1);
    List<Subscription> all = of(holder);
    assertThat(all).extracting(Subscription::id).containsExactly(seen.id(), opened.id());
    assertSame(all.get(0), seen);
    assertSame(all.get(1), opened);
  }

  @Test
  default void everyPartOfASubscriptionIsKept() {
    Subscription full =
        onFile(
            Subscription.restore(
                new Subscription.Snapshot(
                    aSubscriptionId(),
                    anAccountOnFile(),
                    ProviderRef.of("stripe", "price_zoë"),
                    SubscriptionStatus.UNPAID,
                    ProviderRef.of("stripe", "cs_1"),
                    ProviderRef.of("stripe", "sub_" + aSubscriptionId().value()),
                    ProviderRef.of("stripe", "cus_1"),
                    NOW.plusSeconds(1),
                    true,
                    NOW.plusSeconds(2),
                    3,
                    NOW.plusSeconds(4),
                    NOW.plusSeconds(6),
                    7,
                    null,
                    NOW.plusSeconds(5),
                    0)));

    assertSame(stored(full.id()), full);
  }

  @Test
  default void aSavedChangeReplacesWhatWasStored() {
    Subscription opened = onFile(aSubscription(anAccountOnFile()));
    change(
        opened.id(),
        found -> found.seen(reading(found, SubscriptionStatus.PAST_DUE), NOW.plusSeconds(1)));
    change(
        opened.id(),
        found -> assertThat(found.remind(GracePeriod.standard(), NOW.plusSeconds(2))).isPresent());

    Subscription.Snapshot reminded = stored(opened.id()).snapshot();
    assertThat(reminded.status()).isEqualTo(SubscriptionStatus.PAST_DUE);
    assertThat(reminded.unpaidSince()).isEqualTo(NOW.plusSeconds(1));
    assertThat(reminded.reminders()).isEqualTo(1);
    assertThat(reminded.version()).isEqualTo(3);

    change(
        opened.id(),
        found -> found.seen(reading(found, SubscriptionStatus.ENDED), NOW.plusSeconds(3)));

    Subscription.Snapshot ended = stored(opened.id()).snapshot();
    assertThat(ended.unpaidSince()).isNull();
    assertThat(ended.reminders()).isZero();
    assertThat(ended.endedAt()).isEqualTo(NOW.plusSeconds(3));
  }

  @Test
  default void whatAHolderBeganComesNewestFirst() {
    UserId holder = anAccountOnFile();
    Subscription middle = onFile(aSubscription(holder, NOW.plusSeconds(1)));
    Subscription oldest = onFile(aSubscription(holder, NOW));
    Subscription newest = onFile(aSubscription(holder, NOW.plusSeconds(2)));
    onFile(aSubscription(anAccountOnFile()));

    assertThat(of(holder))
        .extracting(Subscription::id)
        .containsExactly(newest.id(), middle.id(), oldest.id());
  }

  @Test
  default void whatIsToBeAskedAboutIsFoundTheLongestDueFirstAndWhatIsOverIsNot() {
    // Long ago, so that nobody else's were due for longer.
    Instant then = NOW.minus(Duration.ofDays(1000));
    Instant due = then.plus(Duration.ofHours(6));
    Subscription second = seen(SubscriptionStatus.PAUSED, then.plusSeconds(1));
    Subscription begun = onFile(aSubscription(anAccountOnFile(), due.minusSeconds(61)));
    Subscription third = seen(SubscriptionStatus.ACTIVE, then.plusSeconds(2));
    Subscription later = seen(SubscriptionStatus.ACTIVE, then.plusSeconds(4));
    Subscription over = seen(SubscriptionStatus.ENDED, then);
    Subscription expired = aSubscription(anAccountOnFile(), then);
    expired.expired(then);
    onFile(expired);

    assertThat(due(due.plusSeconds(2), 100))
        .containsExactly(begun.id(), second.id(), third.id())
        .doesNotContain(later.id(), over.id(), expired.id());
    assertThat(due(due.plusSeconds(2), 2)).containsExactly(begun.id(), second.id());
    assertThat(due(then, 100)).isEmpty();
    for (Subscription done : List.of(begun, second, third, later)) {
      change(done.id(), found -> found.seen(reading(found, SubscriptionStatus.ENDED), NOW));
    }
  }

  @Test
  default void whatTheProviderDidNotAnswerForComesAfterTheOthers() {
    Instant then = NOW.minus(Duration.ofDays(1000));
    Subscription silent = seen(SubscriptionStatus.ACTIVE, then);
    Subscription other = seen(SubscriptionStatus.ACTIVE, then.plusSeconds(1));
    Instant now = then.plus(Duration.ofHours(7));

    change(silent.id(), found -> found.unanswered(now));

    assertThat(due(now, 1)).containsExactly(other.id());
    assertThat(due(now.plusSeconds(60), 2)).containsExactly(other.id(), silent.id());
    assertThat(stored(silent.id()).snapshot().unanswered()).isEqualTo(1);
    for (Subscription done : List.of(silent, other)) {
      change(done.id(), found -> found.seen(reading(found, SubscriptionStatus.ENDED), NOW));
    }
  }

  @Test
  default void whatRestsKeepsSinceWhenItIsUnpaid() {
    Subscription resting = seen(SubscriptionStatus.PAST_DUE, NOW);

    change(
        resting.id(),
        found -> found.seen(reading(found, SubscriptionStatus.PAUSED), NOW.plusSeconds(1)));

    assertThat(stored(resting.id()).snapshot().unpaidSince()).isEqualTo(NOW);
  }

  @Test
  default void aPageComesBackAsItWasSavedUntilItHasExpired() {
    Subscription opened = aSubscription(anAccountOnFile());
    opened.opened(ProviderRef.of("stripe", "cs_zoë"), NOW);
    onFile(opened);
    assertSame(stored(opened.id()), opened);

    change(opened.id(), found -> found.expired(NOW.plusSeconds(1)));

    Subscription.Snapshot over = stored(opened.id()).snapshot();
    assertThat(over.status()).isEqualTo(SubscriptionStatus.ENDED);
    assertThat(over.endedAt()).isEqualTo(NOW.plusSeconds(1));
    assertThat(over.page()).isEqualTo(ProviderRef.of("stripe", "cs_zoë"));
    assertThat(over.ref()).isNull();
    assertThat(over.lookAt()).isNull();
  }

  @Test
  default void aChangeNotSavedIsNotSeen() {
    Subscription added = onFile(aSubscription(anAccountOnFile()));
    added.seen(reading(added, SubscriptionStatus.ACTIVE), NOW);
    run(
        () -> {
          Subscription found = subscriptions().lock(added.id()).orElseThrow();
          found.seen(reading(found, SubscriptionStatus.ACTIVE), NOW);
        });

    assertThat(stored(added.id()).status()).isEqualTo(SubscriptionStatus.INCOMPLETE);
  }

  @Test
  default void aSaveOnAStaleVersionIsRefusedAndChangesNothing() {
    Subscription added = onFile(aSubscription(anAccountOnFile()));
    Subscription mine = stored(added.id());
    change(added.id(), found -> found.seen(reading(found, SubscriptionStatus.ACTIVE), NOW));
    mine.seen(reading(mine, SubscriptionStatus.ENDED), NOW);

    assertStale(() -> run(() -> subscriptions().save(mine)));
    assertStale(() -> run(() -> subscriptions().save(added)));

    assertThat(stored(added.id()).status()).isEqualTo(SubscriptionStatus.ACTIVE);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    UserId holder = anAccountOnFile();
    Subscription added = aSubscription(holder);

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      subscriptions().save(added);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(of(holder)).isEmpty();
  }

  @Test
  default void ofManyWhoBeginTheSameOneDoes() {
    Subscription wanted = aSubscription(anAccountOnFile());

    List<Boolean> began = Race.of(4, () -> begins(wanted));

    assertThat(began).containsOnlyOnce(true);
    assertThat(of(wanted.holder())).hasSize(1);
  }

  @Test
  default void changesUnderALockAreNeverLost() {
    Subscription added = onFile(aSubscription(anAccountOnFile()));

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            change(added.id(), found -> found.seen(reading(found, SubscriptionStatus.ACTIVE), NOW));
          }
          return true;
        });

    assertThat(stored(added.id()).version()).isEqualTo(21);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Subscription some = aSubscription(anAccountOnFile());

    assertNeedsUnitOfWork(() -> subscriptions().lock(some.id()));
    assertNeedsUnitOfWork(() -> subscriptions().of(some.holder()));
    assertNeedsUnitOfWork(() -> subscriptions().due(NOW, 1));
    assertNeedsUnitOfWork(() -> subscriptions().save(some));
  }

  private boolean begins(Subscription wanted) {
    try {
      run(() -> subscriptions().save(wanted));
      return true;
    } catch (DomainException stale) {
      return false;
    }
  }

  private Subscription seen(SubscriptionStatus status, Instant at) {
    Subscription subscription = aSubscription(anAccountOnFile(), at);
    subscription.seen(reading(subscription, status), at);
    return onFile(subscription);
  }

  private Subscription onFile(Subscription some) {
    run(() -> subscriptions().save(some));
    return some;
  }

  private Subscription stored(SubscriptionId id) {
    return write(() -> subscriptions().lock(id).orElseThrow());
  }

  private List<Subscription> of(UserId holder) {
    return write(() -> subscriptions().of(holder));
  }

  private List<SubscriptionId> due(Instant by, int limit) {
    return write(() -> subscriptions().due(by, limit)).stream().map(Subscription::id).toList();
  }

  private void change(SubscriptionId id, Consumer<Subscription> change) {
    run(
        () -> {
          Subscription found = subscriptions().lock(id).orElseThrow();
          change.accept(found);
          subscriptions().save(found);
        });
  }

  private static void assertSame(Subscription actual, Subscription expected) {
    assertThat(actual.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(expected.snapshot());
  }
}
