package dev.stagedoor.providers.support;

import dev.stagedoor.domain.kernel.WebAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Builds addresses out of which nothing that is put into them can break. */
final class Addresses {
  private static final Pattern TEMPLATE =
      Pattern.compile("(/([A-Za-z0-9_.:~-]|\\{\\})*)*", Pattern.DOTALL);
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
  // Even percent-encoded, servers take them for steps in the tree.
  private static final Set<String> STEPS = Set.of("", ".", "..");

  private Addresses() {}

  static URI base(URI base) {
    if (!WebAddress.is(base) || base.getRawQuery() != null || base.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "a base address is http or https, a host and perhaps a path");
    }
    String whole = base.toString();
    return whole.endsWith("/") ? URI.create(whole.replaceAll("/+$", "")) : base;
  }

  static URI below(URI base, String template, String... segments) {
    if (!TEMPLATE.matcher(template).matches()) {
      throw new IllegalArgumentException("not a template of a path: " + template);
    }
    StringBuilder address = new StringBuilder(base.toString());
    String[] parts = template.split("\\{\\}", -1);
    if (parts.length - 1 != segments.length) {
      throw new IllegalArgumentException(
          template + " takes " + (parts.length - 1) + " segments, not " + segments.length);
    }
    for (int i = 0; i < parts.length; i++) {
      address.append(parts[i]);
      if (i < segments.length) {
        if (STEPS.contains(segments[i])) {
          throw new IllegalArgumentException("a segment of " + template + " that names nothing");
        }
        address.append(encode(segments[i]));
      }
    }
    return URI.create(address.toString());
  }

  static void mustBeOfSameHost(URI base, URI address) {
    if (!base.getScheme().equalsIgnoreCase(address.getScheme())
        || !base.getHost().equalsIgnoreCase(Objects.requireNonNullElse(address.getHost(), ""))
        || port(base) != port(address)
        || address.getRawUserInfo() != null) {
      throw new IllegalArgumentException("an address that is not at " + base.getHost());
    }
  }

  private static int port(URI address) {
    if (address.getPort() >= 0) {
      return address.getPort();
    }
    return "https".equals(address.getScheme().toLowerCase(Locale.ROOT)) ? 443 : 80;
  }

  /** Encodes for a path, a query or a form. */
  static String encode(String value) {
    StringBuilder encoded = new StringBuilder(value.length() + 16);
    for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
      char plain = (char) (octet & 0xff);
      if (PLAIN.indexOf(plain) >= 0) {
        encoded.append(plain);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", octet & 0xff));
      }
    }
    return encoded.toString();
  }
}
