package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.domain.tv.port.ChannelStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Keeps channels and guides in memory. */
public final class InMemoryChannelStore implements ChannelStore {
  private final InMemoryStore.Table<Key, Edition> table;
  private Predicate<PlaylistId> isKept = playlist -> false;

  private record Key(PlaylistId playlist, int edition) {}

  private record Edition(Key key, List<Channel> channels, List<Programme> programmes) {}

  public InMemoryChannelStore(InMemoryStore store) {
    table = store.table();
  }

  /** Takes channels of the playlists that somebody keeps. */
  void ask(Predicate<PlaylistId> whoeverKeepsPlaylists) {
    isKept = whoeverKeepsPlaylists;
  }

  @Override
  public int add(PlaylistId playlist, int edition, List<Channel> channels) {
    if (!isKept.test(playlist)) {
      return 0;
    }
    Edition there = edition(playlist, edition);
    List<Channel> all = new ArrayList<>(there.channels());
    Set<String> known = new HashSet<>();
    all.forEach(channel -> known.add(channel.itemId()));
    channels.stream().filter(channel -> known.add(channel.itemId())).forEach(all::add);
    table.put(there.key(), new Edition(there.key(), List.copyOf(all), there.programmes()));
    return all.size() - there.channels().size();
  }

  @Override
  public void addGuide(PlaylistId playlist, int edition, List<Programme> programmes) {
    if (!isKept.test(playlist)) {
      return;
    }
    Edition there = edition(playlist, edition);
    List<Programme> all = new ArrayList<>(there.programmes());
    all.addAll(programmes);
    table.put(there.key(), new Edition(there.key(), there.channels(), List.copyOf(all)));
  }

  @Override
  public void keepOnly(PlaylistId playlist, int edition) {
    remove(key -> key.playlist().equals(playlist) && key.edition() != edition);
  }

  @Override
  public void clear(PlaylistId playlist, int edition) {
    table.remove(new Key(playlist, edition));
  }

  void removeOf(PlaylistId playlist) {
    remove(key -> key.playlist().equals(playlist));
  }

  private void remove(Predicate<Key> which) {
    table.rows().map(Edition::key).filter(which).forEach(table::remove);
  }

  @Override
  public Optional<Channel> find(PlaylistId playlist, int edition, String itemId) {
    return channels(playlist, edition).stream()
        .filter(channel -> channel.itemId().equals(itemId))
        .findFirst();
  }

  /** Returns the channels of an edition, in their order. */
  public List<Channel> channels(PlaylistId playlist, int edition) {
    return edition(playlist, edition).channels();
  }

  /** Returns the guide of an edition, as it came. */
  public List<Programme> programmes(PlaylistId playlist, int edition) {
    return edition(playlist, edition).programmes();
  }

  private Edition edition(PlaylistId playlist, int edition) {
    Key key = new Key(playlist, edition);
    return table.find(key).orElse(new Edition(key, List.of(), List.of()));
  }
}
