package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.Buyer;
import dev.stagedoor.domain.liveselling.IgnoredWhy;
import dev.stagedoor.domain.liveselling.ShowComment;
import dev.stagedoor.domain.liveselling.ShowId;
import dev.stagedoor.domain.liveselling.port.CommentRepository;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Comments;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;

@Singleton
@InsideUnitOfWork
class JooqCommentRepository implements CommentRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Comments.SHOW_ID,
          Comments.ID,
          Comments.AUTHOR_ID,
          Comments.AUTHOR_HANDLE,
          Comments.TEXT,
          Comments.POSTED_AT,
          Comments.RECEIVED_AT,
          Comments.ORIGIN,
          Comments.IGNORED);

  // In the words of the index, so that any plan can use it.
  private static final Condition STANDS =
      Comments.IGNORED
          .isNull()
          .or(Comments.IGNORED.eq(DSL.inline(IgnoredWhy.ALREADY_CLAIMED.code())));

  private final DSLContext sql;

  JooqCommentRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public boolean add(ShowComment comment) {
    int added =
        sql.insertInto(Comments.TABLE)
            .set(Comments.SHOW_ID, comment.show().value())
            .set(Comments.ID, comment.id())
            .set(Comments.AUTHOR_ID, comment.author().map(Buyer::userId).orElse(null))
            .set(Comments.AUTHOR_HANDLE, comment.author().map(Buyer::handle).orElse(null))
            .set(Comments.TEXT, comment.text())
            .set(Comments.POSTED_AT, comment.postedAt())
            .set(Comments.RECEIVED_AT, comment.receivedAt())
            .set(Comments.ORIGIN, comment.origin().map(ProviderId::value).orElse(null))
            .set(Comments.IGNORED, comment.ignored().map(IgnoredWhy::code).orElse(null))
            .onConflictDoNothing()
            .execute();
    return added == 1;
  }

  @Override
  public Optional<ShowComment> find(ShowId show, String id) {
    return sql.select(COLUMNS)
        .from(Comments.TABLE)
        .where(Comments.SHOW_ID.eq(show.value()))
        .and(Comments.ID.eq(id))
        .fetchOptional(JooqCommentRepository::comment);
  }

  @Override
  public void save(ShowComment comment) {
    sql.update(Comments.TABLE)
        .set(Comments.IGNORED, comment.ignored().map(IgnoredWhy::code).orElse(null))
        .where(Comments.SHOW_ID.eq(comment.show().value()))
        .and(Comments.ID.eq(comment.id()))
        .execute();
  }

  @Override
  public List<ShowComment> claimingOf(ShowId show, String buyer, int limit) {
    return sql.select(COLUMNS)
        .from(Comments.TABLE)
        .where(Comments.SHOW_ID.eq(show.value()))
        .and(Comments.AUTHOR_ID.eq(buyer))
        .and(Comments.IGNORED.isNull())
        .and(Comments.ORIGIN.isNotNull())
        .orderBy(Comments.POSTED_AT.desc(), Comments.RECEIVED_AT.desc(), Comments.ID.desc())
        .limit(limit)
        .fetch(JooqCommentRepository::comment);
  }

  @Override
  public List<ShowComment> standingOf(ShowId show, String buyer) {
    return sql.select(COLUMNS)
        .from(Comments.TABLE)
        .where(Comments.SHOW_ID.eq(show.value()))
        .and(Comments.AUTHOR_ID.eq(buyer))
        .and(STANDS)
        .orderBy(Comments.POSTED_AT, Comments.RECEIVED_AT, Comments.ID)
        .fetch(JooqCommentRepository::comment);
  }

  private static ShowComment comment(Record row) {
    return new ShowComment(
        new ShowId(row.get(Comments.SHOW_ID)),
        row.get(Comments.ID),
        Optional.ofNullable(row.get(Comments.AUTHOR_ID))
            .map(author -> new Buyer(author, row.get(Comments.AUTHOR_HANDLE))),
        row.get(Comments.TEXT),
        row.get(Comments.POSTED_AT),
        row.get(Comments.RECEIVED_AT),
        Optional.ofNullable(row.get(Comments.ORIGIN)).map(ProviderId::new),
        Optional.ofNullable(row.get(Comments.IGNORED))
            .map(why -> Codes.parse(IgnoredWhy.class, why)));
  }
}
