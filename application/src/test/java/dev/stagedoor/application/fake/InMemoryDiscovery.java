package dev.stagedoor.application.fake;

import dev.stagedoor.application.port.DiscoveryQueries;
import dev.stagedoor.application.port.Viewings;
import dev.stagedoor.application.tv.Audience;
import dev.stagedoor.application.tv.Candidate;
import dev.stagedoor.application.tv.ItemView;
import dev.stagedoor.application.tv.Seed;
import dev.stagedoor.application.tv.TrendWindow;
import dev.stagedoor.application.tv.TrendingItem;
import dev.stagedoor.application.tv.TrendingItem.Trend;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fake.InMemoryStore;
import dev.stagedoor.domain.fake.InMemoryTv;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Channel;
import dev.stagedoor.domain.tv.Favorite;
import dev.stagedoor.domain.tv.Playlist;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.WatchProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Remembers who watched what on which day, and reckons everything else from that when asked. */
public final class InMemoryDiscovery implements DiscoveryQueries, Viewings {
  private static final int LEAST = TrendingItem.LEAST_VIEWERS;

  private final InMemoryTv tv;
  private final InMemoryStore.Table<Key, Viewing> viewings;
  private final InMemoryStore.Table<Told, WatchProgress> gathered;
  private final InMemoryStore.Table<String, Moment> moments;

  private record Key(UserId owner, String work, LocalDate day) {}

  private record Told(ProfileId profile, String itemId) {
    static Told of(WatchProgress progress) {
      return new Told(progress.profile(), progress.itemId());
    }
  }

  private record Viewing(Key key, Instant first, Instant last) {}

  private record Moment(String name, Instant at) {}

  public InMemoryDiscovery(InMemoryStore store, InMemoryTv tv) {
    this.tv = tv;
    this.viewings = store.table();
    this.gathered = store.table();
    this.moments = store.table();
  }

  @Override
  public int gather(Instant now, int most) {
    List<WatchProgress> told =
        tv.progress()
            .all()
            .filter(one -> !gathered.find(Told.of(one)).equals(Optional.of(one)))
            .limit(most)
            .toList();
    told.forEach(one -> gather(one, now));
    told.forEach(one -> gathered.put(Told.of(one), one));
    return told.size();
  }

  private void gather(WatchProgress told, Instant now) {
    if (!told.isCompleted() && told.progressSeconds() < LEAST_SECONDS) {
      return;
    }
    UserId owner =
        tv.profiles()
            .all()
            .filter(profile -> profile.id().equals(told.profile()))
            .map(ViewerProfile::owner)
            .findFirst()
            .orElseThrow();
    Instant at = told.stamp().at();
    InMemorySearchQueries.items(tv, owner)
        .filter(item -> item.itemId().equals(told.itemId()))
        .findFirst()
        .map(InMemoryDiscovery::seed)
        .ifPresent(
            seed -> {
              Key key = new Key(owner, seed.key(), LocalDate.ofInstant(at, ZoneOffset.UTC));
              if (!owners(one -> one.key().work().equals(seed.key())).contains(owner)) {
                moments.put(seed.key(), new Moment(seed.key(), now));
              }
              Viewing known = viewings.find(key).orElse(new Viewing(key, at, at));
              viewings.put(
                  key,
                  new Viewing(
                      key,
                      known.first().isBefore(at) ? known.first() : at,
                      known.last().isAfter(at) ? known.last() : at));
            });
  }

  @Override
  public void rank(TrendWindow window, Instant now) {
    moments.put(window.code(), new Moment(window.code(), now));
  }

  @Override
  public int forget(Instant now, int most) {
    List<String> rare =
        works()
            .filter(work -> owners(viewing -> viewing.key().work().equals(work)).size() < LEAST)
            .filter(
                work ->
                    moments
                        .find(work)
                        .filter(counted -> counted.at().isBefore(now.minus(RARE_KEPT)))
                        .isPresent())
            .limit(most)
            .toList();
    viewings
        .rows()
        .filter(viewing -> rare.contains(viewing.key().work()))
        .forEach(viewing -> viewings.remove(viewing.key()));
    return rare.size();
  }

  @Override
  public List<TrendingItem> trending(
      Audience audience, TrendWindow window, Optional<String> type, int most) {
    @Nullable Instant now = moments.find(window.code()).map(Moment::at).orElse(null);
    if (now == null) {
      return List.of();
    }
    Instant since = now.minus(window.length());
    return works()
        .filter(work -> viewers(work, since, now) >= LEAST)
        .sorted(Comparator.comparing((String work) -> score(work, since, now, window)).reversed())
        .flatMap(
            work ->
                offered(audience, work)
                    .filter(item -> type.isEmpty() || item.itemType().equals(type.get()))
                    .map(
                        item ->
                            new TrendingItem(
                                item,
                                viewers(work, since, now),
                                trend(
                                    viewers(work, since, now),
                                    before(work, since.minus(window.length()), since))))
                    .stream())
        .limit(most)
        .toList();
  }

  private Stream<String> works() {
    return viewings.rows().map(viewing -> viewing.key().work()).distinct().sorted();
  }

  private int viewers(String work, Instant since, Instant now) {
    return owners(
            viewing ->
                viewing.key().work().equals(work)
                    && !viewing.last().isBefore(since)
                    && !viewing.last().isAfter(now))
        .size();
  }

  private int before(String work, Instant since, Instant until) {
    return owners(
            viewing ->
                viewing.key().work().equals(work)
                    && viewing.first().isBefore(until)
                    && !viewing.last().isBefore(since))
        .size();
  }

  private Set<UserId> owners(Predicate<Viewing> which) {
    return viewings
        .rows()
        .filter(which)
        .map(viewing -> viewing.key().owner())
        .collect(Collectors.toSet());
  }

  private double score(String work, Instant since, Instant now, TrendWindow window) {
    return owners(viewing -> viewing.key().work().equals(work)).stream()
        .mapToDouble(
            owner ->
                viewings
                    .rows()
                    .filter(
                        viewing ->
                            viewing.key().owner().equals(owner)
                                && viewing.key().work().equals(work)
                                && !viewing.last().isBefore(since)
                                && !viewing.last().isAfter(now))
                    .map(Viewing::last)
                    .max(Comparator.naturalOrder())
                    .map(last -> Duration.between(last, now).toSeconds())
                    .map(age -> Math.pow(0.5, (double) age / window.halfLife().toSeconds()))
                    .orElse(0.0))
        .sum();
  }

  private static Trend trend(int viewers, int before) {
    if (before == 0) {
      return Trend.NEW;
    }
    return viewers > before ? Trend.UP : viewers < before ? Trend.DOWN : Trend.STEADY;
  }

  @Override
  public List<Seed> watched(Audience audience, int most) {
    return tv.progress().list(audience.profile(), new PageRequest(1, 100)).items().stream()
        .limit(most)
        .flatMap(one -> seed(audience, one.itemId()).stream())
        .toList();
  }

  @Override
  public Optional<Seed> find(Audience audience, String itemId) {
    return seed(audience, itemId);
  }

  private Optional<Seed> seed(Audience audience, String itemId) {
    return items(audience)
        .filter(item -> item.itemId().equals(itemId))
        .findFirst()
        .map(InMemoryDiscovery::seed);
  }

  private static Seed seed(ItemView item) {
    return new Seed(item.itemType(), item.name(), item.group());
  }

  private Stream<ItemView> items(Audience audience) {
    return Stream.concat(
        InMemorySearchQueries.items(tv, audience.owner()),
        tv
            .favorites()
            .list(audience.profile(), Optional.empty(), new PageRequest(1, 100))
            .items()
            .stream()
            .map(InMemoryDiscovery::item));
  }

  private static ItemView item(Favorite favorite) {
    return new ItemView(
        favorite.itemId(),
        favorite.itemType(),
        favorite.itemName(),
        "",
        favorite.itemLogo(),
        Optional.empty());
  }

  /** Returns what an audience may be shown. */
  private Stream<ItemView> shown(Audience audience) {
    if (!audience.isKids()) {
      return items(audience);
    }
    Set<String> groups =
        items(audience)
            .filter(item -> isOf(audience.profile(), item.itemId()))
            .map(ItemView::group)
            .filter(group -> !group.isEmpty())
            .collect(Collectors.toCollection(HashSet::new));
    return items(audience)
        .filter(item -> item.playlist().isEmpty() || groups.contains(item.group()));
  }

  private boolean isOf(ProfileId profile, String itemId) {
    return tv.progress().find(profile, itemId).isPresent()
        || tv.favorites().find(profile, itemId).isPresent();
  }

  private Optional<ItemView> offered(Audience audience, String work) {
    return shown(audience).filter(item -> key(item).equals(work)).findFirst();
  }

  private static String key(ItemView item) {
    return seed(item).key();
  }

  private boolean isCompleted(Audience audience, ItemView item) {
    return tv.progress()
        .find(audience.profile(), item.itemId())
        .filter(WatchProgress::isCompleted)
        .isPresent();
  }

  @Override
  public List<Candidate> watchedTogether(Audience audience, List<Seed> seeds, int most) {
    List<Candidate> found = new ArrayList<>();
    for (Seed seed : seeds) {
      Set<UserId> these = owners(viewing -> viewing.key().work().equals(seed.key()));
      works()
          .filter(work -> !work.equals(seed.key()))
          .forEach(
              work -> {
                Set<UserId> those = owners(viewing -> viewing.key().work().equals(work));
                Set<UserId> both = new HashSet<>(those);
                both.retainAll(these);
                if (both.size() >= LEAST) {
                  long score =
                      Math.round(1000 * both.size() / Math.sqrt(these.size() * those.size()));
                  offered(audience, work)
                      .filter(item -> !isCompleted(audience, item))
                      .ifPresent(item -> found.add(new Candidate(item, (int) score, seed.name())));
                }
              });
    }
    found.sort(Comparator.comparingInt(Candidate::score).reversed());
    return found.stream().limit(most).toList();
  }

  @Override
  public List<Candidate> alike(Audience audience, Seed seed, int most) {
    return shown(audience)
        .filter(item -> item.playlist().isPresent())
        .filter(item -> item.itemType().equals(seed.itemType()) && !key(item).equals(seed.key()))
        .filter(item -> !isCompleted(audience, item))
        .flatMap(item -> alike(item, seed).stream())
        .sorted(Comparator.comparingInt(Candidate::score).reversed())
        .limit(most)
        .toList();
  }

  private static Optional<Candidate> alike(ItemView item, Seed seed) {
    int likeness = Trigrams.similarity(item.name(), seed.name());
    boolean isInGroup = !seed.group().isEmpty() && seed.group().equals(item.group());
    return likeness < 300 && !isInGroup
        ? Optional.empty()
        : Optional.of(
            new Candidate(
                item, Math.round(likeness * 6 / 10.0f) + (isInGroup ? 250 : 0), seed.name()));
  }

  @Override
  public List<ItemView> newest(Audience audience, int most) {
    return tv.playlists().of(audience.owner()).stream()
        .filter(playlist -> playlist.fetchedAt().isPresent())
        .max(
            Comparator.comparing(
                (Playlist playlist) -> Objects.requireNonNull(playlist.fetchedAt().get())))
        .map(
            playlist ->
                shown(audience)
                    .filter(item -> item.playlist().equals(Optional.of(playlist.id())))
                    .filter(item -> !isCompleted(audience, item))
                    .sorted(
                        Comparator.comparing(
                            item -> item.itemType().equals(Channel.Kind.CHANNEL.code())))
                    .limit(most)
                    .toList())
        .orElse(List.of());
  }
}
