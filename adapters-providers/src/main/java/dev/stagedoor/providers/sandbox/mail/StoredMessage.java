package dev.stagedoor.providers.sandbox.mail;

import java.time.Instant;

/** One message in the mailbox. */
public record StoredMessage(
    String id,
    String channel,
    String to,
    String subject,
    String text,
    String html,
    Instant createdAt) {
  /** The channel of mails. */
  public static final String MAIL = "mail";
}
