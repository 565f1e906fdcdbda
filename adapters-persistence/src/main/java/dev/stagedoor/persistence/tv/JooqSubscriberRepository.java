package dev.stagedoor.persistence.tv;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.PersonKey;
import dev.stagedoor.domain.tv.Subscriber;
import dev.stagedoor.domain.tv.port.SubscriberRepository;
import dev.stagedoor.persistence.tv.TvAccountTables.Subscribers;
import dev.stagedoor.persistence.tv.TvAccountTables.Trials;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

@Singleton
@InsideUnitOfWork
class JooqSubscriberRepository implements SubscriberRepository {
  private final DSLContext sql;

  JooqSubscriberRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Subscriber> find(UserId id) {
    return sql.select(Subscribers.SINCE, Subscribers.TRIAL_ENDS_AT)
        .from(Subscribers.TABLE)
        .where(Subscribers.ID.eq(id.value()))
        .fetchOptional(row -> new Subscriber(id, row.value1(), row.value2()));
  }

  @Override
  public boolean add(Subscriber subscriber) {
    return sql.insertInto(Subscribers.TABLE)
            .set(Subscribers.ID, subscriber.id().value())
            .set(Subscribers.SINCE, subscriber.since())
            .set(Subscribers.TRIAL_ENDS_AT, subscriber.trialEndsAt())
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  @Override
  public void lock(UserId id) {
    sql.selectOne()
        .from(Subscribers.TABLE)
        .where(Subscribers.ID.eq(id.value()))
        .forNoKeyUpdate()
        .fetch();
  }

  @Override
  public boolean claimTrial(PersonKey person, UserId user, Instant now) {
    return sql.insertInto(Trials.TABLE)
            .set(Trials.PERSON_HASH, person.sha256())
            .set(Trials.USER_ID, user.value())
            .set(Trials.CLAIMED_AT, now)
            .onConflictDoNothing()
            .execute()
        == 1;
  }
}
