package dev.stagedoor.providers.iptv;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Channel.Kind;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.ServiceAddresses;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Lists what a service of Xtream's kind has: channels, then films. */
final class Xtream {
  private static final int MOST_GROUPS = 20_000;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");
  private static final Pattern ENDING = Pattern.compile("[A-Za-z0-9]{1,5}");
  private static final Set<String> GONE = Set.of("banned", "disabled", "expired");

  private final ServiceAddresses.Account account;
  private final ItemIds ids;
  private final Reader reader;

  /** Asks a service for something and reads it. */
  @FunctionalInterface
  interface Reader {
    void read(String operation, URI address, IptvPlaylists.Part part);
  }

  Xtream(ServiceAddresses.Account account, ItemIds ids, Reader reader) {
    this.account = account;
    this.ids = ids;
    this.reader = reader;
  }

  /**
   * Asks whether name and password are good.
   *
   * @throws PlaylistException when they are not, or this is no such service
   */
  void signIn() {
    Map<String, String> user = new HashMap<>();
    reader.read(
        "account.read",
        account.api(),
        (in, from) ->
            user.putAll(XtreamJson.member(in, "user_info", Set.of("auth", "status", "username"))));
    if (user.isEmpty()) {
      throw PlaylistException.none("it tells nothing of who asks");
    }
    boolean isRefused = Set.of("0", "false").contains(user.getOrDefault("auth", "1"));
    if (isRefused || GONE.contains(user.getOrDefault("status", "").toLowerCase(Locale.ROOT))) {
      throw PlaylistException.of(
          PlaylistProblem.CREDENTIALS_REFUSED, "the service does not know the account any more");
    }
  }

  void list(Consumer<Channel> each) {
    list(Kind.CHANNEL, "live", each);
    list(Kind.MOVIE, "vod", each);
  }

  private void list(Kind kind, String what, Consumer<Channel> each) {
    Map<String, String> groups = new HashMap<>();
    reader.read(
        "groups.list",
        account.api("get_" + what + "_categories"),
        (in, from) ->
            XtreamJson.list(
                in,
                Set.of("category_id", "category_name"),
                one -> {
                  if (groups.size() < MOST_GROUPS) {
                    groups.put(
                        Words.of(said(one, "category_id"), Words.GROUP),
                        Words.of(said(one, "category_name"), Words.GROUP));
                  }
                }));
    reader.read(
        "channels.list",
        account.api("get_" + what + "_streams"),
        (in, from) ->
            XtreamJson.list(
                in,
                Set.of(
                    "stream_id",
                    "name",
                    "stream_icon",
                    "epg_channel_id",
                    "category_id",
                    "container_extension"),
                one -> channel(kind, one, groups).ifPresent(each)));
  }

  private Optional<Channel> channel(
      Kind kind, Map<String, String> one, Map<String, String> groups) {
    String number = said(one, "stream_id");
    if (!NUMBER.matcher(number).matches()) {
      return Optional.empty();
    }
    String ending = said(one, "container_extension");
    URI address =
        kind == Kind.CHANNEL
            ? account.live(number)
            : account.movie(number, ENDING.matcher(ending).matches() ? ending : "mp4");
    return Optional.of(
        new Channel(
            ids.numbered(kind, number),
            kind,
            Words.given(said(one, "name"), Words.NAME).orElse("Channel " + number),
            groups.getOrDefault(Words.of(said(one, "category_id"), Words.GROUP), ""),
            Words.logo(said(one, "stream_icon")),
            Words.given(said(one, "epg_channel_id"), Words.GUIDE_ID),
            Secret.of(address.toString())));
  }

  private static String said(Map<String, String> one, String name) {
    return one.getOrDefault(name, "");
  }
}
