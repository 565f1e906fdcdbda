package dev.stagedoor.application.fake;

import dev.stagedoor.application.port.ChannelQueries;
import dev.stagedoor.application.tv.ChannelSearch;
import dev.stagedoor.application.tv.ChannelView;
import dev.stagedoor.domain.fake.InMemoryChannelStore;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.Programme;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Looks through the channels that are kept in memory. */
public final class InMemoryChannelQueries implements ChannelQueries {
  private static final Comparator<Programme> EARLIEST_FIRST =
      Comparator.comparing(Programme::startsAt)
          .thenComparing(Programme::guideId)
          .thenComparing(Programme::title);

  private final InMemoryChannelStore channels;

  public InMemoryChannelQueries(InMemoryChannelStore channels) {
    this.channels = channels;
  }

  @Override
  public Page<ChannelView> channels(
      PlaylistId playlist, int edition, ChannelSearch search, PageRequest page) {
    return Pages.of(
            channels.channels(playlist, edition).stream()
                .filter(channel -> isWanted(channel, search))
                .toList(),
            page)
        .map(InMemoryChannelQueries::view);
  }

  private static boolean isWanted(Channel channel, ChannelSearch search) {
    return search.text().filter(text -> !folded(channel.name()).contains(folded(text))).isEmpty()
        && search.kind().filter(kind -> channel.kind() != kind).isEmpty()
        && search.group().filter(group -> !channel.group().equals(group)).isEmpty();
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static ChannelView view(Channel channel) {
    return new ChannelView(
        channel.itemId(),
        channel.kind(),
        channel.name(),
        channel.group(),
        channel.logo(),
        channel.guideId());
  }

  @Override
  public List<ChannelView> named(PlaylistId playlist, int edition, Set<String> itemIds) {
    return channels.channels(playlist, edition).stream()
        .filter(channel -> itemIds.contains(channel.itemId()))
        .map(InMemoryChannelQueries::view)
        .toList();
  }

  @Override
  public Map<String, Integer> groups(PlaylistId playlist, int edition) {
    TreeMap<String, Integer> groups = new TreeMap<>();
    channels
        .channels(playlist, edition)
        .forEach(channel -> groups.merge(channel.group(), 1, Integer::sum));
    while (groups.size() > MOST_GROUPS) {
      var unused = groups.pollLastEntry();
    }
    return groups;
  }

  @Override
  public Page<Programme> guide(
      PlaylistId playlist,
      int edition,
      Optional<String> guideId,
      Instant from,
      Instant to,
      PageRequest page) {
    return Pages.of(
        channels.programmes(playlist, edition).stream()
            .filter(on -> guideId.isEmpty() || on.guideId().equals(guideId.get()))
            .filter(on -> on.endsAt().isAfter(from) && on.startsAt().isBefore(to))
            .sorted(EARLIEST_FIRST)
            .toList(),
        page);
  }

  @Override
  public boolean hasGuide(PlaylistId playlist, int edition) {
    return !channels.programmes(playlist, edition).isEmpty();
  }
}
