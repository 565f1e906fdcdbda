package dev.stagedoor.web.request;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Finds the address a request comes from. {@code X-Forwarded-For} is believed only as far as the
 * proxies that wrote it are trusted: read from the right, the first address that is no trusted
 * proxy is the caller's.
 */
@Singleton
public final class ClientAddress {
  private final List<Network> proxies;

  ClientAddress(HttpSettings settings) {
    proxies = settings.trustedProxies().stream().map(Network::parse).toList();
  }

  /** Returns the address as text, without a port. */
  public String of(HttpRequest<?> request) {
    InetSocketAddress peer = request.getRemoteAddress();
    String address =
        peer.getAddress() == null ? peer.getHostString() : peer.getAddress().getHostAddress();
    if (!isTrusted(address)) {
      return address;
    }
    for (String hop : hops(request)) {
      if (!Network.isAddress(hop)) {
        return address;
      }
      address = hop;
      if (!isTrusted(hop)) {
        return hop;
      }
    }
    return address;
  }

  /**
   * Returns what limits count by: the address, or for IPv6 its network, since one caller holds a
   * whole one.
   */
  public String group(HttpRequest<?> request) {
    return Network.group(of(request));
  }

  private boolean isTrusted(String address) {
    return proxies.stream().anyMatch(proxy -> proxy.contains(address));
  }

  private static List<String> hops(HttpRequest<?> request) {
    List<String> hops = new ArrayList<>();
    request
        .getHeaders()
        .getAll("X-Forwarded-For")
        .forEach(
            line -> {
              for (String hop : line.split(",", -1)) {
                hops.add(hop.strip());
              }
            });
    Collections.reverse(hops);
    return hops;
  }
}
