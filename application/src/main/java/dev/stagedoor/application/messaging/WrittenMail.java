package dev.stagedoor.application.messaging;

import java.net.URI;
import java.util.Optional;

/**
 * A mail whose words are given: plain text, paragraphs parted by empty lines.
 *
 * @param unsubscribe where its reader gets no more of the kind; empty where nobody can do without
 */
public record WrittenMail(String subject, String body, Optional<URI> unsubscribe) {
  /** Leaves out what it says, which may be somebody's own. */
  @Override
  public String toString() {
    return "mail of " + body.length() + " characters";
  }
}
