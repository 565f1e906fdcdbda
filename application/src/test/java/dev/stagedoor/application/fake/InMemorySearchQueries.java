package dev.stagedoor.application.fake;

import dev.stagedoor.application.port.SearchQueries;
import dev.stagedoor.application.tv.FoundItem;
import dev.stagedoor.application.tv.FoundItem.Matched;
import dev.stagedoor.application.tv.ItemView;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fake.InMemoryTv;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.SearchText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Searches the channels that are kept in memory, one by one. */
public final class InMemorySearchQueries implements SearchQueries {
  private static final int FEW = 20;
  private static final int LEAST_ALIKE = 450;

  private final InMemoryTv tv;

  public InMemorySearchQueries(InMemoryTv tv) {
    this.tv = tv;
  }

  @Override
  public Page<FoundItem> search(
      UserId owner, SearchText wanted, Optional<Channel.Kind> kind, PageRequest page) {
    List<ItemView> all =
        items(tv, owner)
            .filter(item -> kind.isEmpty() || item.itemType().equals(kind.get().code()))
            .toList();
    List<FoundItem> named =
        all.stream()
            .filter(item -> wanted.isIn(item.name() + " " + item.group()))
            .map(item -> named(item, wanted))
            .toList();
    List<FoundItem> alike =
        named.size() >= FEW || wanted.words().stream().allMatch(word -> word.length() < 4)
            ? List.of()
            : all.stream()
                .filter(item -> !wanted.isIn(item.name() + " " + item.group()))
                .map(item -> new FoundItem(item, likeness(item, wanted), Matched.SIMILAR))
                .filter(found -> found.score() >= LEAST_ALIKE)
                .map(found -> new FoundItem(found.item(), found.score() / 2, Matched.SIMILAR))
                .toList();
    return Pages.of(
        Stream.concat(named.stream(), alike.stream())
            .sorted(Comparator.comparing(FoundItem::score).reversed())
            .toList(),
        page);
  }

  private static int likeness(ItemView item, SearchText wanted) {
    return Trigrams.wordSimilarity(wanted.folded(), item.name());
  }

  private static FoundItem named(ItemView item, SearchText wanted) {
    int score =
        500
            + likeness(item, wanted) * 3 / 10
            + Trigrams.similarity(wanted.folded(), item.name()) / 5;
    return new FoundItem(item, score, wanted.isIn(item.name()) ? Matched.NAME : Matched.GROUP);
  }

  /** Returns what the playlists of an account show, playlist by playlist. */
  static Stream<ItemView> items(InMemoryTv tv, UserId owner) {
    return tv.playlists().of(owner).stream()
        .flatMap(
            playlist ->
                tv.channels().channels(playlist.id(), playlist.shown()).stream()
                    .map(view(Optional.of(playlist.id()))));
  }

  private static Function<Channel, ItemView> view(
      Optional<dev.stagedoor.domain.tv.PlaylistId> playlist) {
    return channel ->
        new ItemView(
            channel.itemId(),
            channel.kind().code(),
            channel.name(),
            channel.group(),
            channel.logo(),
            playlist);
  }
}
