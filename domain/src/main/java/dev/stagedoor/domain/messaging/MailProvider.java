package dev.stagedoor.domain.messaging;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.messaging.port.MessageSender;

/** What one mail provider can do. */
public record MailProvider(ProviderId id, MessageSender sender) {}
