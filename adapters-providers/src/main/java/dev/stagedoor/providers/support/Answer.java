package dev.stagedoor.providers.support;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a provider answered, all of it. Header names are kept in lower case. */
public final class Answer {
  private final ProviderId provider;
  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  Answer(ProviderId provider, int status, Map<String, List<String>> headers, byte[] body) {
    this.provider = provider;
    this.status = status;
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach(
        (name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    this.headers = Map.copyOf(lower);
    this.body = body;
  }

  public int status() {
    return status;
  }

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  public Map<String, List<String>> headers() {
    return headers;
  }

  /** Returns the first value of a header, by its name in any case. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  public byte[] body() {
    return body.clone();
  }

  /**
   * Reads the body as JSON.
   *
   * @throws ProviderException UNREADABLE when it is none
   */
  public JsonNode json() {
    try {
      return Json.read(body);
    } catch (IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  /**
   * Reads the body as a record, by {@link Json}.
   *
   * @throws ProviderException UNREADABLE when it is no JSON, or not of that form
   */
  public <T> T json(Class<T> type) {
    try {
      return Json.read(body, type);
    } catch (IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  private ProviderException unreadable(IllegalArgumentException why) {
    return unreadable(
        "answered " + status + " with " + body.length + " bytes, " + why.getMessage());
  }

  /** Returns what an adapter throws when an answer lacks what it must have. */
  public ProviderException unreadable(String what) {
    return new ProviderException(provider, Kind.UNREADABLE, what);
  }

  @Override
  public String toString() {
    return provider + " answered " + status + ", " + body.length + " bytes";
  }
}
