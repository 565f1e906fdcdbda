package dev.stagedoor.domain.messaging.port;

import dev.stagedoor.domain.messaging.Message;
import dev.stagedoor.domain.messaging.MessageId;
import java.util.Optional;

/** Keeps messages. All methods need an open unit of work. */
public interface MessageRepository {
  /** Finds and locks a message until the unit of work ends. */
  Optional<Message> lock(MessageId id);

  /** Inserts or updates. */
  void save(Message message);
}
