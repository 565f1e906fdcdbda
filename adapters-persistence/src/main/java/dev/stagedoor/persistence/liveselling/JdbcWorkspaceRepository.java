package dev.stagedoor.persistence.liveselling;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.liveselling.Workspace;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.WorkspaceRepository;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Operators;
import dev.stagedoor.persistence.liveselling.LiveSellingTables.Workspaces;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

@Singleton
@InsideUnitOfWork
class JdbcWorkspaceRepository implements WorkspaceRepository {
  private static final List<Field<?>> COLUMNS =
      List.of(
          Workspaces.ID,
          Workspaces.NAME,
          Workspaces.CURRENCY,
          Workspaces.PLAN,
          Workspaces.CREATED_AT,
          Workspaces.VERSION,
          Operators.USER_ID);

  private final WorkspaceRows rows;
  private final DSLContext sql;

  JdbcWorkspaceRepository(WorkspaceRows rows, DSLContext sql) {
    this.rows = rows;
    this.sql = sql;
  }

  @Override
  public Optional<Workspace> find(WorkspaceId id) {
    // One statement: this is asked before anything is done in a workspace.
    return sql.select(COLUMNS)
        .from(Workspaces.TABLE)
        .leftJoin(Operators.TABLE)
        .on(Operators.WORKSPACE_ID.eq(Workspaces.ID))
        .where(Workspaces.ID.eq(id.value()))
        .orderBy(Operators.POSITION)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toList(), JdbcWorkspaceRepository::withOperators));
  }

  @Override
  public Optional<Workspace> lock(WorkspaceId id) {
    // Read afterwards: the operators of the moment before the lock may be others.
    sql.select(Workspaces.ID)
        .from(Workspaces.TABLE)
        .where(Workspaces.ID.eq(id.value()))
        .forNoKeyUpdate()
        .fetch();
    return find(id);
  }

  /** Makes a workspace of one row for each of its operators. */
  private static Optional<Workspace> withOperators(List<? extends Record> found) {
    return found.stream()
        .findFirst()
        .map(
            row ->
                new WorkspaceRow(
                        row.get(Workspaces.ID),
                        row.get(Workspaces.NAME),
                        row.get(Workspaces.CURRENCY),
                        row.get(Workspaces.PLAN),
                        row.get(Workspaces.CREATED_AT),
                        row.get(Workspaces.VERSION))
                    .toDomain(
                        found.stream()
                            .map(each -> each.get(Operators.USER_ID))
                            .filter(Objects::nonNull)
                            .map(UserId::new)
                            .toList()));
  }

  @Override
  public List<Workspace> operatedBy(UserId user) {
    List<WorkspaceRow> found = rows.findOperatedBy(user.value());
    Map<UUID, List<UserId>> operators = operators(found.stream().map(WorkspaceRow::id).toList());
    return found.stream()
        .map(row -> row.toDomain(operators.getOrDefault(row.id(), List.of())))
        .toList();
  }

  private Map<UUID, List<UserId>> operators(Collection<UUID> workspaces) {
    return sql.select(Operators.WORKSPACE_ID, Operators.USER_ID)
        .from(Operators.TABLE)
        .where(Operators.WORKSPACE_ID.in(workspaces))
        .orderBy(Operators.WORKSPACE_ID, Operators.POSITION)
        .fetchGroups(Operators.WORKSPACE_ID, row -> new UserId(row.get(Operators.USER_ID)));
  }

  @Override
  public void save(Workspace workspace) {
    WorkspaceRow row = WorkspaceRow.from(workspace);
    Versions.save(row.version(), () -> rows.insert(row) != null, () -> rows.update(row));
    sql.deleteFrom(Operators.TABLE).where(Operators.WORKSPACE_ID.eq(row.id())).execute();
    sql.execute(
        """
        insert into workspace_operators (workspace_id, user_id, position)
        select ?, user_id, position - 1
        from unnest(cast(? as uuid[])) with ordinality as operators (user_id, position)
        """,
        row.id(),
        workspace.operators().stream().map(UserId::value).toArray(UUID[]::new));
  }
}
