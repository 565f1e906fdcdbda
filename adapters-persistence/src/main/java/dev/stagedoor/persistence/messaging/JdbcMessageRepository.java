package dev.stagedoor.persistence.messaging;

import dev.stagedoor.domain.messaging.Message;
import dev.stagedoor.domain.messaging.MessageId;
import dev.stagedoor.domain.messaging.port.MessageRepository;
import dev.stagedoor.persistence.crypto.ColumnCipher;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Optional;

@Singleton
@InsideUnitOfWork
class JdbcMessageRepository implements MessageRepository {
  private final MessageRows rows;
  private final ColumnCipher cipher;

  JdbcMessageRepository(MessageRows rows, ColumnCipher cipher) {
    this.rows = rows;
    this.cipher = cipher;
  }

  @Override
  public Optional<Message> lock(MessageId id) {
    return rows.findByIdForUpdate(id.value()).map(row -> row.toDomain(cipher));
  }

  @Override
  public void save(Message message) {
    rows.upsert(MessageRow.from(message, cipher));
  }
}
