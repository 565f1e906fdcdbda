package dev.stagedoor.persistence.tv;

import static org.jooq.impl.DSL.not;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.tv.PersonKey;
import dev.stagedoor.domain.tv.Subscriber;
import dev.stagedoor.domain.tv.port.SubscriberRepository;
import dev.stagedoor.persistence.tv.TvAccountTables.Subscribers;
import dev.stagedoor.persistence.tv.TvAccountTables.Trials;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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

  @Override
  public List<Subscriber> takeEndingTrials(Instant after, Instant until, int limit) {
    return sql
        .update(Subscribers.TABLE)
        .set(Subscribers.IS_TRIAL_END_TOLD, true)
        .where(
            Subscribers.ID.in(
                sql.select(Subscribers.ID)
                    .from(Subscribers.TABLE)
                    .where(Subscribers.TRIAL_ENDS_AT.gt(after))
                    .and(Subscribers.TRIAL_ENDS_AT.le(until))
                    .and(not(Subscribers.IS_TRIAL_END_TOLD))
                    .orderBy(Subscribers.TRIAL_ENDS_AT, Subscribers.ID)
                    .limit(limit)
                    .forNoKeyUpdate()
                    .skipLocked()))
        .returning(Subscribers.ID, Subscribers.SINCE, Subscribers.TRIAL_ENDS_AT)
        .fetch(
            row ->
                new Subscriber(
                    new UserId(row.get(Subscribers.ID)),
                    row.get(Subscribers.SINCE),
                    row.get(Subscribers.TRIAL_ENDS_AT)))
        .stream()
        .sorted(Comparator.comparing((Subscriber one) -> one.trial().orElseThrow()))
        .toList();
  }
}
