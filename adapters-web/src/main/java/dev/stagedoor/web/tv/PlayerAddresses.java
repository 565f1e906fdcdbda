package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.PlaylistView;
import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody types into a player to reach a playlist without us.
 *
 * @param m3u where the channels are
 * @param guide where the guide is, of services whose addresses are known by their form
 */
public record PlayerAddresses(String m3u, Optional<String> guide) {
  private static final Pattern SCRIPT =
      Pattern.compile("(.*/)(?:get|player_api|panel_api|xmltv)\\.php", Pattern.CASE_INSENSITIVE);

  /** Whoever has a name with a service has lists of its own there; all else is one file. */
  public static PlayerAddresses of(PlaylistView view) {
    String url = view.url().reveal();
    if (view.username().isEmpty()) {
      return new PlayerAddresses(url, Optional.empty());
    }
    String account =
        "?username="
            + encoded(view.username().get())
            + "&password="
            + encoded(view.password().map(Secret::reveal).orElse(""));
    String folder = folder(URI.create(url));
    return new PlayerAddresses(
        folder + "get.php" + account + "&type=m3u_plus&output=hls",
        Optional.of(folder + "xmltv.php" + account));
  }

  /** Returns where a service's scripts are. */
  private static String folder(URI url) {
    String path = url.getRawPath() == null ? "" : url.getRawPath();
    Matcher script = SCRIPT.matcher(path);
    String folder = script.matches() ? script.group(1) : path.replaceAll("/+$", "") + "/";
    return url.getScheme() + "://" + url.getRawAuthority() + folder;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "PlayerAddresses";
  }
}
