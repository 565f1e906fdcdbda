package dev.stagedoor.persistence.notifications;

import static dev.stagedoor.persistence.notifications.NotificationTables.MARKETING;
import static dev.stagedoor.persistence.notifications.NotificationTables.PREFERENCES;
import static dev.stagedoor.persistence.notifications.NotificationTables.PRODUCT;
import static dev.stagedoor.persistence.notifications.NotificationTables.USER_ID;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.notifications.Category;
import dev.stagedoor.domain.notifications.Preferences;
import dev.stagedoor.domain.notifications.port.PreferenceRepository;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

@Singleton
@InsideUnitOfWork
class JooqPreferenceRepository implements PreferenceRepository {
  private final DSLContext sql;

  JooqPreferenceRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Preferences find(UserId user) {
    return those(USER_ID.eq(user.value()))
        .fetchOptional(JooqPreferenceRepository::preferences)
        .orElseGet(() -> Preferences.usual(user));
  }

  @Override
  public Preferences lock(UserId user) {
    Preferences usual = Preferences.usual(user);
    sql.insertInto(PREFERENCES)
        .set(USER_ID, user.value())
        .set(PRODUCT, usual.allows(Category.PRODUCT))
        .set(MARKETING, usual.allows(Category.MARKETING))
        .onConflictDoNothing()
        .execute();
    return those(USER_ID.eq(user.value()))
        .forNoKeyUpdate()
        .fetchSingle(JooqPreferenceRepository::preferences);
  }

  @Override
  public Map<UserId, Preferences> of(Collection<UserId> users) {
    return those(USER_ID.eq(DSL.any(users.stream().map(UserId::value).toArray(UUID[]::new))))
        .fetchMap(row -> new UserId(row.get(USER_ID)), JooqPreferenceRepository::preferences);
  }

  private SelectConditionStep<? extends Record> those(Condition wanted) {
    return sql.select(USER_ID, PRODUCT, MARKETING).from(PREFERENCES).where(wanted);
  }

  @Override
  public void save(Preferences preferences) {
    sql.insertInto(PREFERENCES)
        .set(USER_ID, preferences.user().value())
        .set(PRODUCT, preferences.allows(Category.PRODUCT))
        .set(MARKETING, preferences.allows(Category.MARKETING))
        .onConflict(USER_ID)
        .doUpdate()
        .set(PRODUCT, DSL.excluded(PRODUCT))
        .set(MARKETING, DSL.excluded(MARKETING))
        .execute();
  }

  private static Preferences preferences(Record row) {
    Set<Category> wanted = EnumSet.noneOf(Category.class);
    if (row.get(PRODUCT)) {
      wanted.add(Category.PRODUCT);
    }
    if (row.get(MARKETING)) {
      wanted.add(Category.MARKETING);
    }
    return new Preferences(new UserId(row.get(USER_ID)), wanted);
  }
}
