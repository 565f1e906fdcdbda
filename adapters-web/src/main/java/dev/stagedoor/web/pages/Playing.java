package dev.stagedoor.web.pages;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** How the address of a video is to be played: its path's ending says it. */
public final class Playing {
  // Services of Xtream's kind send a channel raw where its address has no ending.
  private static final Pattern TRANSPORT_STREAM =
      Pattern.compile(
          ".*\\.(?:ts|mts|m2ts|mpegts)|(?:/live)?/[^/]+/[^/]+/[0-9]+", Pattern.CASE_INSENSITIVE);

  private static final Pattern WEB = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE);

  private Playing() {}

  /** Tells whether it is a playlist of pieces (HLS), and not one file. */
  public static boolean isPlaylist(String address) {
    try {
      String path = URI.create(address).getPath();
      return path != null && path.toLowerCase(Locale.ROOT).endsWith(".m3u8");
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  /**
   * Tells whether no browser plays it: a raw MPEG transport stream, or what does not come by the
   * web.
   */
  public static boolean needsApp(String address) {
    return !WEB.matcher(address).matches() || TRANSPORT_STREAM.matcher(path(address)).matches();
  }

  /** Returns the path of an address, also of one that cannot be taken apart as one. */
  private static String path(String address) {
    int host = address.indexOf("://") + 3;
    String behind = address.substring(host).replaceFirst("[?#].*", "");
    int path = behind.indexOf('/');
    return path < 0 ? "" : behind.substring(path);
  }
}
