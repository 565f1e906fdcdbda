package dev.stagedoor.providers.sandbox.mail;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message in the mailbox.
 *
 * @param headers those that say something about a mail; nothing where it was kept before there were
 *     any
 */
public record StoredMessage(
    String id,
    String channel,
    String to,
    String subject,
    String text,
    String html,
    @Nullable Map<String, String> headers,
    Instant createdAt) {
  /** The channel of mails. */
  public static final String MAIL = "mail";
}
