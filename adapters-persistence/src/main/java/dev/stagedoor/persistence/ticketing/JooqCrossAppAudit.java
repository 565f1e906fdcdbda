package dev.stagedoor.persistence.ticketing;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.ticketing.CrossAppUse;
import dev.stagedoor.domain.ticketing.TicketedEventId;
import dev.stagedoor.domain.ticketing.port.CrossAppAudit;
import dev.stagedoor.persistence.sql.Codes;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.ticketing.TicketingTables.Uses;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

@Singleton
@InsideUnitOfWork
class JooqCrossAppAudit implements CrossAppAudit {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Uses.ID,
          Uses.AT,
          Uses.ACTION,
          Uses.SESSION_ID,
          Uses.USER_ID,
          Uses.ACCOUNT_ID,
          Uses.EVENT_ID,
          Uses.REFUSAL,
          Uses.DETAIL,
          Uses.ADDRESS);

  private final DSLContext sql;

  JooqCrossAppAudit(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public void add(CrossAppUse use) {
    sql.insertInto(Uses.TABLE)
        .set(Uses.ID, use.id())
        .set(Uses.AT, use.at())
        .set(Uses.ACTION, use.action().code())
        .set(Uses.SESSION_ID, use.session().orElse(null))
        .set(Uses.USER_ID, use.user().map(UserId::value).orElse(null))
        .set(Uses.ACCOUNT_ID, use.account().map(UserId::value).orElse(null))
        .set(Uses.EVENT_ID, use.event().map(TicketedEventId::value).orElse(null))
        .set(Uses.REFUSAL, use.refusal().orElse(null))
        .set(Uses.DETAIL, use.detail())
        .set(Uses.ADDRESS, use.address())
        .execute();
  }

  @Override
  public Page<CrossAppUse> list(PageRequest page) {
    return Pages.fetch(
        sql,
        sql.select(COLUMNS).from(Uses.TABLE).orderBy(Uses.AT.desc(), Uses.ID.desc()),
        page,
        JooqCrossAppAudit::use);
  }

  @Override
  public int purge(Instant before) {
    return sql.deleteFrom(Uses.TABLE).where(Uses.AT.lt(before)).execute();
  }

  private static CrossAppUse use(Record row) {
    return new CrossAppUse(
        row.get(Uses.ID),
        row.get(Uses.AT),
        Codes.parse(CrossAppUse.Action.class, row.get(Uses.ACTION)),
        Optional.ofNullable(row.get(Uses.SESSION_ID)),
        Optional.ofNullable(row.get(Uses.USER_ID)).map(UserId::new),
        Optional.ofNullable(row.get(Uses.ACCOUNT_ID)).map(UserId::new),
        Optional.ofNullable(row.get(Uses.EVENT_ID)).map(TicketedEventId::new),
        Optional.ofNullable(row.get(Uses.REFUSAL)),
        row.get(Uses.DETAIL),
        row.get(Uses.ADDRESS));
  }
}
