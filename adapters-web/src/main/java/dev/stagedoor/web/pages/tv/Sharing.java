package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.PlaylistView;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Tells which streams may be watched with others, who then all get the address. Services of
 * Xtream's kind have name and password in the address of each stream, and others sign it for one
 * who asks: both are for nobody else.
 */
final class Sharing {
  private static final Pattern NAMED =
      Pattern.compile("(?:/(?:live|movie|series|timeshift))?/[^/]+/[^/]+/[0-9]+(?:\\.[a-z0-9]+)?");

  private Sharing() {}

  static boolean isForAll(PlaylistView from, String address) {
    return from.username().filter(name -> !name.isBlank()).isEmpty() && isForAll(address);
  }

  private static boolean isForAll(String address) {
    try {
      URI uri = URI.create(address);
      String scheme = String.valueOf(uri.getScheme());
      return (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && !NAMED.matcher(String.valueOf(uri.getRawPath())).matches();
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
