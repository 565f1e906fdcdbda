package dev.stagedoor.application.tv;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.application.tv.Lounge.PIN;
import static dev.stagedoor.application.tv.Lounge.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.fixture.Race;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.Favorite;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.TvError;
import dev.stagedoor.domain.tv.ViewerProfile;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FavoriteServiceTest {
  private static final ProfileChoice NOBODY = ProfileChoice.none();

  private final Lounge lounge = new Lounge();
  private final FavoriteService favorites = lounge.house.stagedoor().favorites();
  private final Actor viewer = lounge.viewer;

  private SavedFavorite save(Actor who, ProfileChoice as, String item) {
    return favorites.save(who, as, item, "channel", item.toUpperCase(), Optional.empty());
  }

  private List<String> names(Actor who, ProfileChoice as) {
    return favorites.list(who, as, Optional.empty(), PageRequest.first()).items().stream()
        .map(Favorite::itemName)
        .toList();
  }

  @Test
  void aFavoriteIsFoundAgain() {
    SavedFavorite saved = save(viewer, NOBODY, "espn_hd");

    assertThat(saved.isNew()).isTrue();
    assertThat(names(viewer, NOBODY)).containsExactly("ESPN_HD");
    assertThat(favorites.list(viewer, NOBODY, Optional.of("movie"), PageRequest.first()).items())
        .isEmpty();
  }

  @Test
  void savedAgainItKeepsItsTimeAndTakesItsNewName() {
    SavedFavorite first = save(viewer, NOBODY, "espn_hd");
    lounge.house.clock().advance(Duration.ofDays(1));

    SavedFavorite again =
        favorites.save(viewer, NOBODY, " espn_hd ", "channel", "ESPN", Optional.of("logo"));

    assertThat(again.isNew()).isFalse();
    assertThat(again.favorite().addedAt()).isEqualTo(first.favorite().addedAt());
    assertThat(names(viewer, NOBODY)).containsExactly("ESPN");
  }

  @Test
  void eachProfileHasItsOwn() {
    ProfileId sarah = lounge.profile("Sarah");
    SavedFavorite unused = save(viewer, as(sarah), "espn_hd");

    assertThat(names(viewer, as(sarah))).hasSize(1);
    assertThat(names(viewer, NOBODY)).isEmpty();
    assertRefused(CommonError.NOT_FOUND, () -> names(lounge.somebody(), as(sarah)));
  }

  @Test
  void kidsHaveFavoritesOfTheirOwn() {
    ProfileId kids = lounge.kids(Optional.of(PIN));
    ProfileChoice inside = as(lounge.open(kids, "1234"));

    SavedFavorite unused = save(viewer, inside, "cartoons");
    assertThat(names(viewer, inside)).containsExactly("CARTOONS");
    favorites.remove(viewer, inside, "cartoons");
    assertThat(names(viewer, inside)).isEmpty();
  }

  @Test
  void removingIsRepeatable() {
    SavedFavorite unused = save(viewer, NOBODY, "espn_hd");

    favorites.remove(viewer, NOBODY, "espn_hd");
    favorites.remove(viewer, NOBODY, "espn_hd");

    assertThat(names(viewer, NOBODY)).isEmpty();
  }

  @Test
  void theLimitHoldsForAllProfilesTogether() {
    Actor client = lounge.client();
    ProfileView other =
        lounge
            .profiles()
            .create(
                client,
                NOBODY,
                new NewProfile(
                    new ViewerProfile.Look("Other", Optional.empty(), false), Optional.empty()));
    for (String item : List.of("one", "two")) {
      SavedFavorite unused = save(client, NOBODY, item);
    }
    ProfileChoice second = as(new ProfileId(other.id()));
    SavedFavorite third = save(client, second, "three");

    assertThat(third.isNew()).isTrue();
    assertRefused(TvError.PLAN_LIMIT, () -> save(client, NOBODY, "four"));
    assertRefused(TvError.PLAN_LIMIT, () -> save(client, second, "four"));
    assertThat(save(client, NOBODY, "one").isNew()).isFalse();
    favorites.remove(client, NOBODY, "one");
    assertThat(save(client, second, "four").isNew()).isTrue();
  }

  @Test
  void ofManySavedAtOnceNoMoreThanTheLimitAreThere() {
    Actor client = lounge.client();
    AtomicInteger number = new AtomicInteger();

    List<Object> answers =
        Race.of(
            20,
            () -> {
              try {
                return save(client, NOBODY, "item-" + number.incrementAndGet()).isNew();
              } catch (DomainException refused) {
                return refused.code();
              }
            });

    assertThat(Collections.frequency(answers, true)).isEqualTo(3);
    assertThat(Collections.frequency(answers, TvError.PLAN_LIMIT)).isEqualTo(17);
    assertThat(names(client, NOBODY)).hasSize(3);
  }

  @Test
  void aProfileThatIsOneTooManyTakesNoFavorites() {
    Actor client = lounge.client();
    ProfileId third = new ProfileId(UUID.randomUUID());
    for (ProfileId id : List.of(new ProfileId(UUID.randomUUID()), third)) {
      lounge.house.clock().advance(Duration.ofSeconds(1));
      lounge
          .house
          .unitOfWork()
          .run(
              () ->
                  lounge
                      .house
                      .tv()
                      .profiles()
                      .save(
                          ViewerProfile.of(
                              id,
                              client.userId(),
                              new ViewerProfile.Look("More", Optional.empty(), false),
                              Optional.empty(),
                              lounge.house.clock().instant())));
    }

    assertRefused(TvError.PLAN_LIMIT, () -> save(client, as(third), "espn_hd"));
    assertThat(names(client, as(third))).isEmpty();
    favorites.remove(client, as(third), "espn_hd");
  }

  @Test
  void afterTheTrialFavoritesAreReadAndRemovedOnly() {
    SavedFavorite unused = save(viewer, NOBODY, "espn_hd");
    lounge.endTrials();

    assertRefused(TvError.SUBSCRIPTION_NEEDED, () -> save(viewer, NOBODY, "other"));
    assertThat(names(viewer, NOBODY)).hasSize(1);
    favorites.remove(viewer, NOBODY, "espn_hd");
    assertThat(names(viewer, NOBODY)).isEmpty();
  }

  @Test
  void whatHasNoNameIsNoFavorite() {
    assertRefused(CommonError.INVALID_VALUE, () -> save(viewer, NOBODY, " "));
    assertRefused(CommonError.INVALID_VALUE, () -> save(viewer, NOBODY, "a\u0000b"));
    assertRefused(CommonError.INVALID_VALUE, () -> favorites.remove(viewer, NOBODY, "a\u0000b"));
  }
}
