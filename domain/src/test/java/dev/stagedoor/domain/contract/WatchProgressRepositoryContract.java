package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.TvSamples.aProfile;
import static dev.stagedoor.domain.fixture.TvSamples.aProfileId;
import static dev.stagedoor.domain.fixture.WatchSamples.watched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.Page;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.Stamp;
import dev.stagedoor.domain.tv.Telling;
import dev.stagedoor.domain.tv.ViewerProfile;
import dev.stagedoor.domain.tv.WatchProgress;
import dev.stagedoor.domain.tv.Watched;
import dev.stagedoor.domain.tv.port.ViewerProfileRepository;
import dev.stagedoor.domain.tv.port.WatchProgressRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every store of how far people watched must do. */
public interface WatchProgressRepositoryContract extends RepositoryContract {
  WatchProgressRepository progress();

  ViewerProfileRepository profiles();

  @Test
  default void whatIsToldFirstComesBack() {
    ViewerProfile profile = aProfileOnFile();
    Watched bare =
        new Watched("tvg:नमस्ते", Optional.empty(), 0, Optional.empty(), new Stamp(NOW, ""));
    Watched full = watched("movie-1", 3599, NOW.plusNanos(123_456_000));

    for (Watched told : List.of(bare, full)) {
      WatchProgress expected = WatchProgress.first(profile.id(), told, NOW);
      assertThat(tell(profile, told, NOW)).contains(expected);
      assertThat(found(profile.id(), told.itemId())).contains(expected);
    }
    assertThat(found(profile.id(), "MOVIE-1")).isEmpty();
    assertThat(found(aProfileId(), "movie-1")).isEmpty();
  }

  @Test
  default void nothingIsTakenInForAProfileThatTheAccountDoesNotHave() {
    ViewerProfile profile = aProfileOnFile();
    UserId other = aProfileOnFile().owner();
    tell(profile, watched("known", 5, NOW), NOW);

    for (String item : List.of("known", "new")) {
      Watched told = watched(item, 9, NOW.plusSeconds(1));
      assertThat(tell(new Telling(other, profile.id(), told, NOW))).isEmpty();
      assertThat(tell(new Telling(profile.owner(), aProfileId(), told, NOW))).isEmpty();
    }

    assertThat(found(profile.id(), "known").orElseThrow().progressSeconds()).isEqualTo(5);
    assertThat(found(profile.id(), "new")).isEmpty();
  }

  /** Six of them, each told twice, in all of the 720 orders; and many smaller stories. */
  @Test
  default void whateverIsToldInWhateverOrderIsMergedAsTheRulesSay() {
    ViewerProfile profile = aProfileOnFile();
    AtomicInteger item = new AtomicInteger();

    for (int seed = 0; seed < 24; seed++) {
      List<Watched> story = story(new Random(seed), seed == 0 ? 6 : 2 + seed % 3);
      List<WatchProgress> ends =
          orders(story).stream()
              .map(order -> mergedAsTheRulesSay(profile, order, "item-" + item.incrementAndGet()))
              .toList();
      assertThat(ends)
          .usingRecursiveFieldByFieldElementComparatorIgnoringFields("itemId", "version")
          .containsOnly(ends.get(0));
    }
  }

  /** Tells everything in an order and then backwards. */
  private WatchProgress mergedAsTheRulesSay(
      ViewerProfile profile, List<Watched> order, String item) {
    List<Watched> twice = new ArrayList<>(order);
    for (int i = order.size() - 1; i >= 0; i--) {
      twice.add(order.get(i));
    }
    List<Telling> tellings = new ArrayList<>();
    List<Optional<WatchProgress>> expected = new ArrayList<>();
    WatchProgress end = null;
    for (Watched one : twice) {
      Watched told =
          new Watched(
              item, one.itemType(), one.progressSeconds(), one.durationSeconds(), one.stamp());
      tellings.add(new Telling(profile.owner(), profile.id(), told, NOW));
      end = end == null ? WatchProgress.first(profile.id(), told, NOW) : end.and(told, NOW);
      expected.add(Optional.of(end));
    }
    assertThat(write(() -> progress().tell(tellings))).isEqualTo(expected);
    return Objects.requireNonNull(end);
  }

  /** Few different values, so that many of them meet. */
  private static List<Watched> story(Random random, int size) {
    List<String> devices = List.of("", "TV", "tv", "\uFF5E", "\uD83D\uDCFA");
    List<Watched> story = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      story.add(
          new Watched(
              "any",
              Optional.of(List.of("movie", "Movie", "épisode").get(random.nextInt(3)))
                  .filter(type -> random.nextBoolean()),
              random.nextInt(4) * 30,
              Optional.of(50 + random.nextInt(3) * 25).filter(length -> random.nextBoolean()),
              new Stamp(
                  NOW.plus(Duration.ofMinutes(random.nextInt(3))),
                  devices.get(random.nextInt(devices.size())))));
    }
    return story;
  }

  private static <T> List<List<T>> orders(List<T> of) {
    if (of.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> orders = new ArrayList<>();
    for (int i = 0; i < of.size(); i++) {
      List<T> rest = new ArrayList<>(of);
      T first = rest.remove(i);
      for (List<T> order : orders(rest)) {
        List<T> whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        orders.add(whole);
      }
    }
    return orders;
  }

  @Test
  default void whatSaysNothingNewChangesNothing() {
    ViewerProfile profile = aProfileOnFile();
    WatchProgress first = tell(profile, watched("movie-1", 60, NOW), NOW).orElseThrow();

    assertThat(tell(profile, watched("movie-1", 60, NOW), NOW.plusSeconds(9))).contains(first);
    assertThat(tell(profile, watched("movie-1", 30, NOW.minusSeconds(1)), NOW.plusSeconds(9)))
        .contains(first);
    assertThat(found(profile.id(), "movie-1")).contains(first);
  }

  @Test
  default void whatManyTellAtOnceEndsAsIfTheyHadToldInTurn() {
    ViewerProfile profile = aProfileOnFile();
    List<Watched> all = new ArrayList<>();
    for (int second = 1; second <= 64; second++) {
      all.add(watched("movie-1", second == 20 ? 3600 : second, NOW.plusSeconds(second)));
    }
    Collections.shuffle(all, new Random(7));
    AtomicInteger next = new AtomicInteger();

    Race.of(
        8,
        () -> {
          for (int i = 0; i < 8; i++) {
            tell(profile, all.get(next.getAndIncrement()), NOW);
          }
          return true;
        });

    WatchProgress end = found(profile.id(), "movie-1").orElseThrow();
    assertThat(end.progressSeconds()).isEqualTo(64);
    assertThat(end.isCompleted()).isTrue();
    assertThat(end.stamp().at()).isEqualTo(NOW.plusSeconds(64));
  }

  @Test
  default void whatIsToldTogetherIsAnsweredInItsOrder() {
    ViewerProfile one = aProfileOnFile();
    ViewerProfile two = aProfileOnFile();
    tell(two, watched("b", 7, NOW), NOW);
    Watched bare = new Watched("bare", Optional.empty(), 3, Optional.empty(), new Stamp(NOW, "tv"));
    List<Telling> all =
        List.of(
            new Telling(two.owner(), two.id(), watched("b", 9, NOW.plusSeconds(2)), NOW),
            new Telling(one.owner(), one.id(), watched("z", 1, NOW), NOW),
            new Telling(one.owner(), two.id(), watched("b", 99, NOW.plusSeconds(9)), NOW),
            new Telling(one.owner(), one.id(), bare, NOW.plusSeconds(5)),
            new Telling(two.owner(), two.id(), watched("b", 8, NOW.plusSeconds(1)), NOW),
            new Telling(one.owner(), one.id(), watched("a", 2, NOW), NOW));

    List<Optional<WatchProgress>> ends = write(() -> progress().tell(all));

    assertThat(ends.stream().map(end -> end.map(WatchProgress::progressSeconds)))
        .containsExactly(
            Optional.of(9),
            Optional.of(1),
            Optional.empty(),
            Optional.of(3),
            Optional.of(9),
            Optional.of(2));
    assertThat(ends.get(3)).contains(WatchProgress.first(one.id(), bare, NOW.plusSeconds(5)));
    assertThat(found(two.id(), "b")).isEqualTo(ends.get(4));
    assertThat(write(() -> progress().tell(List.of()))).isEmpty();
  }

  @Test
  default void whatAProfileWatchedIsListedTheLastFirst() {
    ViewerProfile profile = aProfileOnFile();
    tell(profile, watched("b", 1, NOW), NOW);
    tell(profile, watched("a", 1, NOW.minusSeconds(60)), NOW.plusSeconds(5));
    tell(profile, watched("c", 1, NOW.plusSeconds(60)), NOW);
    tell(aProfileOnFile(), watched("d", 1, NOW), NOW);

    Page<WatchProgress> all = write(() -> progress().list(profile.id(), PageRequest.first()));
    assertThat(all.items()).extracting(WatchProgress::itemId).containsExactly("c", "b", "a");
    Page<WatchProgress> second = write(() -> progress().list(profile.id(), new PageRequest(2, 2)));
    assertThat(second.items()).extracting(WatchProgress::itemId).containsExactly("a");
    assertThat(second.total()).isEqualTo(3);
  }

  @Test
  default void oneIsForgottenAndCanBeginAnew() {
    ViewerProfile profile = aProfileOnFile();
    tell(profile, watched("a", 3600, NOW), NOW);
    tell(profile, watched("b", 9, NOW), NOW);

    run(() -> progress().remove(profile.id(), "a"));
    run(() -> progress().remove(profile.id(), "a"));

    assertThat(found(profile.id(), "a")).isEmpty();
    assertThat(found(profile.id(), "b")).isPresent();
    Instant before = NOW.minusSeconds(60);
    assertThat(tell(profile, watched("a", 5, before), NOW))
        .contains(WatchProgress.first(profile.id(), watched("a", 5, before), NOW));
  }

  @Test
  default void progressGoesWithItsProfile() {
    ViewerProfile profile = aProfileOnFile();
    tell(profile, watched("a", 9, NOW), NOW);

    run(() -> profiles().remove(profile.id()));

    assertThat(found(profile.id(), "a")).isEmpty();
    assertThat(tell(profile, watched("a", 9, NOW), NOW)).isEmpty();
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    ViewerProfile profile = aProfileOnFile();

    assertNeedsUnitOfWork(
        () ->
            progress()
                .tell(
                    List.of(
                        new Telling(profile.owner(), profile.id(), watched("a", 9, NOW), NOW))));
    assertNeedsUnitOfWork(() -> progress().find(profile.id(), "a"));
    assertNeedsUnitOfWork(() -> progress().list(profile.id(), PageRequest.first()));
    assertNeedsUnitOfWork(() -> progress().remove(profile.id(), "a"));
  }

  private ViewerProfile aProfileOnFile() {
    ViewerProfile profile = aProfile(anAccountOnFile());
    run(() -> profiles().save(profile));
    return profile;
  }

  private Optional<WatchProgress> tell(ViewerProfile profile, Watched told, Instant now) {
    return tell(new Telling(profile.owner(), profile.id(), told, now));
  }

  private Optional<WatchProgress> tell(Telling telling) {
    return write(() -> progress().tell(List.of(telling))).get(0);
  }

  private Optional<WatchProgress> found(ProfileId profile, String itemId) {
    return write(() -> progress().find(profile, itemId));
  }
}
