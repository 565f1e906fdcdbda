package dev.stagedoor.domain.storage;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * A request that a browser may make of the store until a time. Whoever has it can make it, so it is
 * not printed.
 *
 * @param headers what must be sent along, exactly so
 */
public record SignedRequest(
    String method, URI address, Map<String, String> headers, Instant until) {
  public SignedRequest {
    headers = Map.copyOf(headers);
  }

  @Override
  public String toString() {
    return "signed " + method + " until " + until;
  }
}
