package dev.stagedoor.persistence.video;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import dev.stagedoor.application.port.VideoQueries;
import dev.stagedoor.application.video.StreamReader;
import dev.stagedoor.application.video.StreamStatusView;
import dev.stagedoor.application.video.StreamView;
import dev.stagedoor.domain.kernel.Subject;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.StreamStatus;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import dev.stagedoor.persistence.video.VideoTables.Streams;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

@Singleton
@InsideUnitOfWork
class JooqVideoQueries implements VideoQueries {
  /** Written out, so that the partial index is seen to hold whatever can be found. */
  private static final Field<String> LIVE = inline(StreamStatus.LIVE.code());

  private static final Field<String> READY = inline(StreamStatus.READY.code());
  private static final Field<String> ENDING = inline(StreamStatus.ENDING.code());

  private final DSLContext sql;
  private final StreamViews views;

  JooqVideoQueries(DSLContext sql, StreamViews views) {
    this.sql = sql;
    this.views = views;
  }

  @Override
  public List<StreamView> of(Subject subject, StreamReader reader) {
    return seenBy(reader)
        .and(Streams.SUBJECT_KIND.eq(subject.kind()))
        .and(Streams.SUBJECT_ID.eq(subject.id()))
        .orderBy(Streams.CREATED_AT, Streams.ID)
        .fetch(row -> views.view(row, reader));
  }

  @Override
  public Optional<StreamView> find(LiveStreamId id, StreamReader reader) {
    return seenBy(reader)
        .and(Streams.ID.eq(id.value()))
        .fetchOptional(row -> views.view(row, reader));
  }

  private SelectConditionStep<Record> seenBy(StreamReader reader) {
    Condition open =
        reader == StreamReader.VISITOR
            ? Streams.IS_VISIBLE.isTrue().and(Streams.IS_PUBLIC.isTrue())
            : noCondition();
    return sql.select(StreamViews.columns(reader))
        .from(Streams.TABLE)
        .where(Streams.REMOVED_AT.isNull())
        .and(open);
  }

  @Override
  public List<StreamStatusView> statuses(Collection<LiveStreamId> ids) {
    return sql.select(StreamViews.STATUS_COLUMNS)
        .from(Streams.TABLE)
        .where(Streams.REMOVED_AT.isNull())
        .and(Streams.ID.in(ids.stream().map(LiveStreamId::value).toList()))
        .fetch(StreamViews::status);
  }

  @Override
  public List<LiveStreamId> nextToWatch(Instant changedSince, Instant now, int limit) {
    List<UUID> next =
        sql.select(Streams.ID)
            .from(Streams.TABLE)
            .where(Streams.INPUT_ID.isNotNull())
            .and(Streams.REMOVED_AT.isNull())
            .and(Streams.STATUS.in(LIVE, READY, ENDING))
            .and(Streams.STATUS.eq(LIVE).or(Streams.UPDATED_AT.ge(changedSince)))
            .orderBy(Streams.LOOKED_AT.asc().nullsFirst(), Streams.ID)
            .limit(limit)
            .forUpdate()
            .skipLocked()
            .fetch(Streams.ID);
    sql.update(Streams.TABLE).set(Streams.LOOKED_AT, now).where(Streams.ID.in(next)).execute();
    return next.stream().map(LiveStreamId::new).toList();
  }
}
