package dev.stagedoor.application.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.NotificationSamples.aNotification;
import static dev.stagedoor.domain.fixture.NotificationSamples.aNotificationId;
import static dev.stagedoor.domain.fixture.NotificationSamples.anOrder;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.application.notifications.ListedNotification;
import dev.stagedoor.application.port.NotificationQueries;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.contract.RepositoryContract;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.notifications.Addressees;
import dev.stagedoor.domain.notifications.Notification;
import dev.stagedoor.domain.notifications.NotificationId;
import dev.stagedoor.domain.notifications.port.NotificationRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What everybody who lists notifications must do. */
public interface NotificationQueriesContract extends RepositoryContract {
  PageRequest EVERYTHING = new PageRequest(1, PageRequest.MAX_LIMIT);

  NotificationQueries queries();

  NotificationRepository notifications();

  @Test
  default void aNotificationIsListedAsItStands() {
    Notification plain = onFile(aNotification(Addressees.of(List.of(aUserId(), aUserId())), NOW));
    Notification named =
        onFile(
            Notification.begin(
                aNotificationId(),
                anOrder(Addressees.of(Role.RESELLER), Optional.of("key-" + UUID.randomUUID())),
                Optional.of(aUserId()),
                3,
                NOW));
    run(
        () -> {
          Notification found = notifications().lock(named.id()).orElseThrow();
          found.advance(aUserId(), 2, 1);
          found.finish(NOW.plusSeconds(5));
          notifications().save(found);
        });
    Notification done = write(() -> notifications().find(named.id())).orElseThrow();

    assertThat(all())
        .contains(ListedNotification.of(plain), ListedNotification.of(done))
        .filteredOn(one -> one.id().equals(done.id()))
        .allSatisfy(
            one -> {
              assertThat(one.isDone()).isTrue();
              assertThat(one.sent()).isEqualTo(2);
            })
        .hasSize(1);
  }

  @Test
  default void theNewestIsListedFirst() {
    Instant late = Instant.parse("2200-01-01T00:00:00Z");
    Notification older = onFile(aNotification(Addressees.everybody(), late));
    Notification newer = onFile(aNotification(Addressees.everybody(), late.plusSeconds(1)));
    List<NotificationId> mine = List.of(older.id(), newer.id());

    assertThat(all())
        .extracting(ListedNotification::id)
        .filteredOn(mine::contains)
        .containsExactly(newer.id(), older.id());
    Page<ListedNotification> second = write(() -> queries().list(new PageRequest(2, 1)));
    assertThat(second.items()).containsExactly(all().get(1));
    assertThat(second.total()).isEqualTo(all().size());
  }

  @Test
  default void nothingIsListedOutsideAUnitOfWork() {
    assertNeedsUnitOfWork(() -> queries().list(PageRequest.first()));
  }

  private List<ListedNotification> all() {
    return write(() -> queries().list(EVERYTHING)).items();
  }

  private Notification onFile(Notification notification) {
    return write(() -> notifications().addOrFind(notification));
  }
}
