package dev.stagedoor.web.pages;

import java.net.URI;
import java.util.Locale;

/** How the address of a video is to be played: its path's ending says it. */
public final class Playing {
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
}
