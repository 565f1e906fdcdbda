package dev.stagedoor.providers.support.files;

import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a browser asks of whoever has files.
 *
 * @param key names the file, decoded
 * @param query the parameters, decoded
 * @param headers by their names in any case
 * @param body read by whoever answers, as far as it is wanted; closed by whoever asks
 */
public record FileRequest(
    String method,
    String key,
    Map<String, List<String>> query,
    Map<String, String> headers,
    InputStream body) {
  public FileRequest {
    query = Map.copyOf(query);
    Map<String, String> lower = new TreeMap<>();
    headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(lower);
  }

  /** Returns a header by its name in lower case. */
  public Optional<String> header(String lowerCase) {
    return Optional.ofNullable(headers.get(lowerCase));
  }

  /** Signatures stand in the query. */
  @Override
  public String toString() {
    return method + " of a file";
  }
}
