package dev.stagedoor.web.tv;

import dev.stagedoor.application.tv.PlaylistView;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What somebody types into a player to reach a playlist without us.
 *
 * @param m3u where the channels are
 * @param guide where the guide is, of services whose addresses are known by their form
 */
public record PlayerAddresses(String m3u, Optional<String> guide) {
  private static final String LIST = "/get.php";

  public static PlayerAddresses of(PlaylistView view) {
    String url = view.url().reveal();
    String bare = url.replaceFirst("[?#].*", "");
    if (view.username().isEmpty() || view.password().isEmpty()) {
      return new PlayerAddresses(url, Optional.empty());
    }
    String credentials =
        "?username="
            + encoded(view.username().get())
            + "&password="
            + encoded(view.password().get().reveal());
    String base = bare.replaceFirst("/(get|player_api|xmltv)\\.php$|/$", "");
    boolean isService = !base.equals(bare) || URI.create(bare).getPath().isEmpty();
    return isService
        ? new PlayerAddresses(
            base + LIST + credentials + "&type=m3u_plus&output=ts",
            Optional.of(base + "/xmltv.php" + credentials))
        : new PlayerAddresses(url, Optional.empty());
  }

  /** Says nothing of what it holds. */
  @Override
  public String toString() {
    return "PlayerAddresses";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
