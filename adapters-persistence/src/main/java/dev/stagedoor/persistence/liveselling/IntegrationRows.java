package dev.stagedoor.persistence.liveselling;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface IntegrationRows extends CrudRepository<IntegrationRow, UUID> {
  Optional<IntegrationRow> findByWorkspaceIdAndProviderForUpdate(UUID workspaceId, String provider);

  List<IntegrationRow> findByWorkspaceIdOrderByCreatedAtAscAndIdAsc(UUID workspaceId);

  List<IntegrationRow> findByProviderAndConnectedAccountOrderByCreatedAtAscAndIdAsc(
      String provider, String connectedAccount);

  /** Inserts unless it is there, or the workspace has another with that provider. */
  @Query(
      """
      insert into integrations (
        id, workspace_id, provider, display_name, account, connected_account, credentials, problem, currency,
        memo_template, days_until_due, connected_at, created_at, updated_at, version)
      values (
        :id, :workspaceId, :provider, :displayName, :account, :connectedAccount, :credentials, :problem, :currency,
        :memoTemplate, :daysUntilDue, :connectedAt, :createdAt, :updatedAt, 1)
      on conflict do nothing
      returning id
      """)
  @Nullable UUID insert(IntegrationRow row);
}
