package dev.stagedoor.providers.iptv;

import dev.stagedoor.domain.tv.PlaylistAccess;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses of one service.
 *
 * @param named as its subscriber gave it
 */
record Service(URI named, Optional<Account> account) {
  private static final Pattern SCRIPT =
      Pattern.compile("(.*/)(?:get|player_api|panel_api|xmltv)\\.php", Pattern.CASE_INSENSITIVE);

  /** Somebody's name and password with a service of Xtream's kind, as they stand in addresses. */
  record Account(String username, String password) {
    private String query() {
      return "username=" + username + "&password=" + password;
    }

    private String path() {
      return path(username) + "/" + path(password);
    }

    // What a query may have as a sign for a space, a path may not.
    private static String path(String encoded) {
      return encoded.replace("+", "%20");
    }

    @Override
    public String toString() {
      return "****";
    }
  }

  static Service of(PlaylistAccess access) {
    URI named = URI.create(access.url().reveal());
    Optional<Account> account =
        access
            .username()
            .filter(name -> !name.isBlank())
            .map(
                name ->
                    new Account(
                        encoded(name),
                        encoded(access.password().map(word -> word.reveal()).orElse(""))));
    return new Service(named, account);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Returns who is asked for lists; empty where there is one file. */
  Optional<Account> lists() {
    return account;
  }

  /** Returns what a service of Xtream's kind answers in JSON. */
  URI api(Account asking, String action) {
    return base()
        .resolve(
            "player_api.php?" + asking.query() + (action.isEmpty() ? "" : "&action=" + action));
  }

  URI playlist(Account asking) {
    return base().resolve("get.php?" + asking.query() + "&type=m3u_plus&output=hls");
  }

  /**
   * Returns the guide of a service of Xtream's kind, also of one whose playlist was named whole.
   */
  Optional<URI> guide() {
    return account.or(this::inAddress).map(asking -> base().resolve("xmltv.php?" + asking.query()));
  }

  String live(Account asking, String number) {
    return base().resolve("live/" + asking.path() + "/" + number + ".m3u8").toString();
  }

  String movie(Account asking, String number, String ending) {
    return base().resolve("movie/" + asking.path() + "/" + number + "." + ending).toString();
  }

  private Optional<Account> inAddress() {
    if (!SCRIPT.matcher(path()).matches()) {
      return Optional.empty();
    }
    Optional<String> name = parameter("username");
    Optional<String> word = parameter("password");
    return name.isPresent() && word.isPresent()
        ? Optional.of(new Account(name.get(), word.get()))
        : Optional.empty();
  }

  private Optional<String> parameter(String name) {
    String query = named.getRawQuery() == null ? "" : named.getRawQuery();
    for (String one : query.split("&", -1)) {
      if (one.toLowerCase(Locale.ROOT).startsWith(name + "=")) {
        return Optional.of(one.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }

  private String path() {
    return named.getRawPath() == null ? "" : named.getRawPath();
  }

  /** Returns the folder that a service's scripts are in. */
  private URI base() {
    Matcher script = SCRIPT.matcher(path());
    String folder = script.matches() ? script.group(1) : path().replaceAll("/+$", "") + "/";
    return URI.create(named.getScheme() + "://" + named.getRawAuthority() + folder);
  }

  @Override
  public String toString() {
    return "a service";
  }
}
