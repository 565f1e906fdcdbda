package dev.stagedoor.domain.webhooks;

import dev.stagedoor.domain.kernel.ProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One delivery exactly as it came: the bytes that were signed, and the headers that sign them.
 * Header names are kept in lower case. {@code topic} is what the route says of the delivery, empty
 * where the route says nothing; {@code receivedAt} is when it was stored, empty for one that is
 * just coming in.
 */
@SuppressWarnings("ArrayRecordComponent") // deliveries are told apart by id, never by equals
public record RawWebhook(
    ProviderId provider,
    String topic,
    Map<String, List<String>> headers,
    byte[] body,
    Optional<Instant> receivedAt) {
  public RawWebhook {
    Map<String, List<String>> lower = new TreeMap<>();
    headers.forEach(
        (name, values) -> lower.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    headers = Map.copyOf(lower);
    body = body.clone();
  }

  /** Makes one that is just coming in. */
  public RawWebhook(
      ProviderId provider, String topic, Map<String, List<String>> headers, byte[] body) {
    this(provider, topic, headers, body, Optional.empty());
  }

  /** Returns the first value of a header, by its name in any case. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  @Override
  public String toString() {
    return "webhook of " + provider + ", " + body.length + " bytes";
  }
}
