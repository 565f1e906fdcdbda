package dev.stagedoor.domain.messaging;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a mail says, ready to send: both forms say the same. It may hold a link that lets its reader
 * in, so it is not printed.
 *
 * @param unsubscribe where its reader gets no more of the kind by one POST, without signing in;
 *     empty where the mail is one that nobody can do without
 */
public record MessageContent(String subject, String text, String html, Optional<URI> unsubscribe) {
  /** Makes what nobody can unsubscribe from. */
  public MessageContent(String subject, String text, String html) {
    this(subject, text, html, Optional.empty());
  }

  /**
   * Returns the headers that let mail programs offer to unsubscribe: RFC 2369, and RFC 8058 for one
   * click, which they take only over https.
   */
  public Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    unsubscribe.ifPresent(
        link -> {
          headers.put("List-Unsubscribe", "<" + link.toASCIIString() + ">");
          headers.put("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        });
    return headers;
  }

  @Override
  public String toString() {
    return "mail of " + text.length() + " characters";
  }
}
