package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.NotificationSamples.aNotificationId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.notifications.NotificationId;
import dev.stagedoor.domain.notifications.port.DeliveryRecords;
import org.junit.jupiter.api.Test;

/** What everybody who remembers who was dealt with must do. */
public interface DeliveryRecordsContract extends RepositoryContract {
  DeliveryRecords deliveries();

  @Test
  default void somebodyIsNotedOnceForEachNotification() {
    NotificationId one = aNotificationId();
    UserId user = aUserId();

    assertThat(adds(one, user, true)).isTrue();

    assertThat(adds(one, user, true)).isFalse();
    assertThat(adds(one, user, false)).isFalse();
    assertThat(adds(one, aUserId(), false)).isTrue();
    assertThat(adds(aNotificationId(), user, true)).isTrue();
  }

  @Test
  default void ofManyAtOnceOneNotes() {
    NotificationId one = aNotificationId();
    UserId user = aUserId();

    assertThat(Race.of(4, () -> adds(one, user, true))).containsOnlyOnce(true);
  }

  @Test
  default void whatWasNotCommittedIsNotNoted() {
    NotificationId one = aNotificationId();
    UserId user = aUserId();
    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      deliveries().add(one, user, true, NOW);
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(adds(one, user, true)).isTrue();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> deliveries().add(aNotificationId(), aUserId(), true, NOW));
  }

  private boolean adds(NotificationId notification, UserId user, boolean isSent) {
    return write(() -> deliveries().add(notification, user, isSent, NOW));
  }
}
