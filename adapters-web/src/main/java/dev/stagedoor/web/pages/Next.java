package dev.stagedoor.web.pages;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a page of ours, never another site's. */
public final class Next {
  private static final int LONGEST = 1000;

  private Next() {}

  /** Reads a wish; empty when there is none or when it leads anywhere but to a page of ours. */
  public static Optional<String> read(@Nullable String wish) {
    return Optional.ofNullable(wish).filter(Next::isOurs);
  }

  /** Returns the sign-in page that leads on to a page of ours. */
  public static String signInFor(String page) {
    return isOurs(page) && !page.equals("/")
        ? "/login?next=" + URLEncoder.encode(page, StandardCharsets.UTF_8)
        : "/login";
  }

  private static boolean isOurs(String wish) {
    // Browsers read "//" and "/\" as the beginning of another host, and drop tabs and line ends.
    if (wish.length() > LONGEST
        || !wish.startsWith("/")
        || wish.startsWith("//")
        || wish.chars().anyMatch(c -> c == '\\' || c < ' ')) {
      return false;
    }
    try {
      URI uri = new URI(wish);
      return uri.getScheme() == null && uri.getRawAuthority() == null;
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }
}
