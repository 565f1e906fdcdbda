package dev.stagedoor.domain.payments;

import java.net.URI;
import java.util.Set;

/**
 * A provider's own form in the payer's browser, and everything a page must let in for it.
 *
 * @param script the provider's script, which cannot be copied
 * @param scripts from where scripts come, the script itself included
 * @param frames what may be shown in frames
 * @param connections where the page may call
 * @param stylesItself whether the script writes styles into the page
 */
public record PaymentForm(
    URI script, Set<URI> scripts, Set<URI> frames, Set<URI> connections, boolean stylesItself) {
  public PaymentForm {
    scripts = Set.copyOf(scripts);
    frames = Set.copyOf(frames);
    connections = Set.copyOf(connections);
  }
}
