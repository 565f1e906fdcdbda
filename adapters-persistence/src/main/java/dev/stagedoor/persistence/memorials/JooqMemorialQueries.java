package dev.stagedoor.persistence.memorials;

import static org.jooq.impl.DSL.noCondition;

import dev.stagedoor.application.memorials.DirectorView;
import dev.stagedoor.application.memorials.GuestBookEntryView;
import dev.stagedoor.application.memorials.MemorialView;
import dev.stagedoor.application.port.MemorialQueries;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.memorials.FuneralDirector;
import dev.stagedoor.domain.memorials.GuestBookEntry;
import dev.stagedoor.domain.memorials.MemorialAccess;
import dev.stagedoor.domain.memorials.MemorialId;
import dev.stagedoor.persistence.auth.AccountTable;
import dev.stagedoor.persistence.memorials.MemorialTables.Directors;
import dev.stagedoor.persistence.memorials.MemorialTables.Entries;
import dev.stagedoor.persistence.memorials.MemorialTables.Memorials;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

@Singleton
@InsideUnitOfWork
class JooqMemorialQueries implements MemorialQueries {
  private final DSLContext sql;

  JooqMemorialQueries(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Page<MemorialView> runBy(UserId user, PageRequest page) {
    return memorials(
        Memorials.OWNER_ID.eq(user.value()).or(Memorials.DIRECTOR_ID.eq(user.value())), page);
  }

  @Override
  public Page<MemorialView> all(String search, PageRequest page) {
    String wanted = search.strip();
    return memorials(
        wanted.isEmpty()
            ? noCondition()
            : Memorials.LOVED_ONE_NAME
                .containsIgnoreCase(wanted)
                .or(Memorials.SLUG.containsIgnoreCase(wanted)),
        page);
  }

  private Page<MemorialView> memorials(Condition condition, PageRequest page) {
    return Pages.fetch(
        sql,
        sql.select(
                Memorials.ID,
                Memorials.SLUG,
                Memorials.LOVED_ONE_NAME,
                Memorials.OWNER_ID,
                Memorials.DIRECTOR_ID,
                Memorials.FAMILY_PHONE,
                Memorials.CUSTOM_TEXT,
                Memorials.IMAGE_URL,
                Memorials.IS_PUBLIC,
                Memorials.CREATED_AT,
                Memorials.UPDATED_AT,
                Memorials.VERSION)
            .from(Memorials.TABLE)
            .where(condition)
            .orderBy(Memorials.CREATED_AT.desc(), Memorials.ID.desc()),
        page,
        JooqMemorialQueries::memorial);
  }

  private static MemorialView memorial(Record row) {
    return new MemorialView(
        row.get(Memorials.ID),
        row.get(Memorials.SLUG),
        row.get(Memorials.LOVED_ONE_NAME),
        row.get(Memorials.OWNER_ID),
        Optional.ofNullable(row.get(Memorials.DIRECTOR_ID)),
        row.get(Memorials.FAMILY_PHONE),
        row.get(Memorials.CUSTOM_TEXT),
        Optional.ofNullable(row.get(Memorials.IMAGE_URL)),
        row.get(Memorials.IS_PUBLIC),
        row.get(Memorials.CREATED_AT),
        row.get(Memorials.UPDATED_AT),
        row.get(Memorials.VERSION));
  }

  @Override
  public Map<MemorialId, MemorialAccess> access(Collection<MemorialId> ids) {
    return sql.select(Memorials.ID, Memorials.OWNER_ID, Memorials.DIRECTOR_ID, Memorials.IS_PUBLIC)
        .from(Memorials.TABLE)
        .where(Memorials.ID.in(ids.stream().map(MemorialId::value).toList()))
        .fetchMap(
            row -> new MemorialId(row.get(Memorials.ID)),
            row ->
                new MemorialAccess(
                    new UserId(row.get(Memorials.OWNER_ID)),
                    Optional.ofNullable(row.get(Memorials.DIRECTOR_ID)).map(UserId::new),
                    row.get(Memorials.IS_PUBLIC)));
  }

  @Override
  public Page<DirectorView> directors(Optional<FuneralDirector.Status> status, PageRequest page) {
    return Pages.fetch(
        sql,
        sql.select(
                Directors.USER_ID,
                AccountTable.EMAIL,
                AccountTable.FIRST_NAME,
                AccountTable.LAST_NAME,
                Directors.COMPANY,
                Directors.PHONE,
                Directors.STATUS,
                Directors.REGISTERED_AT)
            .from(Directors.TABLE)
            .join(AccountTable.TABLE)
            .on(AccountTable.ID.eq(Directors.USER_ID))
            .where(status.map(wanted -> Directors.STATUS.eq(wanted.code())).orElse(noCondition()))
            .orderBy(Directors.REGISTERED_AT, Directors.USER_ID),
        page,
        row ->
            new DirectorView(
                row.get(Directors.USER_ID),
                row.get(AccountTable.EMAIL),
                AccountTable.nameIn(row),
                row.get(Directors.COMPANY),
                row.get(Directors.PHONE),
                row.get(Directors.STATUS),
                row.get(Directors.REGISTERED_AT)));
  }

  @Override
  public Page<GuestBookEntryView> guestBook(
      MemorialId memorial, boolean approvedOnly, PageRequest page) {
    return Pages.fetch(
        sql,
        sql.select(Entries.ID, Entries.NAME, Entries.MESSAGE, Entries.STATUS, Entries.CREATED_AT)
            .from(Entries.TABLE)
            .where(Entries.MEMORIAL_ID.eq(memorial.value()))
            .and(
                approvedOnly
                    ? Entries.STATUS.eq(GuestBookEntry.Status.APPROVED.code())
                    : noCondition())
            .orderBy(Entries.CREATED_AT.desc(), Entries.ID.desc()),
        page,
        row ->
            new GuestBookEntryView(
                row.get(Entries.ID),
                row.get(Entries.NAME),
                row.get(Entries.MESSAGE),
                row.get(Entries.STATUS),
                row.get(Entries.CREATED_AT)));
  }
}
