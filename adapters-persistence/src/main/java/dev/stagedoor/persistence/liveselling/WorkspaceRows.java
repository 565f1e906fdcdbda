package dev.stagedoor.persistence.liveselling;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface WorkspaceRows extends CrudRepository<WorkspaceRow, UUID> {
  @Query(
      """
      select workspaces.* from workspaces
      join workspace_operators on workspace_operators.workspace_id = workspaces.id
      where workspace_operators.user_id = :user
      order by workspaces.created_at, workspaces.id
      """)
  List<WorkspaceRow> findOperatedBy(UUID user);

  @Query(
      """
      insert into workspaces (id, name, currency, plan, created_at, version)
      values (:id, :name, :currency, :plan, :createdAt, 1)
      on conflict (id) do nothing
      returning id
      """)
  @Nullable UUID insert(WorkspaceRow row);
}
