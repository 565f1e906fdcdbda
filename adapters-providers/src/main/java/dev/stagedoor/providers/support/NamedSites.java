package dev.stagedoor.providers.support;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.kernel.WebAddress;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Calls servers whose addresses users name: a merchant's own shop, a playlist. Only public
 * addresses are called, by https, unless the operator allows the host by its name; no redirect is
 * followed. An address that may not be called is {@code REJECTED}, whoever led to it. All else is
 * as with {@link ProviderHttp}, but each site has a circuit of its own: one that is down says
 * nothing of the others. Safe for threads; make one and keep it.
 */
public final class NamedSites implements AutoCloseable {
  private static final int SITES = 1000;

  private final ProviderId provider;
  private final ProviderRuntime runtime;
  private final HttpLimits limits;
  private final Set<String> allowed;
  private final GuardedLine line;
  private final Cache<String, ProviderCalls> calls =
      Caffeine.newBuilder().maximumSize(SITES).expireAfterAccess(Duration.ofHours(1)).build();

  /**
   * @param allowedHosts names or addresses, without ports, that may lead anywhere and be called
   *     without TLS
   */
  public NamedSites(
      ProviderId provider,
      ProviderRuntime runtime,
      HttpLimits limits,
      Collection<String> allowedHosts) {
    this(provider, runtime, limits, allowedHosts, GuardedLine.Names.REAL, PublicAddresses::has);
  }

  NamedSites(
      ProviderId provider,
      ProviderRuntime runtime,
      HttpLimits limits,
      Collection<String> allowedHosts,
      GuardedLine.Names names,
      Predicate<InetAddress> isPublic) {
    this.provider = provider;
    this.runtime = runtime;
    this.limits = limits;
    this.allowed =
        allowedHosts.stream().map(NamedSites::plain).collect(Collectors.toUnmodifiableSet());
    this.line =
        new GuardedLine(limits.connect(), host -> allowed.contains(plain(host)), names, isPublic);
  }

  private static String plain(String host) {
    String lower = host.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("[") && lower.endsWith("]")
        ? lower.substring(1, lower.length() - 1)
        : lower;
  }

  /**
   * Tells whether an address is of a form that may be called: https (or http at an allowed host), a
   * host and perhaps a path. Where it leads is found out when it is called.
   */
  public boolean isCallable(URI base) {
    return WebAddress.is(base)
        && base.getRawQuery() == null
        && base.getRawFragment() == null
        && ("https".equalsIgnoreCase(base.getScheme()) || allowed.contains(plain(base.getHost())));
  }

  /**
   * Begins with the address of one site.
   *
   * @throws IllegalArgumentException when it is not {@link #isCallable callable} by its form
   */
  public ProviderHttp.Builder to(URI base) {
    if (!isCallable(base)) {
      throw new IllegalArgumentException("not the address of a site that may be called");
    }
    String site = plain(base.getHost()) + ":" + base.getPort();
    return ProviderHttp.to(base, calls.get(site, one -> new ProviderCalls(provider, runtime)))
        .limits(limits)
        .line(line);
  }

  @Override
  public void close() {
    line.close();
  }

  @Override
  public String toString() {
    return provider + " at sites that users name";
  }
}
