package dev.stagedoor.persistence.notifications;

import static dev.stagedoor.persistence.notifications.NotificationTables.AUDIENCE;
import static dev.stagedoor.persistence.notifications.NotificationTables.AUDIENCE_IDS;
import static dev.stagedoor.persistence.notifications.NotificationTables.AUDIENCE_ROLE;
import static dev.stagedoor.persistence.notifications.NotificationTables.CREATED_AT;
import static dev.stagedoor.persistence.notifications.NotificationTables.FILLED;
import static dev.stagedoor.persistence.notifications.NotificationTables.FINISHED_AT;
import static dev.stagedoor.persistence.notifications.NotificationTables.ID;
import static dev.stagedoor.persistence.notifications.NotificationTables.KEY;
import static dev.stagedoor.persistence.notifications.NotificationTables.NOTIFICATIONS;
import static dev.stagedoor.persistence.notifications.NotificationTables.REACHED;
import static dev.stagedoor.persistence.notifications.NotificationTables.RECIPIENTS;
import static dev.stagedoor.persistence.notifications.NotificationTables.SENT;
import static dev.stagedoor.persistence.notifications.NotificationTables.SENT_BY;
import static dev.stagedoor.persistence.notifications.NotificationTables.SKIPPED;
import static dev.stagedoor.persistence.notifications.NotificationTables.TEMPLATE_KEY;
import static dev.stagedoor.persistence.notifications.NotificationTables.VERSION;

import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.notifications.Addressees;
import dev.stagedoor.domain.notifications.Notification;
import dev.stagedoor.domain.notifications.NotificationId;
import dev.stagedoor.domain.notifications.port.NotificationRepository;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jspecify.annotations.Nullable;

@Singleton
@InsideUnitOfWork
class JooqNotificationRepository implements NotificationRepository {
  private static final List<Field<?>> OWN =
      List.of(
          ID,
          KEY,
          TEMPLATE_KEY,
          FILLED,
          AUDIENCE,
          AUDIENCE_ROLE,
          AUDIENCE_IDS,
          SENT_BY,
          CREATED_AT,
          RECIPIENTS,
          SENT,
          SKIPPED,
          REACHED,
          FINISHED_AT,
          VERSION);

  private final DSLContext sql;
  private final LetterColumns letters;

  JooqNotificationRepository(DSLContext sql, LetterColumns letters) {
    this.sql = sql;
    this.letters = letters;
  }

  @Override
  public Optional<Notification> find(NotificationId id) {
    return notifications().where(ID.eq(id.value())).fetchOptional(this::notification);
  }

  @Override
  public Optional<Notification> findByKey(String key) {
    return notifications().where(KEY.eq(key)).fetchOptional(this::notification);
  }

  @Override
  public Optional<Notification> lock(NotificationId id) {
    return notifications()
        .where(ID.eq(id.value()))
        .forNoKeyUpdate()
        .fetchOptional(this::notification);
  }

  private SelectJoinStep<Record> notifications() {
    return sql.select(OWN).select(LetterColumns.ALL).from(NOTIFICATIONS);
  }

  @Override
  public Notification addOrFind(Notification notification) {
    Notification.Order order = notification.order();
    int added =
        sql.insertInto(NOTIFICATIONS)
            .set(ID, notification.id().value())
            .set(KEY, order.key().orElse(null))
            .set(TEMPLATE_KEY, order.template())
            .set(letters.of(order.letter()))
            .set(FILLED, letters.values(order.values()))
            .set(AUDIENCE, order.audience().kind().code())
            .set(AUDIENCE_ROLE, order.audience().role().map(Role::code).orElse(null))
            .set(AUDIENCE_IDS, ids(order.audience()))
            .set(SENT_BY, notification.by().map(UserId::value).orElse(null))
            .set(CREATED_AT, notification.createdAt())
            .set(RECIPIENTS, notification.recipients())
            .set(SENT, notification.sent())
            .set(SKIPPED, notification.skipped())
            .set(REACHED, notification.reached().map(UserId::value).orElse(null))
            .set(FINISHED_AT, notification.finishedAt().orElse(null))
            .set(VERSION, 1L)
            .onConflictDoNothing()
            .execute();
    // Whoever was faster has committed by now; what is added is told with its version.
    return added == 1
        ? find(notification.id()).orElseThrow()
        : order.key().flatMap(this::findByKey).orElseThrow();
  }

  @Override
  public void save(Notification notification) {
    Versions.mustChange(
        sql.update(NOTIFICATIONS)
            .set(RECIPIENTS, notification.recipients())
            .set(SENT, notification.sent())
            .set(SKIPPED, notification.skipped())
            .set(REACHED, notification.reached().map(UserId::value).orElse(null))
            .set(FINISHED_AT, notification.finishedAt().orElse(null))
            .set(VERSION, notification.version() + 1)
            .where(ID.eq(notification.id().value()))
            .and(VERSION.eq(notification.version()))
            .execute());
  }

  private static UUID[] ids(Addressees audience) {
    return audience.users().stream().map(UserId::value).toArray(UUID[]::new);
  }

  private Notification notification(Record row) {
    @Nullable String role = row.get(AUDIENCE_ROLE);
    return Notification.restore(
        new Notification.Snapshot(
            new NotificationId(row.get(ID)),
            new Notification.Order(
                Optional.ofNullable(row.get(KEY)),
                row.get(TEMPLATE_KEY),
                letters.letter(row),
                new Addressees(
                    Codes.parse(Addressees.Kind.class, row.get(AUDIENCE)),
                    Arrays.stream(row.get(AUDIENCE_IDS))
                        .map(UserId::new)
                        .collect(Collectors.toSet()),
                    Optional.ofNullable(role).map(code -> Codes.parse(Role.class, code))),
                letters.values(row.get(FILLED))),
            user(row.get(SENT_BY)),
            row.get(CREATED_AT),
            row.get(RECIPIENTS),
            row.get(SENT),
            row.get(SKIPPED),
            user(row.get(REACHED)).orElse(null),
            row.get(FINISHED_AT),
            row.get(VERSION)));
  }

  private static Optional<UserId> user(@Nullable UUID id) {
    return Optional.ofNullable(id).map(UserId::new);
  }
}
