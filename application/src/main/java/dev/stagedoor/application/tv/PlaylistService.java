package dev.stagedoor.application.tv;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.port.ChannelQueries;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Fault;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Entitlement;
import dev.stagedoor.domain.tv.Limits;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.PlaylistAccess;
import dev.stagedoor.domain.tv.PlaylistId;
import dev.stagedoor.domain.tv.PlaylistProblem;
import dev.stagedoor.domain.tv.Programme;
import dev.stagedoor.domain.tv.ServiceAddresses;
import dev.stagedoor.domain.tv.port.ChannelStore;
import dev.stagedoor.domain.tv.port.PlaylistRepository;
import dev.stagedoor.domain.tv.port.PlaylistSource;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The playlists of subscribers: kept with their credentials, fetched on request, browsed. */
public final class PlaylistService {
  private static final Duration LONGEST_GUIDE = Duration.ofDays(7);

  private final UnitOfWork work;
  private final PlaylistRepository playlists;
  private final ChannelStore channels;
  private final ChannelQueries queries;
  private final PlaylistFetching fetching;
  private final Outbox outbox;
  private final Entitlements entitlements;
  private final Viewing viewing;
  private final Clock clock;
  private final Ids ids;

  public PlaylistService(
      UnitOfWork work,
      TvPorts ports,
      Optional<PlaylistSource> source,
      Outbox outbox,
      Entitlements entitlements,
      Viewing viewing,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.playlists = ports.playlists();
    this.channels = ports.channels();
    this.queries = ports.channelQueries();
    this.fetching = new PlaylistFetching(work, playlists, channels, queries, source, outbox, clock);
    this.outbox = outbox;
    this.entitlements = entitlements;
    this.viewing = viewing;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Adds a playlist and begins to fetch it.
   *
   * @throws DomainException {@code PLAN_LIMIT}, {@code SUBSCRIPTION_NEEDED}, {@code KIDS_PROFILE},
   *     {@code INVALID_VALUE}
   */
  public PlaylistView create(Actor actor, ProfileChoice as, String name, PlaylistAccess access) {
    UserId owner = actor.userId();
    return work.write(
        () -> {
          Entitlement may = entitlements.locked(owner);
          viewing.mustNotBeKids(owner, as);
          may.mustBeGood();
          int limit = may.limits().playlists();
          if (playlists.of(owner).size() >= limit) {
            throw Limits.reached("playlists", limit);
          }
          Playlist playlist =
              Playlist.of(new PlaylistId(ids.next()), owner, name, access, clock.instant());
          save(playlist);
          return view(playlist, false);
        });
  }

  /** Lists the caller's playlists, the oldest first, without their credentials. */
  public List<PlaylistView> list(Actor actor) {
    UserId owner = actor.userId();
    return work.write(
        () -> {
          int limit = entitlements.of(owner).limits().playlists();
          List<Playlist> known = playlists.of(owner);
          return IntStream.range(0, known.size())
              .mapToObj(place -> view(known.get(place), place >= limit))
              .toList();
        });
  }

  /**
   * Returns one with its credentials, to be entered into a player. For its owner, not from a kids'
   * profile.
   */
  public PlaylistView get(Actor actor, ProfileChoice as, PlaylistId id) {
    UserId owner = actor.userId();
    return work.write(
        () -> {
          Entitlement may = entitlements.of(owner);
          viewing.mustNotBeKids(owner, as);
          Playlist playlist = find(owner, id);
          PlaylistAccess access = playlist.access();
          return view(
              playlist,
              access.url(),
              access.password(),
              Optional.of(ServiceAddresses.of(access)),
              isBeyond(playlist, may.limits()));
        });
  }

  /** Changes what is given; another address or other credentials are fetched anew. */
  public PlaylistView change(Actor actor, ProfileChoice as, PlaylistId id, ChangePlaylist change) {
    UserId owner = actor.userId();
    return work.write(
        () -> {
          Entitlement may = entitlements.of(owner);
          viewing.mustNotBeKids(owner, as);
          Playlist playlist = lock(owner, id, may);
          change.name().ifPresent(playlist::rename);
          PlaylistAccess access = changed(playlist.access(), change);
          if (!access.equals(playlist.access())) {
            playlist.change(access);
          }
          save(playlist);
          return view(playlist, false);
        });
  }

  private static PlaylistAccess changed(PlaylistAccess access, ChangePlaylist change) {
    return new PlaylistAccess(
        change.url().orElse(access.url()),
        change.username().orElse(access.username()),
        change.password().orElse(access.password()));
  }

  /** Removes one with its channels. */
  public void remove(Actor actor, ProfileChoice as, PlaylistId id) {
    UserId owner = actor.userId();
    work.run(
        () -> {
          viewing.mustNotBeKids(owner, as);
          Playlist known =
              playlists
                  .lock(id)
                  .filter(playlist -> playlist.owner().equals(owner))
                  .orElseThrow(DomainException::notFound);
          playlists.remove(known.id());
        });
  }

  /**
   * Begins to fetch it again; one that is being fetched goes on.
   *
   * @throws DomainException {@code PLAN_LIMIT}, {@code SUBSCRIPTION_NEEDED}, {@code KIDS_PROFILE}
   */
  public PlaylistView refresh(Actor actor, ProfileChoice as, PlaylistId id) {
    UserId owner = actor.userId();
    return work.write(
        () -> {
          Entitlement may = entitlements.of(owner);
          viewing.mustNotBeKids(owner, as);
          Playlist playlist = lock(owner, id, may);
          if (playlist.status() != Playlist.Status.FETCHING) {
            playlist.fetch();
          }
          save(playlist);
          return view(playlist, false);
        });
  }

  /** Lists channels in the service's order. */
  public Page<ChannelView> channels(
      Actor actor, PlaylistId id, ChannelSearch search, PageRequest page) {
    return shown(actor, id, edition -> queries.channels(id, edition, search, page));
  }

  /** Returns a channel with the address of its stream. */
  public Channel channel(Actor actor, PlaylistId id, String itemId) {
    return shown(
        actor,
        id,
        edition -> channels.find(id, edition, itemId).orElseThrow(DomainException::notFound));
  }

  /**
   * Finds channels by their items, each in the first of these playlists that has it; what is in
   * none is left out. Costs one statement, and one for each playlist that has to be looked at.
   */
  public Map<String, PlacedChannel> places(
      Actor actor, List<PlaylistId> order, Set<String> itemIds) {
    UserId owner = actor.userId();
    return work.read(
        () -> {
          Map<PlaylistId, Playlist> known =
              playlists.of(owner).stream()
                  .collect(Collectors.toMap(Playlist::id, Function.identity()));
          Set<String> left = new HashSet<>(itemIds);
          Map<String, PlacedChannel> found = new HashMap<>();
          order.stream()
              .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
              .takeWhile(playlist -> !left.isEmpty())
              .forEach(
                  playlist ->
                      queries
                          .named(playlist.id(), playlist.shown(), Set.copyOf(left))
                          .forEach(
                              channel -> {
                                left.remove(channel.itemId());
                                found.put(
                                    channel.itemId(),
                                    new PlacedChannel(playlist.id().value(), channel));
                              }));
          return found;
        });
  }

  /** Lists the groups of a playlist by name, with how many channels each has. */
  public Map<String, Integer> groups(Actor actor, PlaylistId id) {
    return shown(actor, id, edition -> queries.groups(id, edition));
  }

  /** Lists what is on between two moments, a week apart at most, for one channel or for all. */
  public Page<Programme> guide(
      Actor actor,
      PlaylistId id,
      Optional<String> guideId,
      Instant from,
      Instant to,
      PageRequest page) {
    if (to.isBefore(from)) {
      throw DomainException.invalid("to", "order");
    }
    if (from.isBefore(to.minus(LONGEST_GUIDE))) {
      throw DomainException.invalid(Fault.spanning("to", LONGEST_GUIDE.toDays()));
    }
    return shown(actor, id, edition -> queries.guide(id, edition, guideId, from, to, page));
  }

  private interface Shown<T> {
    T of(int edition);
  }

  private <T> T shown(Actor actor, PlaylistId id, Shown<T> wanted) {
    UserId owner = actor.userId();
    return work.read(() -> wanted.of(find(owner, id).shown()));
  }

  /** Returns what fetches. */
  public List<JobHandler> jobs() {
    return fetching.jobs();
  }

  private Playlist find(UserId owner, PlaylistId id) {
    return playlists
        .find(id)
        .filter(playlist -> playlist.owner().equals(owner))
        .orElseThrow(DomainException::notFound);
  }

  /** Finds a playlist for a change, which is not for those who pay nothing or too little. */
  private Playlist lock(UserId owner, PlaylistId id, Entitlement may) {
    Playlist playlist =
        playlists
            .lock(id)
            .filter(known -> known.owner().equals(owner))
            .orElseThrow(DomainException::notFound);
    may.mustBeGood();
    if (isBeyond(playlist, may.limits())) {
      throw Limits.reached("playlists", may.limits().playlists());
    }
    return playlist;
  }

  private boolean isBeyond(Playlist playlist, Limits limits) {
    List<PlaylistId> known = playlists.of(playlist.owner()).stream().map(Playlist::id).toList();
    return known.indexOf(playlist.id()) >= limits.playlists();
  }

  private void save(Playlist playlist) {
    playlists.save(playlist);
    if (playlist.status() == Playlist.Status.FETCHING) {
      outbox.add(new Job(PlaylistFetching.FETCH, playlist.id().value(), clock.instant()));
    }
  }

  private static PlaylistView view(Playlist playlist, boolean isBeyond) {
    URI address = URI.create(playlist.access().url().reveal());
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    Secret host = Secret.of(address.getScheme() + "://" + address.getHost() + port);
    return view(playlist, host, Optional.empty(), Optional.empty(), isBeyond);
  }

  private static PlaylistView view(
      Playlist playlist,
      Secret url,
      Optional<Secret> password,
      Optional<ServiceAddresses> player,
      boolean isBeyond) {
    return new PlaylistView(
        playlist.id().value(),
        playlist.name(),
        url,
        playlist.access().username(),
        password,
        player,
        playlist.status().code(),
        playlist.channels(),
        playlist.problem().map(PlaylistProblem::code),
        playlist.fetchedAt(),
        isBeyond,
        playlist.createdAt());
  }
}
