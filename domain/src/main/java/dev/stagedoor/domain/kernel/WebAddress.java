package dev.stagedoor.domain.kernel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * Tells what is an address of the web: its scheme is http or https, in any case, and it names a
 * host. It names no user, where that is not said.
 */
public final class WebAddress {
  private WebAddress() {}

  /** Tells whether it is one, and has neither name nor password in front of its host. */
  public static boolean is(URI address) {
    return isWithOrWithoutUser(address) && address.getRawUserInfo() == null;
  }

  /** Tells whether it is one, with name and password in front of its host or without. */
  public static boolean isWithOrWithoutUser(URI address) {
    return address.getHost() != null
        && ("https".equalsIgnoreCase(address.getScheme())
            || "http".equalsIgnoreCase(address.getScheme()));
  }

  /** Reads one that names no user; empty where a text is none. */
  public static Optional<URI> of(String text) {
    try {
      return Optional.of(new URI(text)).filter(WebAddress::is);
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }
}
