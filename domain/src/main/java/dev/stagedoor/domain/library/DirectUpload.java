package dev.stagedoor.domain.library;

import dev.stagedoor.domain.kernel.ProviderRef;
import java.net.URI;
import java.time.Instant;

/**
 * Where a browser sends a file so that it does not pass through this server. Whoever has the
 * address can send, so it is not printed.
 *
 * @param ref points at what the upload will become, before and after the file came
 */
public record DirectUpload(ProviderRef ref, URI address, Form form, Instant until) {
  /** How the file travels. */
  public enum Form {
    /** One PUT whose body is the file. */
    PUT_BODY,
    /** One POST of {@code multipart/form-data} with the file in the field {@code file}. */
    POST_FORM_FILE
  }

  @Override
  public String toString() {
    return "upload of " + ref + " until " + until;
  }
}
