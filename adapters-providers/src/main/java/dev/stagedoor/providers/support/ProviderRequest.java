package dev.stagedoor.providers.support;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One call that is being put together, and made by {@link #send}.
 *
 * <p>A call that reads (GET, HEAD, {@link #reading}) or says that it may be repeated is made again,
 * in the limits of {@link HttpLimits}, when no connection came about, the connection broke, time
 * was up, or the answer was 502, 503, 504, or 429 with a {@code Retry-After} that fits. Any other
 * is made again only when no connection came about.
 *
 * <p>Not for several threads, and not to be sent twice.
 */
public final class ProviderRequest {
  private static final Set<String> READS = Set.of("GET", "HEAD");
  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE");
  private static final Pattern METHOD = Pattern.compile("[A-Z]{3,10}");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e\\t]*");

  private final ProviderHttp http;
  private final String operation;
  private final String method;
  private final String template;
  private final Map<String, Secret> headers = new TreeMap<>();
  private final StringBuilder query = new StringBuilder();
  private final URI address;
  private byte @Nullable [] body;
  private boolean reads;
  private boolean repeatable;
  private boolean repeatsConflicts;
  private Set<Integer> expected = Set.of();

  ProviderRequest(
      ProviderHttp http, String operation, String method, String template, URI address) {
    if (!METHOD.matcher(method).matches()) {
      throw new IllegalArgumentException("not a method of HTTP");
    }
    this.http = http;
    this.operation = operation;
    this.method = method;
    this.template = template;
    this.address = address;
    this.reads = READS.contains(method);
    this.repeatable = REPEATABLE.contains(method);
  }

  /** Adds a parameter to the query. */
  public ProviderRequest query(String name, String value) {
    query.append(query.length() == 0 ? "" : "&");
    query.append(Addresses.encode(name)).append('=').append(Addresses.encode(value));
    return this;
  }

  /** Adds a credential to the query, where a provider takes it nowhere else. */
  public ProviderRequest query(String name, Secret value) {
    return query(name, value.reveal());
  }

  /** Sets a header; what JDK's client sets by itself (host, length, connection) is left to it. */
  public ProviderRequest header(String name, String value) {
    return header(name, Secret.of(value));
  }

  /** Sets a header that holds a credential. */
  public ProviderRequest header(String name, Secret value) {
    checkHeader(name, value.reveal());
    headers.put(name.toLowerCase(Locale.ROOT), value);
    return this;
  }

  static void checkHeader(String name, String value) {
    if (!HEADER.matcher(name).matches()) {
      throw new IllegalArgumentException("not the name of a header");
    }
    // JDK's client would say so with the value, which may be a credential.
    if (!VALUE.matcher(value).matches()) {
      throw new IllegalArgumentException("a value no header can have, in " + name);
    }
  }

  /** Signs in with this token, in place of what all calls sign in with. */
  public ProviderRequest bearer(Secret token) {
    return header("Authorization", ProviderHttp.bearerOf(token));
  }

  /** Writes a tree or a record by {@link Json}. */
  public ProviderRequest json(Object document) {
    return bytes("application/json", Json.write(document));
  }

  /** Sends a form; the map's order is kept. */
  public ProviderRequest form(Map<String, String> fields) {
    String form =
        fields.entrySet().stream()
            .map(e -> Addresses.encode(e.getKey()) + "=" + Addresses.encode(e.getValue()))
            .collect(Collectors.joining("&"));
    return bytes("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.US_ASCII));
  }

  public ProviderRequest bytes(String contentType, byte[] content) {
    header("Content-Type", contentType);
    return bytes(content);
  }

  /** Sends bytes whose type a header says. */
  public ProviderRequest bytes(byte[] content) {
    body = content.clone();
    return this;
  }

  /** Says that this call changes nothing, whatever its method. */
  public ProviderRequest reading() {
    reads = true;
    return repeatable();
  }

  /**
   * Says that this is a part of a change, though it changes nothing itself: as its caller cannot
   * tell which answer got lost, a lost one is UNREADABLE.
   */
  public ProviderRequest withinAChange() {
    reads = false;
    return repeatable();
  }

  /** Says that the provider does this once, however often it is asked. */
  public ProviderRequest repeatable() {
    repeatable = true;
    return this;
  }

  /** Says that this must not be asked twice, whatever its method. */
  public ProviderRequest once() {
    repeatable = false;
    return this;
  }

  /** Sends the key by which the provider knows a repeated call, which makes it repeatable. */
  public ProviderRequest idempotencyKey(String header, String key) {
    return header(header, key).repeatable();
  }

  /** Repeats on 409, too: the provider is still busy with the first of two equal calls. */
  public ProviderRequest repeatingConflicts() {
    repeatsConflicts = true;
    return this;
  }

  /** Takes answers with these statuses, too, for the adapter to read: 404 as absence. */
  public ProviderRequest expecting(Integer... statuses) {
    expected = Set.of(statuses);
    return this;
  }

  /**
   * Makes the call, and returns an answer that is 2xx or expected.
   *
   * @throws ProviderException
   *     <ul>
   *       <li>UNAVAILABLE: no connection, or the circuit is open; surely nothing was done. For
   *           reads also when the answer was lost or 5xx
   *       <li>UNREADABLE: the call may have done something, and the answer was lost, 5xx, too
   *           large, or a redirect; or an earlier attempt was lost, and a later one failed
   *       <li>UNAUTHORISED: 401, 403
   *       <li>RATE_LIMITED: 429
   *       <li>REJECTED: any other 4xx
   *     </ul>
   *     with an {@link HttpRefusal} as its cause where the provider did answer
   * @throws IllegalStateException when the guard refuses
   */
  public Answer send() {
    return new HttpAttempts(http, this).send();
  }

  String operation() {
    return operation;
  }

  String method() {
    return method;
  }

  String template() {
    return template;
  }

  URI address() {
    if (query.length() == 0) {
      return address;
    }
    String sofar = address.toString();
    return URI.create(sofar + (address.getRawQuery() == null ? "?" : "&") + query);
  }

  Map<String, Secret> headers() {
    return headers;
  }

  byte @Nullable [] body() {
    return body;
  }

  boolean reads() {
    return reads;
  }

  boolean isRepeatable() {
    return repeatable;
  }

  boolean repeatsConflicts() {
    return repeatsConflicts;
  }

  boolean expects(int status) {
    return expected.contains(status);
  }

  @Override
  public String toString() {
    return http.provider() + " " + operation + ": " + method + " " + template;
  }
}
