package dev.stagedoor.application.tv;

import dev.stagedoor.application.TvPorts;
import dev.stagedoor.application.jobs.RecurringJob;
import dev.stagedoor.application.port.DiscoveryQueries;
import dev.stagedoor.application.port.SearchQueries;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.application.port.Viewings;
import dev.stagedoor.application.tv.Recommendation.Reason;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Item;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.SearchText;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds what there is to watch: by searching, by what many watch, by what one watched before. All
 * of it is among what the caller has anyway, in playlists and favourites. Kids' profiles are shown
 * of that only what is in groups of which they have a favourite, or watched something; what they
 * search for, they find in whole playlists, as when they browse.
 */
public final class DiscoveryService {
  /** As many trends and recommendations as are ever listed: the first count, not the last. */
  public static final int MOST = 100;

  /** As many as are listed where nobody says how many. */
  public static final int USUAL = 20;

  private static final Duration EVERY = Duration.ofSeconds(30);

  private static final int AT_ONCE = 2_000;
  private static final int MOST_AT_A_TIME = 50;
  private static final int FORGOTTEN_AT_ONCE = 500;

  /** So much of what a profile watched last is not told to it as news. */
  private static final int KNOWN = 300;

  private static final int SEEDS = 20;

  /** So many of what was watched last are compared with all there is: each takes a while. */
  private static final int COMPARED = 2;

  private static final int CANDIDATES = 100;

  private final UnitOfWork work;
  private final SearchQueries search;
  private final DiscoveryQueries discovery;
  private final Viewings viewings;
  private final ViewerProfileRepository profiles;
  private final Viewing viewing;
  private final Clock clock;

  public DiscoveryService(UnitOfWork work, TvPorts ports, Viewing viewing, Clock clock) {
    this.work = work;
    this.search = ports.search();
    this.discovery = ports.discovery();
    this.viewings = ports.viewings();
    this.profiles = ports.profiles();
    this.viewing = viewing;
    this.clock = clock;
  }

  /**
   * Searches all playlists of the caller.
   *
   * @throws DomainException {@code INVALID_VALUE} where no word is typed, or too much
   */
  public Page<FoundItem> search(
      Actor actor, String typed, Optional<Channel.Kind> kind, PageRequest page) {
    UserId owner = actor.userId();
    SearchText wanted = SearchText.of(typed);
    return work.read(() -> search.search(owner, wanted, kind, page));
  }

  /**
   * Lists what most people watched lately, of what the caller has.
   *
   * @throws DomainException {@code PIN_NEEDED}, {@code PROFILE_TOKEN_INVALID} where the profile is
   *     not the caller's to watch as; {@code INVALID_VALUE} for what is no type
   */
  public List<TrendingItem> trending(
      Actor actor, ProfileChoice as, TrendWindow window, Optional<String> type, int most) {
    UserId owner = actor.userId();
    ProfileId profile = viewing.profile(owner, as);
    Optional<String> wanted = type.map(Item::type);
    return work.read(() -> discovery.trending(audience(owner, profile), window, wanted, most));
  }

  /**
   * Lists what a profile may like, what speaks for it most first; where nothing is known of it,
   * what many watch, and then what is new.
   *
   * @throws DomainException {@code PIN_NEEDED}, {@code PROFILE_TOKEN_INVALID} where the profile is
   *     not the caller's to watch as
   */
  public List<Recommendation> forYou(Actor actor, ProfileChoice as, int most) {
    UserId owner = actor.userId();
    ProfileId profile = viewing.profile(owner, as);
    return work.read(
        () -> {
          Audience audience = audience(owner, profile);
          List<Seed> known = discovery.watched(audience, KNOWN);
          Blend blend = new Blend(keys(known));
          compare(blend, audience, known.stream().limit(SEEDS).toList(), COMPARED);
          int others = most + known.size();
          discovery
              .trending(audience, TrendWindow.WEEK, Optional.empty(), others)
              .forEach(blend::addTrending);
          if (blend.size() < most) {
            discovery.newest(audience, others).forEach(blend::addNewest);
          }
          return blend.best(most);
        });
  }

  /**
   * Lists what belongs to something of the caller's.
   *
   * @throws DomainException {@code NOT_FOUND} where the caller has it in no playlist, and the
   *     profile not among its favourites; {@code PIN_NEEDED}, {@code PROFILE_TOKEN_INVALID} where
   *     the profile is not the caller's to watch as; {@code INVALID_VALUE} for what is no id
   */
  public List<Recommendation> similar(Actor actor, ProfileChoice as, String itemId, int most) {
    UserId owner = actor.userId();
    ProfileId profile = viewing.profile(owner, as);
    String wanted = Item.id(itemId);
    return work.read(
        () -> {
          Audience audience = audience(owner, profile);
          Seed seed = discovery.find(audience, wanted).orElseThrow(DomainException::notFound);
          Blend blend = new Blend(Set.of(seed.key()));
          compare(blend, audience, List.of(seed), 1);
          return blend.best(most);
        });
  }

  private void compare(Blend blend, Audience audience, List<Seed> seeds, int compared) {
    if (!seeds.isEmpty()) {
      discovery
          .watchedTogether(audience, seeds, CANDIDATES)
          .forEach(one -> blend.add(one, Reason.WATCHED_TOGETHER));
    }
    seeds.stream()
        .limit(compared)
        .flatMap(seed -> discovery.alike(audience, seed, CANDIDATES).stream())
        .forEach(one -> blend.add(one, Reason.ALIKE));
  }

  private static Set<String> keys(List<Seed> seeds) {
    return seeds.stream().map(Seed::key).collect(Collectors.toUnmodifiableSet());
  }

  private Audience audience(UserId owner, ProfileId profile) {
    boolean isKids =
        profiles
            .find(owner, profile)
            .map(ViewerProfile::look)
            .map(ViewerProfile.Look::isKids)
            .orElseThrow(DomainException::notFound);
    return new Audience(owner, profile, isKids);
  }

  /** Returns what gathers who watched what, ranks it, and forgets what is of no use. */
  public List<RecurringJob> jobs() {
    return List.of(
        new RecurringJob("gather-viewings", EVERY, this::gather),
        new RecurringJob("rank-day", Duration.ofMinutes(1), () -> rank(TrendWindow.DAY)),
        new RecurringJob("rank-week", Duration.ofMinutes(10), () -> rank(TrendWindow.WEEK)),
        new RecurringJob("forget-viewings", Duration.ofHours(1), this::forget));
  }

  private void gather() {
    int gathered = 0;
    int read = AT_ONCE;
    for (int i = 0; i < MOST_AT_A_TIME && read >= AT_ONCE; i++) {
      read = work.write(() -> viewings.gather(clock.instant(), AT_ONCE));
      gathered += read;
    }
    if (gathered > 0) {
      rank(TrendWindow.DAY);
    }
  }

  /** Also where nothing was gathered: what was watched counts less as time goes by. */
  private void rank(TrendWindow window) {
    work.run(() -> viewings.rank(window, clock.instant()));
  }

  private void forget() {
    int forgotten;
    do {
      forgotten = work.write(() -> viewings.forget(clock.instant(), FORGOTTEN_AT_ONCE));
    } while (forgotten >= FORGOTTEN_AT_ONCE);
  }
}
