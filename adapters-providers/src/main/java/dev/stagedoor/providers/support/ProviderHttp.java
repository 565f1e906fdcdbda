package dev.stagedoor.providers.support;

import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Talks HTTP with one provider, at one address, with one set of credentials. Safe for threads; make
 * one and keep it. What each call does and how it fails: {@link ProviderRequest}.
 */
public final class ProviderHttp {
  private final ProviderCalls calls;
  private final URI base;
  private final Map<String, Secret> credentials;
  private final HttpLimits limits;
  private final Function<Answer, Optional<String>> codes;
  private final HttpLine line;

  private ProviderHttp(Builder builder) {
    this.calls = builder.calls;
    this.base = builder.base;
    this.credentials = Map.copyOf(builder.credentials);
    this.limits = builder.limits;
    this.codes = builder.codes;
    this.line = builder.line == null ? new JdkLine(limits.connect()) : builder.line;
  }

  /** Begins with a provider that has one address. */
  public static Builder to(ProviderId provider, URI base, ProviderRuntime runtime) {
    return to(base, new ProviderCalls(provider, runtime));
  }

  /** Begins with one of several addresses of a provider, which share a circuit. */
  public static Builder to(URI base, ProviderCalls calls) {
    return new Builder(base, calls);
  }

  /** Puts a {@link ProviderHttp} together. */
  public static final class Builder {
    private final ProviderCalls calls;
    private final URI base;
    private final Map<String, Secret> credentials = new LinkedHashMap<>();
    private HttpLimits limits = HttpLimits.DEFAULT;
    private Function<Answer, Optional<String>> codes = answer -> Optional.empty();
    private @Nullable HttpLine line;

    private Builder(URI base, ProviderCalls calls) {
      this.base = Addresses.base(base);
      this.calls = calls;
    }

    public Builder bearer(Secret token) {
      return credential("Authorization", ProviderHttp.bearerOf(token));
    }

    public Builder basic(String user, Secret password) {
      return credential("Authorization", ProviderHttp.basicOf(user, password));
    }

    /** Sends a credential in a header of the provider's own. */
    public Builder credential(String header, Secret value) {
      ProviderRequest.checkHeader(header, value.reveal());
      credentials.put(header.toLowerCase(Locale.ROOT), value);
      return this;
    }

    public Builder limits(HttpLimits wanted) {
      limits = wanted;
      return this;
    }

    /**
     * Says where this provider writes its own error code. What is not in the form of a code
     * (letters, digits and {@code _ . : -}, at most 64) is dropped; so is what the function throws
     * on.
     */
    public Builder errorCode(Function<Answer, Optional<String>> finder) {
      codes = finder;
      return this;
    }

    /** Sends by this in place of a line of its own. */
    Builder line(HttpLine wanted) {
      line = wanted;
      return this;
    }

    public ProviderHttp build() {
      return new ProviderHttp(this);
    }
  }

  static Secret bearerOf(Secret token) {
    return Secret.of("Bearer " + token.reveal());
  }

  static Secret basicOf(String user, Secret password) {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a user's name has no colon");
    }
    byte[] both = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
    return Secret.of("Basic " + Base64.getEncoder().encodeToString(both));
  }

  /**
   * Begins a read. A template stands below the base address, {@code {}} for each segment that comes
   * from outside: {@code get("live_stream.read", "/video/v1/live-streams/{}", id)}.
   *
   * @param operation what is done, the same for every id
   * @throws IllegalArgumentException when a segment is empty, {@code .} or {@code ..}, or their
   *     number is not the template's
   */
  public ProviderRequest get(String operation, String template, String... segments) {
    return request("GET", operation, template, segments);
  }

  /** Begins a call that may be made once; see {@link ProviderRequest#idempotencyKey}. */
  public ProviderRequest post(String operation, String template, String... segments) {
    return request("POST", operation, template, segments);
  }

  /** Begins a call that may be repeated: what it sets stays set. */
  public ProviderRequest put(String operation, String template, String... segments) {
    return request("PUT", operation, template, segments);
  }

  /** Begins a call that may be made once. */
  public ProviderRequest patch(String operation, String template, String... segments) {
    return request("PATCH", operation, template, segments);
  }

  /** Begins a call that may be repeated: the second attempt may find nothing, 404. */
  public ProviderRequest delete(String operation, String template, String... segments) {
    return request("DELETE", operation, template, segments);
  }

  private ProviderRequest request(
      String method, String operation, String template, String... segments) {
    return new ProviderRequest(
        this, operation, method, template, Addresses.below(base, template, segments));
  }

  /**
   * Begins a call to a whole address, as SDKs make them and pages of lists link them.
   *
   * @throws IllegalArgumentException when it is not of the base address's scheme, host and port
   */
  public ProviderRequest request(String operation, String method, URI address) {
    Addresses.mustBeOfSameHost(base, address);
    return new ProviderRequest(this, operation, method, "-", address);
  }

  public ProviderId provider() {
    return calls.provider();
  }

  ProviderCalls calls() {
    return calls;
  }

  Map<String, Secret> credentials() {
    return credentials;
  }

  HttpLimits limits() {
    return limits;
  }

  Function<Answer, Optional<String>> codes() {
    return codes;
  }

  HttpLine line() {
    return line;
  }

  @Override
  public String toString() {
    return provider() + " at " + base.getHost();
  }
}
