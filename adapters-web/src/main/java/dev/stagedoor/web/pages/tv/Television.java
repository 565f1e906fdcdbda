package dev.stagedoor.web.pages.tv;

import dev.stagedoor.application.tv.ChannelSearch;
import dev.stagedoor.application.tv.ChannelView;
import dev.stagedoor.application.tv.FavoriteService;
import dev.stagedoor.application.tv.PlacedChannel;
import dev.stagedoor.application.tv.PlaylistService;
import dev.stagedoor.application.tv.PlaylistView;
import dev.stagedoor.application.tv.ProfileChoice;
import dev.stagedoor.application.tv.WatchProgressService;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Favorite;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.domain.tv.WatchProgress;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what a profile watches. */
@Singleton
final class Television {
  private static final PageRequest ALL = new PageRequest(1, PageRequest.MAX_LIMIT);
  private static final PageRequest LAST_WATCHED = new PageRequest(1, 12);
  private static final PageRequest NOW_AND_NEXT = new PageRequest(1, 3);
  private static final Duration EVENING = Duration.ofHours(6);
  private static final int MOST_RECENT = 6;
  private static final int MOST_FAVORITES = 60;

  private final PlaylistService playlists;
  private final FavoriteService favorites;
  private final WatchProgressService progress;
  private final Finder finder;
  private final Clock clock;

  Television(
      PlaylistService playlists,
      FavoriteService favorites,
      WatchProgressService progress,
      Finder finder,
      Clock clock) {
    this.playlists = playlists;
    this.favorites = favorites;
    this.progress = progress;
    this.finder = finder;
    this.clock = clock;
  }

  /**
   * @param named the playlist that is browsed; the first where none is named
   * @param play what is played
   * @param find what all playlists are searched for
   */
  WatchPage show(
      Actor actor,
      Viewing viewing,
      Optional<UUID> named,
      ChannelSearch search,
      Optional<String> play,
      Optional<String> find,
      PageRequest page) {
    List<PlaylistView> all = playlists.list(actor);
    Optional<PlaylistView> browsed =
        named.isPresent()
            ? Optional.of(one(all, named.get()))
            : all.stream().filter(one -> one.channels() > 0).findFirst().or(() -> first(all));
    // What is gone on with may be in another playlist than the one that is browsed.
    List<UUID> places =
        Stream.concat(browsed.stream(), all.stream()).map(PlaylistView::id).distinct().toList();
    List<Favorite> kept = favorites.list(actor, viewing.choice(), Optional.empty(), ALL).items();
    Optional<WatchPage.Playing> playing =
        play.flatMap(item -> found(actor, places, item))
            .map(
                found -> playing(actor, viewing.choice(), found, one(all, found.playlist()), kept));
    return new WatchPage(
        viewing,
        all,
        browsed,
        search,
        browsed.map(one -> playlists.groups(actor, new PlaylistId(one.id()))).orElse(Map.of()),
        browsed
            .map(
                one ->
                    playlists.channels(
                        actor,
                        new PlaylistId(one.id()),
                        search,
                        find.isEmpty() ? page : new PageRequest(1, page.limit())))
            .orElseGet(() -> Page.<ChannelView>of(List.of(), page, 0)),
        playing,
        playing.map(one -> programmes(actor, one)).orElse(List.of()),
        kept.stream().limit(MOST_FAVORITES).toList(),
        recent(actor, viewing.choice(), places),
        finds(actor, viewing.choice(), playing, find, !all.isEmpty() && isAny(search), page));
  }

  private static boolean isAny(ChannelSearch search) {
    return search.text().isEmpty() && search.kind().isEmpty() && search.group().isEmpty();
  }

  /** Whoever looks through one playlist is not led away from it. */
  private Finds finds(
      Actor actor,
      ProfileChoice as,
      Optional<WatchPage.Playing> playing,
      Optional<String> find,
      boolean isOpen,
      PageRequest page) {
    if (find.isPresent()) {
      return finder.search(actor, find.get(), page);
    }
    if (playing.isPresent()) {
      return finder.beside(actor, as, playing.get().channel().itemId());
    }
    return isOpen && page.page() == 1 ? finder.suggest(actor, as) : Finds.none();
  }

  private WatchPage.Playing playing(
      Actor actor, ProfileChoice as, Found found, PlaylistView from, List<Favorite> kept) {
    String item = found.channel().itemId();
    return new WatchPage.Playing(
        found.playlist(),
        found.channel(),
        found(() -> progress.get(actor, as, item)),
        kept.stream().anyMatch(favorite -> favorite.itemId().equals(item)),
        Sharing.isForAll(from, found.channel().address().reveal()));
  }

  private List<Programme> programmes(Actor actor, WatchPage.Playing playing) {
    Optional<String> guideId = playing.channel().guideId();
    if (guideId.isEmpty()) {
      return List.of();
    }
    Instant now = clock.instant();
    return playlists
        .guide(
            actor,
            new PlaylistId(playing.playlist()),
            guideId,
            now,
            now.plus(EVENING),
            NOW_AND_NEXT)
        .items();
  }

  private List<WatchPage.Recent> recent(Actor actor, ProfileChoice as, List<UUID> places) {
    List<WatchProgress> watched = progress.list(actor, as, LAST_WATCHED).items();
    if (watched.isEmpty()) {
      return List.of();
    }
    Map<String, PlacedChannel> there =
        placed(actor, places, watched.stream().map(WatchProgress::itemId));
    return watched.stream()
        .flatMap(
            known ->
                Optional.ofNullable(there.get(known.itemId()))
                    .map(placed -> new WatchPage.Recent(placed, known))
                    .stream())
        .limit(MOST_RECENT)
        .toList();
  }

  private Map<String, PlacedChannel> placed(Actor actor, List<UUID> places, Stream<String> items) {
    return playlists.places(
        actor,
        places.stream().map(PlaylistId::new).toList(),
        items.collect(Collectors.toUnmodifiableSet()));
  }

  private record Found(UUID playlist, Channel channel) {}

  private Optional<Found> found(Actor actor, List<UUID> places, String item) {
    // Mostly it is in the playlist that is browsed.
    return places.stream()
        .findFirst()
        .flatMap(place -> in(actor, place, item))
        .or(
            () ->
                Optional.ofNullable(placed(actor, places, Stream.of(item)).get(item))
                    .flatMap(placed -> in(actor, placed.playlist(), item)));
  }

  private Optional<Found> in(Actor actor, UUID place, String item) {
    return found(() -> playlists.channel(actor, new PlaylistId(place), item))
        .map(channel -> new Found(place, channel));
  }

  private static <T> Optional<T> found(Supplier<T> look) {
    try {
      return Optional.of(look.get());
    } catch (DomainException refused) {
      if (refused.code() != CommonError.NOT_FOUND) {
        throw refused;
      }
      return Optional.empty();
    }
  }

  private static Optional<PlaylistView> first(List<PlaylistView> all) {
    return all.stream().findFirst();
  }

  private static PlaylistView one(List<PlaylistView> all, UUID id) {
    return all.stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow(DomainException::notFound);
  }
}
