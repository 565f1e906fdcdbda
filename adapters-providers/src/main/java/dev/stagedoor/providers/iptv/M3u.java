package dev.stagedoor.providers.iptv;

import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Channel.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads extended playlists as services write them, which is not as anybody specified. */
final class M3u {
  private static final String HEAD = "#EXTM3U";
  private static final String ENTRY = "#EXTINF:";
  private static final String GROUP = "#EXTGRP:";
  private static final Set<String> PLAYED =
      Set.of("http", "https", "rtmp", "rtmps", "rtsp", "rtp", "udp", "srt", "mms", "mmsh");
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,30}):.*");

  /** Xtream's addresses: the number at their end stays when name and password change. */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:.*/(live|movie|series))?/[^/]+/[^/]+/([0-9]{1,12})(?:\\.([A-Za-z0-9]{1,5}))?");

  private static final Pattern EPISODE =
      Pattern.compile("\\bS[0-9]{1,3} ?E[0-9]{1,4}\\b", Pattern.CASE_INSENSITIVE);
  private static final Set<String> FILES =
      Set.of("mp4", "mkv", "avi", "mov", "m4v", "wmv", "flv", "mpg");

  private final URI from;
  private final ItemIds ids;
  private final Consumer<Channel> each;
  private @Nullable ExtInf entry;
  private String group = "";
  private int read;

  private M3u(URI from, ItemIds ids, Consumer<Channel> each) {
    this.from = from;
    this.ids = ids;
    this.each = each;
  }

  /**
   * Reads a playlist.
   *
   * @param from where it is; addresses in it may be relative
   */
  static void read(InputStream in, URI from, ItemIds ids, Consumer<Channel> each)
      throws IOException {
    Lines lines = new Lines(in);
    M3u playlist = new M3u(from, ids, each);
    playlist.begin(lines.next());
    for (String line = lines.next(); line != null; line = lines.next()) {
      playlist.take(line.strip());
    }
  }

  /** Returns the addresses of guides that a playlist names in its first line. */
  static List<String> guides(InputStream in) throws IOException {
    String first = new Lines(in).next();
    if (first == null || !isHead(first.strip())) {
      return List.of();
    }
    ExtInf head = ExtInf.read(quoted(first.strip().substring(HEAD.length())));
    List<String> named = new ArrayList<>();
    Stream.of("x-tvg-url", "url-tvg", "tvg-url")
        .map(head::get)
        .flatMap(text -> Stream.of(text.split(",", -1)))
        .map(String::strip)
        .filter(text -> !text.isEmpty() && !named.contains(text))
        .forEach(named::add);
    return List.copyOf(named);
  }

  // Nothing there is a title: commas stand in values that nobody quoted.
  private static String quoted(String head) {
    return head.indexOf('"') < 0 ? head.replace(",", "%2C").replace("%2Chttp", ",http") : head;
  }

  private void begin(@Nullable String first) {
    String line = first == null ? "" : first.strip();
    if (isHead(line)) {
      return;
    }
    // Many leave the first line out; what is no playlist at all begins with neither.
    if (line.isEmpty() || !(line.startsWith("#EXT") || address(line).isPresent())) {
      throw PlaylistException.none("it does not begin as a playlist");
    }
    take(line);
  }

  private static boolean isHead(String line) {
    return line.regionMatches(true, 0, HEAD, 0, HEAD.length());
  }

  private void take(String line) {
    if (line.isEmpty()) {
      return;
    }
    if (!line.startsWith("#")) {
      address(line).ifPresent(this::add);
      entry = null;
      group = "";
    } else if (line.regionMatches(true, 0, ENTRY, 0, ENTRY.length())) {
      entry = ExtInf.read(line.substring(ENTRY.length()));
    } else if (line.regionMatches(true, 0, GROUP, 0, GROUP.length())) {
      group = line.substring(GROUP.length());
    } else if (line.startsWith("#EXT-X-TARGETDURATION") || line.startsWith("#EXT-X-STREAM-INF")) {
      throw PlaylistException.none("it is one stream, not a list of them");
    }
  }

  /** Returns an address that a player can take, empty where it is none. */
  private Optional<String> address(String line) {
    // Players of one kind take headers after a bar.
    String bare = line.indexOf('|') < 0 ? line : line.substring(0, line.indexOf('|')).strip();
    Matcher scheme = SCHEME.matcher(bare);
    if (scheme.matches()) {
      return Optional.of(bare)
          .filter(text -> PLAYED.contains(scheme.group(1).toLowerCase(Locale.ROOT)))
          .filter(M3u::isWhole);
    }
    if (entry == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(from.resolve(bare).toString()).filter(M3u::isWhole);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isWhole(String address) {
    return address.length() <= Words.ADDRESS
        && address.indexOf("://") > 0
        && address.chars().noneMatch(one -> one < ' ' || one == 0x7f);
  }

  private void add(String address) {
    read++;
    ExtInf said = entry == null ? new ExtInf(Map.of(), "") : entry;
    Matcher numbered = NUMBERED.matcher(path(address));
    boolean isNumbered = numbered.matches();
    Optional<String> guideId = Words.given(said.get("tvg-id"), Words.GUIDE_ID);
    String name =
        Stream.of(said.title(), said.get("tvg-name"), guideId.orElse(""))
            .map(text -> Words.of(text, Words.NAME))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("Channel " + read);
    Kind kind = kind(isNumbered ? numbered.group(1) : null, path(address), name);
    each.accept(
        new Channel(
            isNumbered
                ? ids.numbered(kind, numbered.group(2))
                : ids.named(kind, guideId.orElse(""), name),
            kind,
            name,
            Words.given(said.get("group-title"), Words.GROUP)
                .or(() -> Words.given(group, Words.GROUP))
                .orElse(""),
            Words.logo(said.get("tvg-logo")),
            guideId,
            Secret.of(address)));
  }

  private static Kind kind(@Nullable String folder, String path, String name) {
    if (folder != null) {
      return switch (folder) {
        case "movie" -> Kind.MOVIE;
        case "series" -> Kind.EPISODE;
        default -> Kind.CHANNEL;
      };
    }
    String ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (!FILES.contains(ending)) {
      return Kind.CHANNEL;
    }
    return EPISODE.matcher(name).find() ? Kind.EPISODE : Kind.MOVIE;
  }

  /** Returns the path of an address without taking it apart as one, which may throw. */
  private static String path(String address) {
    int host = address.indexOf("://") + 3;
    int path = address.indexOf('/', host);
    if (path < 0) {
      return "";
    }
    int end = path;
    while (end < address.length() && address.charAt(end) != '?' && address.charAt(end) != '#') {
      end++;
    }
    return address.substring(path, end);
  }
}
