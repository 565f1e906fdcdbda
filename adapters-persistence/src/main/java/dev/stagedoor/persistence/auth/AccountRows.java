package dev.stagedoor.persistence.auth;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountRows extends CrudRepository<AccountRow, UUID> {
  Optional<AccountRow> findByIdForUpdate(UUID id);

  Optional<AccountRow> findByEmailForUpdate(String email);

  @Query(
      """
      select * from accounts
      where identity_provider = any(cast(:providers as text[])) and identity_subject = any(cast(:subjects as text[]))
      """)
  List<AccountRow> findByIdentities(String[] providers, String[] subjects);

  boolean existsByEmailAndIdNotEqual(String email, UUID id);

  @Query(
      """
      insert into accounts (
        id, identity_provider, identity_subject, email, first_name, last_name, role, status, resumes_as,
        language, created_at, version)
      values (
        :id, :identityProvider, :identitySubject, :email, :firstName, :lastName, :role, :status, :resumesAs,
        :language, :createdAt, 1)
      on conflict do nothing
      returning id
      """)
  @Nullable UUID insert(AccountRow row);
}
