package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.ChannelSearch;
import dev.stagedoor.application.tv.ChannelView;
import dev.stagedoor.application.tv.ItemView;
import dev.stagedoor.application.tv.PlacedChannel;
import dev.stagedoor.application.tv.PlaylistView;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Favorite;
import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.domain.tv.WatchProgress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a profile watches.
 *
 * @param playlist the one that is browsed; empty where there is none
 * @param playing what the player shows
 * @param programmes what is on there now and next
 * @param favorites the newest of them
 * @param recent what was watched last, as far as it is still there
 * @param finds what there is beyond the playlist
 */
public record WatchPage(
    Viewing viewing,
    List<PlaylistView> playlists,
    Optional<PlaylistView> playlist,
    ChannelSearch search,
    Map<String, Integer> groups,
    Page<ChannelView> channels,
    Optional<Playing> playing,
    List<Programme> programmes,
    List<Favorite> favorites,
    List<Recent> recent,
    Finds finds) {
  /**
   * What the player shows.
   *
   * @param playlist where it is from
   * @param isForAll whether others may be given its address, to watch together
   */
  public record Playing(
      UUID playlist,
      Channel channel,
      Optional<WatchProgress> progress,
      boolean isFavorite,
      boolean isForAll) {
    public boolean isLive() {
      return channel.kind() == Channel.Kind.CHANNEL
          && dev.stagedoor.web.pages.Playing.isPlaylist(channel.address().reveal());
    }

    /** Tells whether no browser can play it, but player apps can. */
    public boolean needsApp() {
      return dev.stagedoor.web.pages.Playing.needsApp(channel.address().reveal());
    }

    /** Returns from which second on to play: where the profile was, but not what it has seen. */
    public long resumeAt() {
      return channel.kind() == Channel.Kind.CHANNEL
          ? 0
          : progress
              .filter(known -> !known.isCompleted())
              .map(known -> (long) known.progressSeconds())
              .orElse(0L);
    }
  }

  /** Something that was watched before, and where it is from. */
  public record Recent(PlacedChannel placed, WatchProgress progress) {
    public UUID playlist() {
      return placed.playlist();
    }

    public ChannelView channel() {
      return placed.channel();
    }

    public Optional<Integer> percent() {
      return progress
          .durationSeconds()
          .map(length -> (int) Math.min(100, progress.progressSeconds() * 100L / length));
    }
  }

  /** Returns what stands for a channel whose logo cannot be shown: the first letter of its name. */
  public static String initial(String name) {
    String bare = name.strip();
    return bare.isEmpty() ? "" : bare.substring(0, bare.offsetByCodePoints(0, 1));
  }

  /** Returns the address at which something is played, with what is browsed beside it. */
  public String playing(UUID from, String itemId) {
    return "/tv/watch?" + query(from) + "&play=" + encoded(itemId);
  }

  /** Returns the address at which a party begins that watches what plays. */
  public static String together(Playing playing) {
    return "/tv/party?playlist="
        + playing.playlist()
        + "&play="
        + encoded(playing.channel().itemId());
  }

  public String playing(String itemId) {
    return playing(playlist.map(PlaylistView::id).orElseThrow(), itemId);
  }

  /** Returns the address at which something that was found is played; where it is, is browsed. */
  public String playing(ItemView item) {
    String play = "play=" + encoded(item.itemId());
    return "/tv/watch?"
        + item.playlist().map(id -> "playlist=" + id.value() + "&" + play).orElse(play);
  }

  /** Returns what the address of another page of what was found says, ending in &. */
  public String finding() {
    return finds.asked().map(asked -> "find=" + encoded(asked) + "&").orElse("");
  }

  /** Returns what the address of another page of the list says, ending in &. */
  public String browsing() {
    return playlist.map(one -> query(one.id()) + "&").orElse("");
  }

  public boolean isFiltered() {
    return search.text().isPresent() || search.kind().isPresent() || search.group().isPresent();
  }

  private String query(UUID from) {
    StringBuilder query = new StringBuilder("playlist=").append(from);
    search.text().ifPresent(text -> query.append("&search=").append(encoded(text)));
    search.kind().ifPresent(kind -> query.append("&type=").append(kind.code()));
    search.group().ifPresent(group -> query.append("&group=").append(encoded(group)));
    return query.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
