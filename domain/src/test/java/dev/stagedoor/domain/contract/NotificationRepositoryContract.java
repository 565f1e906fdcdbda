package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.contract.RepositoryContract.assertStale;
import static dev.stagedoor.domain.fixture.NotificationSamples.aNotification;
import static dev.stagedoor.domain.fixture.NotificationSamples.aNotificationId;
import static dev.stagedoor.domain.fixture.NotificationSamples.anOrder;
import static dev.stagedoor.domain.fixture.NotificationSamples.anOrderOfOldRules;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.notifications.Addressees;
import dev.stagedoor.domain.notifications.Notification;
import dev.stagedoor.domain.notifications.NotificationId;
import dev.stagedoor.domain.notifications.port.NotificationRepository;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every store of notifications must do. */
public interface NotificationRepositoryContract extends RepositoryContract {
  NotificationRepository notifications();

  @Test
  default void whatIsUnknownIsAbsent() {
    assertThat(write(() -> notifications().find(aNotificationId()))).isEmpty();
    assertThat(write(() -> notifications().lock(aNotificationId()))).isEmpty();
    assertThat(write(() -> notifications().findByKey("key-" + UUID.randomUUID()))).isEmpty();
  }

  @Test
  default void aNotificationComesBackAsItWasAdded() {
    for (Addressees audience :
        List.of(
            Addressees.everybody(),
            Addressees.of(Role.RESELLER),
            Addressees.of(List.of(aUserId(), aUserId())))) {
      Notification added = aNotification(audience, NOW);

      assertSame(write(() -> notifications().addOrFind(added)), added);
      assertSame(write(() -> notifications().find(added.id())).orElseThrow(), added);
    }
  }

  @Test
  default void whatMayNotBeAskedForAnyMoreIsReadAsItWasStoredAndGoesOn() {
    String key = "key-" + UUID.randomUUID();
    Notification old =
        Notification.begin(
            aNotificationId(),
            anOrderOfOldRules(Addressees.everybody(), Optional.of(key)),
            Optional.empty(),
            3,
            NOW);
    assertRefused(CommonError.INVALID_VALUE, () -> again(old.order()));

    assertSame(onFile(old), old);
    assertSame(stored(old.id()), old);
    assertSame(write(() -> notifications().findByKey(key)).orElseThrow(), old);
    run(
        () -> {
          Notification found = notifications().lock(old.id()).orElseThrow();
          found.advance(aUserId(), 3, 0);
          found.finish(NOW);
          notifications().save(found);
        });
    assertThat(stored(old.id()).isDone()).isTrue();
  }

  private static Notification.Order again(Notification.Order order) {
    return Notification.Order.of(
        order.key(), order.template(), order.letter(), order.audience(), order.values());
  }

  @Test
  default void ofManyByOneKeyOneIsAdded() {
    Optional<String> key = Optional.of("key-" + UUID.randomUUID());
    Set<NotificationId> kept =
        new HashSet<>(Race.of(4, () -> write(() -> notifications().addOrFind(by(key))).id()));

    assertThat(kept).hasSize(1);
    assertThat(write(() -> notifications().addOrFind(by(key))).id()).isIn(kept);
    assertThat(write(() -> notifications().findByKey(key.orElseThrow())).orElseThrow().id())
        .isIn(kept);
  }

  @Test
  default void withoutAKeyEachIsAdded() {
    Notification first = by(Optional.empty());
    Notification second = by(Optional.empty());

    assertThat(write(() -> notifications().addOrFind(first)).id()).isEqualTo(first.id());
    assertThat(write(() -> notifications().addOrFind(second)).id()).isEqualTo(second.id());
  }

  @Test
  default void howFarItCameIsKept() {
    Notification added = onFile(aNotification(Addressees.everybody(), NOW));
    UserId last = aUserId();
    run(
        () -> {
          Notification found = notifications().lock(added.id()).orElseThrow();
          found.advance(last, 2, 1);
          notifications().save(found);
        });
    Notification half = stored(added.id());
    assertThat(half.reached()).contains(last);
    assertThat(half.sent()).isEqualTo(2);
    assertThat(half.skipped()).isEqualTo(1);
    assertThat(half.isDone()).isFalse();

    run(
        () -> {
          Notification found = notifications().lock(added.id()).orElseThrow();
          found.finish(NOW.plusSeconds(5));
          notifications().save(found);
        });
    assertThat(stored(added.id()).finishedAt()).contains(NOW.plusSeconds(5));
    assertThat(stored(added.id()).version()).isEqualTo(3);
  }

  @Test
  default void aSaveOnAStaleVersionIsRefused() {
    Notification added = onFile(aNotification(Addressees.everybody(), NOW));
    Notification mine = stored(added.id());
    Notification theirs = stored(added.id());
    theirs.advance(aUserId(), 1, 0);
    run(() -> notifications().save(theirs));
    mine.advance(aUserId(), 1, 0);

    assertStale(() -> run(() -> notifications().save(mine)));
    assertStale(() -> run(() -> notifications().save(aNotification(Addressees.everybody(), NOW))));
  }

  @Test
  default void stepsUnderALockAreNeverLost() {
    Notification added = onFile(aNotification(Addressees.everybody(), NOW));

    Race.of(
        4,
        () -> {
          for (int i = 0; i < 5; i++) {
            run(
                () -> {
                  Notification found = notifications().lock(added.id()).orElseThrow();
                  found.advance(aUserId(), 1, 0);
                  notifications().save(found);
                });
          }
          return true;
        });

    assertThat(stored(added.id()).sent()).isEqualTo(20);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Notification notification = aNotification(Addressees.everybody(), NOW);

    assertNeedsUnitOfWork(() -> notifications().find(notification.id()));
    assertNeedsUnitOfWork(() -> notifications().findByKey("key"));
    assertNeedsUnitOfWork(() -> notifications().lock(notification.id()));
    assertNeedsUnitOfWork(() -> notifications().addOrFind(notification));
  }

  private static Notification by(Optional<String> key) {
    return Notification.begin(
        aNotificationId(), anOrder(Addressees.everybody(), key), Optional.empty(), 3, NOW);
  }

  private Notification onFile(Notification notification) {
    return write(() -> notifications().addOrFind(notification));
  }

  private Notification stored(NotificationId id) {
    return write(() -> notifications().find(id)).orElseThrow();
  }

  private static void assertSame(Notification stored, Notification added) {
    assertThat(stored.version()).isEqualTo(1);
    assertThat(stored.snapshot())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(added.snapshot());
  }
}
