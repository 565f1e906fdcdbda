package dev.stagedoor.domain.messaging;

import dev.stagedoor.domain.kernel.EmailAddress;

/**
 * A mail to hand over. Its id is the stable part of the Message-ID, so a repetition can be told.
 */
public record OutgoingMessage(MessageId id, EmailAddress to, MessageContent content) {}
