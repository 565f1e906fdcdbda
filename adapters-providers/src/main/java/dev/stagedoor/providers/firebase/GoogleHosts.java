package dev.stagedoor.providers.firebase;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.HttpRefusal;
import dev.stagedoor.providers.support.ProviderCalls;
import dev.stagedoor.providers.support.ProviderHttp;
import dev.stagedoor.providers.support.ProviderRequest;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the hosts of Google that sign-in needs, and carries what the SDK sends to them: with the
 * deadlines, repeats, circuit and measures that all calls to providers have, and in place of the
 * SDK's own. Throws {@link ProviderException} through the SDK, except for 400, which the SDK reads.
 */
final class GoogleHosts extends HttpTransport {
  static final String IDENTITY_TOOLKIT = "identitytoolkit.googleapis.com";
  static final String SECURE_TOKEN = "securetoken.googleapis.com";
  private static final String KEYS = "www.googleapis.com";
  private static final Set<String> TOKEN_SERVERS =
      Set.of("oauth2.googleapis.com", "accounts.google.com");

  /** What the SDK calls, by the last word of the path. */
  private static final Map<String, String> OPERATIONS =
      Map.of(
          "accounts", "identity.create",
          "lookup", "identity.read",
          "update", "identity.update",
          "delete", "identity.delete",
          "createSessionCookie", "cookie.create");

  /** What changes nothing that anybody could see. */
  private static final Set<String> READS = Set.of("identity.read", "cookie.create");

  private final Map<String, ProviderHttp> hosts;
  private final Map<String, URI> bases;
  private final @Nullable String emulatorHost;

  GoogleHosts(FirebaseConfig config, ProviderRuntime runtime, HttpLimits limits) {
    ProviderCalls calls = new ProviderCalls(Firebase.ID, runtime);
    Function<String, URI> base = base(config);
    this.emulatorHost = config.emulatorHost();
    this.bases =
        Stream.concat(Stream.of(IDENTITY_TOOLKIT, SECURE_TOKEN, KEYS), TOKEN_SERVERS.stream())
            .collect(Collectors.toUnmodifiableMap(host -> host, base));
    this.hosts =
        bases.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey,
                    entry ->
                        ProviderHttp.to(entry.getValue(), calls)
                            .limits(limits)
                            .errorCode(FirebaseCodes::in)
                            .build()));
  }

  private static Function<String, URI> base(FirebaseConfig config) {
    URI standIn = config.baseUrl();
    if (standIn != null) {
      return host -> URI.create(standIn.toString().replaceAll("/+$", "") + "/" + host);
    }
    return config.isEmulated()
        ? host -> URI.create("http://" + config.emulatorHost() + "/" + host)
        : host -> URI.create("https://" + host);
  }

  /** Returns the line to a host for calls that the SDK has no words for. */
  ProviderHttp at(String host) {
    ProviderHttp http = hosts.get(host);
    if (http == null) {
      throw new IllegalArgumentException("not a host that sign-in needs: " + host);
    }
    return http;
  }

  static boolean isTokenServer(URI address) {
    return address.getHost() != null && TOKEN_SERVERS.contains(address.getHost());
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) {
    return new SdkRequest(this, method, url);
  }

  /** Begins the call that the SDK wants to make. */
  ProviderRequest request(String method, String url) {
    URI wanted = URI.create(withoutEmulator(url));
    String host = String.valueOf(wanted.getHost());
    ProviderHttp http = at(host);
    String query = wanted.getRawQuery() == null ? "" : "?" + wanted.getRawQuery();
    URI address = URI.create(bases.get(host) + wanted.getRawPath() + query);
    String operation = operation(host, wanted.getRawPath());
    ProviderRequest request = http.request(operation, method, address);
    boolean reads = READS.contains(operation) || !host.equals(IDENTITY_TOOLKIT);
    return reads ? request.reading() : request.repeatable();
  }

  /** The SDK writes the emulator in front of Google's host, which then is a part of the path. */
  private String withoutEmulator(String url) {
    String prefix = "http://" + emulatorHost + "/";
    return emulatorHost != null && url.startsWith(prefix)
        ? "https://" + url.substring(prefix.length())
        : url;
  }

  private static String operation(String host, String path) {
    if (TOKEN_SERVERS.contains(host)) {
      return "service_account.token";
    }
    if (host.equals(KEYS)) {
      return "keys.read";
    }
    String last = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf(':')) + 1);
    return OPERATIONS.getOrDefault(last, "other");
  }

  /**
   * Names a service account that Google does not take as what it is: credentials that are no good.
   */
  static ProviderException named(ProviderException failure, String url) {
    boolean refused = failure.kind() == Kind.REJECTED && HttpRefusal.behind(failure).isPresent();
    return refused && isTokenServer(URI.create(url))
        ? new ProviderException(Firebase.ID, Kind.UNAUTHORISED, "the service account is not taken")
        : failure;
  }
}
