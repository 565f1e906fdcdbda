package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.messaging.Message;
import dev.stagedoor.domain.messaging.MessageId;
import dev.stagedoor.domain.messaging.port.MessageRepository;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps messages in memory. */
public final class InMemoryMessageRepository implements MessageRepository {
  private final InMemoryStore.Table<MessageId, Message> table;

  public InMemoryMessageRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Message> lock(MessageId id) {
    return table.lock(id);
  }

  @Override
  public void save(Message message) {
    table.put(message.id(), message);
  }

  public Stream<Message> all() {
    return table.rows();
  }
}
