package dev.stagedoor.persistence.liveselling;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ShowRows extends CrudRepository<ShowRow, UUID> {
  List<ShowRow> findByPostProviderAndPostIdOrderByCreatedAtAscAndIdAsc(
      String postProvider, String postId);

  @Query(
      """
      insert into shows (
        id, workspace_id, name, currency, post_provider, post_id, started_at, ended_at, created_at, version)
      values (
        :id, :workspaceId, :name, :currency, :postProvider, :postId, :startedAt, :endedAt, :createdAt, 1)
      on conflict (id) do nothing
      returning id
      """)
  @Nullable UUID insert(ShowRow row);
}
