package dev.stagedoor.persistence.courses;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface CourseRows extends CrudRepository<CourseRow, UUID> {
  @Query(
      """
      insert into courses (
        id, slug, teacher_id, title, description, price_minor, currency, status, published_at, created_at, updated_at,
        version)
      values (
        :id, :slug, :teacherId, :title, :description, :priceMinor, :currency, :status, :publishedAt, :createdAt,
        :updatedAt, 1)
      on conflict (slug) do nothing
      returning id
      """)
  @Nullable UUID insert(CourseRow row);
}
