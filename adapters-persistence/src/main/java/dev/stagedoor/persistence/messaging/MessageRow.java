package dev.stagedoor.persistence.messaging;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.messaging.Message;
import dev.stagedoor.domain.messaging.MessageContent;
import dev.stagedoor.domain.messaging.MessageId;
import dev.stagedoor.domain.messaging.MessageStatus;
import dev.stagedoor.persistence.crypto.ColumnCipher;
import dev.stagedoor.persistence.crypto.EncryptedColumn;
import dev.stagedoor.persistence.sql.Codes;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("messages")
record MessageRow(
    @Id UUID id,
    String recipient,
    String subject,
    String textBody,
    String htmlBody,
    @Nullable String unsubscribeUrl,
    String status,
    int attempts,
    @Nullable String lastError,
    Instant createdAt,
    @Nullable Instant sentAt) {
  static MessageRow from(Message message, ColumnCipher cipher) {
    UUID id = message.id().value();
    MessageContent content = message.content();
    return new MessageRow(
        id,
        message.to().value(),
        content.subject(),
        cipher.encrypt(EncryptedColumn.MESSAGE_TEXT_BODY.at(id), Secret.of(content.text())),
        cipher.encrypt(EncryptedColumn.MESSAGE_HTML_BODY.at(id), Secret.of(content.html())),
        cipher.encryptNullable(
            EncryptedColumn.MESSAGE_UNSUBSCRIBE_URL.at(id),
            content.unsubscribe().map(link -> Secret.of(link.toString())).orElse(null)),
        Codes.of(message.status()),
        message.attempts(),
        message.lastError().orElse(null),
        message.createdAt(),
        message.sentAt().orElse(null));
  }

  Message toDomain(ColumnCipher cipher) {
    return new Message(
        new MessageId(id),
        new EmailAddress(recipient),
        new MessageContent(
            subject,
            cipher.decrypt(EncryptedColumn.MESSAGE_TEXT_BODY.at(id), textBody).reveal(),
            cipher.decrypt(EncryptedColumn.MESSAGE_HTML_BODY.at(id), htmlBody).reveal(),
            Optional.ofNullable(
                    cipher.decryptNullable(
                        EncryptedColumn.MESSAGE_UNSUBSCRIBE_URL.at(id), unsubscribeUrl))
                .map(link -> URI.create(link.reveal()))),
        Codes.parse(MessageStatus.class, status),
        attempts,
        Optional.ofNullable(lastError),
        createdAt,
        Optional.ofNullable(sentAt));
  }
}
