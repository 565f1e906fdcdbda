package dev.stagedoor.persistence.liveselling;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;

import dev.stagedoor.application.liveselling.ShowView;
import dev.stagedoor.application.liveselling.WorkspaceView;
import dev.stagedoor.application.port.WorkspaceQueries;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.persistence.auth.AccountTable;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Operators;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Shows;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Workspaces;
import dev.stagedoor.persistence.sql.Pages;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

@Singleton
@InsideUnitOfWork
class JooqWorkspaceQueries implements WorkspaceQueries {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Workspaces.ID,
          Workspaces.NAME,
          Workspaces.CURRENCY,
          Workspaces.PLAN,
          Workspaces.CREATED_AT);

  private final DSLContext sql;

  JooqWorkspaceQueries(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Page<WorkspaceView> workspaces(Optional<UserId> operatedBy, PageRequest page) {
    Page<Record> found =
        Pages.fetch(
            sql,
            sql.select(COLUMNS)
                .from(Workspaces.TABLE)
                .where(operatedBy.map(JooqWorkspaceQueries::isOperatedBy).orElse(noCondition()))
                .orderBy(Workspaces.CREATED_AT.desc(), Workspaces.ID.desc()),
            page,
            row -> row);
    Map<UUID, List<WorkspaceView.Member>> members =
        members(found.items().stream().map(row -> row.get(Workspaces.ID)).toList());
    return found.map(row -> view(row, members));
  }

  private static Condition isOperatedBy(UserId user) {
    return exists(
        selectOne()
            .from(Operators.TABLE)
            .where(Operators.WORKSPACE_ID.eq(Workspaces.ID))
            .and(Operators.USER_ID.eq(user.value())));
  }

  @Override
  public Optional<WorkspaceView> workspace(WorkspaceId id) {
    return sql.select(COLUMNS)
        .from(Workspaces.TABLE)
        .where(Workspaces.ID.eq(id.value()))
        .fetchOptional(row -> view(row, members(List.of(id.value()))));
  }

  private Map<UUID, List<WorkspaceView.Member>> members(Collection<UUID> workspaces) {
    return sql.select(
            Operators.WORKSPACE_ID,
            Operators.USER_ID,
            AccountTable.EMAIL,
            AccountTable.FIRST_NAME,
            AccountTable.LAST_NAME)
        .from(Operators.TABLE)
        .join(AccountTable.TABLE)
        .on(AccountTable.ID.eq(Operators.USER_ID))
        .where(Operators.WORKSPACE_ID.in(workspaces))
        .orderBy(Operators.WORKSPACE_ID, Operators.POSITION)
        .fetchGroups(
            Operators.WORKSPACE_ID,
            row ->
                new WorkspaceView.Member(
                    row.get(Operators.USER_ID),
                    row.get(AccountTable.EMAIL),
                    AccountTable.nameIn(row)));
  }

  @Override
  public Page<ShowView> shows(WorkspaceId workspace, PageRequest page) {
    return Pages.fetch(
        sql,
        sql.select(
                Shows.ID,
                Shows.WORKSPACE_ID,
                Shows.NAME,
                Shows.CURRENCY,
                Shows.POST_ID,
                Shows.STARTED_AT,
                Shows.ENDED_AT,
                Shows.CREATED_AT)
            .from(Shows.TABLE)
            .where(Shows.WORKSPACE_ID.eq(workspace.value()))
            .orderBy(Shows.CREATED_AT.desc(), Shows.ID.desc()),
        page,
        JooqWorkspaceQueries::show);
  }

  private static WorkspaceView view(Record row, Map<UUID, List<WorkspaceView.Member>> members) {
    UUID id = row.get(Workspaces.ID);
    return new WorkspaceView(
        id,
        row.get(Workspaces.NAME),
        Currency.getInstance(row.get(Workspaces.CURRENCY)),
        row.get(Workspaces.PLAN),
        members.getOrDefault(id, List.of()),
        row.get(Workspaces.CREATED_AT));
  }

  private static ShowView show(Record row) {
    @Nullable Instant startedAt = row.get(Shows.STARTED_AT);
    @Nullable Instant endedAt = row.get(Shows.ENDED_AT);
    return new ShowView(
        row.get(Shows.ID),
        row.get(Shows.WORKSPACE_ID),
        row.get(Shows.NAME),
        Show.Status.of(startedAt, endedAt).code(),
        Currency.getInstance(row.get(Shows.CURRENCY)),
        Optional.ofNullable(row.get(Shows.POST_ID)),
        Optional.ofNullable(startedAt),
        Optional.ofNullable(endedAt),
        row.get(Shows.CREATED_AT));
  }
}
