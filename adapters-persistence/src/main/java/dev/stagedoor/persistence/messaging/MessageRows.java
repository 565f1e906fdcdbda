package dev.stagedoor.persistence.messaging;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MessageRows extends CrudRepository<MessageRow, UUID> {
  Optional<MessageRow> findByIdForUpdate(UUID id);

  /** What a message says never changes, so only the sending is updated. */
  @Query(
      """
      insert into messages (
        id, recipient, subject, text_body, html_body, unsubscribe_url, status, attempts, last_error, created_at,
        sent_at)
      values (
        :id, :recipient, :subject, :textBody, :htmlBody, :unsubscribeUrl, :status, :attempts, :lastError, :createdAt,
        :sentAt)
      on conflict (id) do update set
        status = excluded.status,
        attempts = excluded.attempts,
        last_error = excluded.last_error,
        sent_at = excluded.sent_at
      """)
  void upsert(MessageRow row);
}
