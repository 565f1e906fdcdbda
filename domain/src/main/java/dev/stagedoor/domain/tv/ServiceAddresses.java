package dev.stagedoor.domain.tv;

import dev.stagedoor.domain.kernel.Secret;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses of one IPTV service. Those of Xtream's kind have scripts of known names side by
 * side, which are told who asks; all else is one file. Name and password stand in all of these
 * addresses.
 */
public final class ServiceAddresses {
  private static final Pattern SCRIPT =
      Pattern.compile("(.*/)(?:get|player_api|panel_api|xmltv)\\.php", Pattern.CASE_INSENSITIVE);

  private final URI named;
  private final Optional<Account> account;

  private ServiceAddresses(URI named, Optional<Account> account) {
    this.named = named;
    this.account = account;
  }

  /** Derives them; a name that is blank is none. */
  public static ServiceAddresses of(PlaylistAccess access) {
    URI named = URI.create(access.url().reveal());
    return new ServiceAddresses(
        named,
        access
            .username()
            .filter(name -> !name.isBlank())
            .map(
                name ->
                    new Account(
                        folder(named),
                        encoded(name),
                        encoded(access.password().map(Secret::reveal).orElse("")))));
  }

  /** Returns who is asked for lists of channels; empty where there is one file. */
  public Optional<Account> account() {
    return account;
  }

  /** Returns where all channels are in one file, for any player. */
  public URI playlist() {
    return account.map(Account::playlist).orElse(named);
  }

  /**
   * Returns where the guide is, of a service of Xtream's kind, also of one whose playlist was named
   * whole; empty where its address is not known by its form.
   */
  public Optional<URI> guide() {
    return account.or(this::inAddress).map(Account::guide);
  }

  private Optional<Account> inAddress() {
    if (!SCRIPT.matcher(path(named)).matches()) {
      return Optional.empty();
    }
    return parameter("username")
        .flatMap(name -> parameter("password").map(word -> new Account(folder(named), name, word)));
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

  /** Returns where the scripts of a service are. */
  private static URI folder(URI named) {
    String path = path(named);
    Matcher script = SCRIPT.matcher(path);
    String folder = script.matches() ? script.group(1) : path.replaceAll("/+$", "") + "/";
    return URI.create(named.getScheme() + "://" + named.getRawAuthority() + folder);
  }

  private static String path(URI address) {
    return address.getRawPath() == null ? "" : address.getRawPath();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "the addresses of a service";
  }

  /** What a service of Xtream's kind has for one who has a name and a password there. */
  public static final class Account {
    private final URI folder;
    private final String username;
    private final String password;

    /** Takes name and password as they stand in a query. */
    private Account(URI folder, String username, String password) {
      this.folder = folder;
      this.username = username;
      this.password = password;
    }

    /** Returns what tells whether name and password are good, in JSON. */
    public URI api() {
      return script("player_api.php");
    }

    /** Returns what lists something, in JSON. */
    public URI api(String action) {
      return URI.create(api() + "&action=" + encoded(action));
    }

    /** Returns the file with all channels. */
    public URI playlist() {
      return URI.create(script("get.php") + "&type=m3u_plus&output=hls");
    }

    private URI guide() {
      return script("xmltv.php");
    }

    /** Returns where a channel is. */
    public URI live(String number) {
      return folder.resolve("live/" + names() + "/" + number + ".m3u8");
    }

    /** Returns where a film is. */
    public URI movie(String number, String ending) {
      return folder.resolve("movie/" + names() + "/" + number + "." + ending);
    }

    private URI script(String name) {
      return folder.resolve(name + "?username=" + username + "&password=" + password);
    }

    private String names() {
      return inPath(username) + "/" + inPath(password);
    }

    // What a query may have as a sign for a space, a path may not.
    private static String inPath(String encoded) {
      return encoded.replace("+", "%20");
    }

    @Override
    public String toString() {
      return "****";
    }
  }
}
