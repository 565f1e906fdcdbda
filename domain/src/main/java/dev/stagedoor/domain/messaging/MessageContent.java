package dev.stagedoor.domain.messaging;

/**
 * What a mail says, ready to send: both forms say the same. It may hold a link that lets its reader
 * in, so it is not printed.
 */
public record MessageContent(String subject, String text, String html) {
  @Override
  public String toString() {
    return "mail of " + text.length() + " characters";
  }
}
