package dev.stagedoor.persistence.memorials;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MemorialRows extends CrudRepository<MemorialRow, UUID> {
  Optional<MemorialRow> findByIdForUpdate(UUID id);

  Optional<MemorialRow> findBySlug(String slug);

  @Query(
      """
      insert into memorials (
        id, slug, owner_id, director_id, family_phone, loved_one_name, custom_text, image_url, is_public,
        created_at, updated_at, version)
      values (
        :id, :slug, :ownerId, :directorId, :familyPhone, :lovedOneName, :customText, :imageUrl, :isPublic,
        :createdAt, :updatedAt, 1)
      on conflict (slug) do nothing
      returning id
      """)
  @Nullable UUID insertUnlessSlugIsTaken(MemorialRow row);
}
