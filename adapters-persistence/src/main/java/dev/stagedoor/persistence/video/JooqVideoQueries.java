package dev.stagedoor.persistence.video;

import static dev.stagedoor.persistence.video.VideoTables.ID;
import static dev.stagedoor.persistence.video.VideoTables.INPUT_ID;
import static dev.stagedoor.persistence.video.VideoTables.LIVE_STREAMS;
import static dev.stagedoor.persistence.video.VideoTables.REMOVED_AT;
import static dev.stagedoor.persistence.video.VideoTables.STATUS;
import static dev.stagedoor.persistence.video.VideoTables.UPDATED_AT;

import dev.stagedoor.application.port.VideoQueries;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.StreamStatus;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

@Singleton
@InsideUnitOfWork
class JooqVideoQueries implements VideoQueries {
  private final DSLContext sql;

  JooqVideoQueries(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public List<LiveStreamId> toWatch(Instant changedSince, int limit) {
    return sql.select(ID)
        .from(LIVE_STREAMS)
        .where(INPUT_ID.isNotNull())
        .and(REMOVED_AT.isNull())
        .and(
            STATUS
                .eq(StreamStatus.LIVE.code())
                .or(
                    STATUS
                        .in(StreamStatus.READY.code(), StreamStatus.ENDING.code())
                        .and(UPDATED_AT.ge(changedSince))))
        .orderBy(UPDATED_AT, ID)
        .limit(limit)
        .fetch(row -> new LiveStreamId(row.value1()));
  }
}
