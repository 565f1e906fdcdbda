package dev.stagedoor.providers.sandbox.iptv;

import dev.stagedoor.providers.sandbox.memory.MemoryJson;
import dev.stagedoor.providers.sandbox.video.TestPicture;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The IPTV service: its playlist, its lists, its guide and its channels. Takes every name with
 * every password, but {@value #WRONG}.
 */
public final class SandboxIptv {
  /** The one name, or password, that is not taken. */
  public static final String WRONG = "wrong";

  private static final Duration SHOW = Duration.ofMinutes(30);
  private static final Duration BEHIND = Duration.ofHours(3);
  private static final Duration AHEAD = Duration.ofDays(2);
  private static final DateTimeFormatter XMLTV =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss '+0000'").withZone(ZoneOffset.UTC);

  private final Supplier<URI> base;
  private final Clock clock;

  public SandboxIptv(Supplier<URI> base, Clock clock) {
    this.base = base;
    this.clock = clock;
  }

  /** Tells whether somebody is let in. */
  public boolean knows(String username, String password) {
    return !username.isBlank()
        && !password.isBlank()
        && !username.equals(WRONG)
        && !password.equals(WRONG);
  }

  public List<Station> stations() {
    return Station.ALL;
  }

  /** Returns the address that a subscriber enters, alone or with a name and a password. */
  public String address() {
    return at("");
  }

  /** Returns the address of the whole playlist. */
  public String playlistAddress(String username, String password) {
    return at("/get.php" + query(username, password) + "&type=m3u_plus&output=hls");
  }

  /** Returns the whole playlist. */
  public String playlist(String username, String password) {
    StringBuilder text =
        new StringBuilder("#EXTM3U x-tvg-url=\"")
            .append(at("/xmltv.php" + query(username, password)))
            .append("\"\n");
    for (Station one : Station.ALL) {
      text.append("#EXTINF:-1 tvg-id=\"")
          .append(one.guideId())
          .append("\" tvg-name=\"")
          .append(one.name())
          .append("\" tvg-logo=\"")
          .append(logo())
          .append("\" group-title=\"")
          .append(one.group())
          .append("\",")
          .append(one.name())
          .append('\n')
          .append(stream(one, username, password))
          .append('\n');
    }
    return text.toString();
  }

  /** Returns where a channel is played. */
  public String stream(Station station, String username, String password) {
    return at(
        "/live/" + segment(username) + "/" + segment(password) + "/" + station.number() + ".m3u8");
  }

  /** Returns what a channel shows now, empty where there is none of this number. */
  public Optional<String> live(String number) {
    return Station.of(number)
        .map(
            station ->
                TestPicture.always(
                    clock.instant(), at("").replaceAll("/iptv$", "/video/picture/")));
  }

  /** Returns what the service says of itself and of who asks. */
  public String account(String username, String password) {
    boolean isKnown = knows(username, password);
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("auth", isKnown ? 1 : 0);
    if (isKnown) {
      user.put("username", username);
      user.put("status", "Active");
      user.put("max_connections", "1");
      user.put("allowed_output_formats", List.of("m3u8"));
    }
    return isKnown
        ? MemoryJson.write(Map.of("user_info", user, "server_info", Map.of("timestamp_now", now())))
        : MemoryJson.write(Map.of("user_info", user));
  }

  private long now() {
    return clock.instant().getEpochSecond();
  }

  /** Returns the groups of channels. */
  public String groups() {
    return MemoryJson.write(
        new TreeSet<>(Station.ALL.stream().map(Station::group).toList())
            .stream()
                .map(group -> Map.of("category_id", group, "category_name", group, "parent_id", 0))
                .toList());
  }

  /** Returns the channels. */
  public String streams() {
    return MemoryJson.write(Station.ALL.stream().map(this::stream).toList());
  }

  private Map<String, Object> stream(Station station) {
    return Map.of(
        "num",
        station.number(),
        "name",
        station.name(),
        "stream_type",
        "live",
        "stream_id",
        station.number(),
        "stream_icon",
        logo(),
        "epg_channel_id",
        station.guideId(),
        "category_id",
        station.group());
  }

  /** Returns the guide, from some hours ago to two days ahead. */
  public String guide() {
    Instant now = clock.instant();
    StringBuilder text =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .append("<!DOCTYPE tv SYSTEM \"xmltv.dtd\">\n")
            .append("<tv generator-info-name=\"Stagedoor sandbox\">\n");
    for (Station one : Station.ALL) {
      text.append("  <channel id=\"")
          .append(one.guideId())
          .append("\"><display-name>")
          .append(escaped(one.name()))
          .append("</display-name></channel>\n");
    }
    long slot = SHOW.toSeconds();
    long first = now.minus(BEHIND).getEpochSecond() / slot;
    long last = now.plus(AHEAD).getEpochSecond() / slot;
    for (Station one : Station.ALL) {
      for (long show = first; show <= last; show++) {
        programme(text, one, show);
      }
    }
    return text.append("</tv>\n").toString();
  }

  private static void programme(StringBuilder text, Station station, long show) {
    Instant starts = Instant.ofEpochSecond(show * SHOW.toSeconds());
    String title = station.shows().get((int) Math.floorMod(show, (long) station.shows().size()));
    text.append("  <programme start=\"")
        .append(XMLTV.format(starts))
        .append("\" stop=\"")
        .append(XMLTV.format(starts.plus(SHOW)))
        .append("\" channel=\"")
        .append(station.guideId())
        .append("\"><title>")
        .append(escaped(title))
        .append("</title><desc>")
        .append(escaped(title + ", on " + station.name() + "."))
        .append("</desc></programme>\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private String logo() {
    return at("/logo.jpg");
  }

  private static String query(String username, String password) {
    return "?username=" + encoded(username) + "&password=" + encoded(password);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String segment(String text) {
    return encoded(text).replace("+", "%20");
  }

  private String at(String path) {
    return base.get().toString().replaceAll("/+$", "") + "/sandbox/iptv" + path;
  }
}
