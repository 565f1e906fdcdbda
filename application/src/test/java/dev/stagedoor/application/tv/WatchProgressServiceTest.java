package dev.stagedoor.application.tv;

import static dev.stagedoor.application.fake.Refusals.assertRefused;
import static dev.stagedoor.application.tv.Lounge.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ProfileId;
import dev.stagedoor.domain.tv.WatchProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WatchProgressServiceTest {
  private static final ProfileChoice NOBODY = ProfileChoice.none();
  private static final String FILM = "movie_inception";

  private final Lounge lounge = new Lounge();
  private final WatchProgressService progress = lounge.house.stagedoor().watchProgress();
  private final Actor viewer = lounge.viewer;

  private static TellProgress at(int seconds) {
    return told(seconds, Optional.empty(), Optional.empty(), "");
  }

  private static TellProgress told(
      int seconds, Optional<Instant> clientTime, Optional<Instant> sentAt, String device) {
    return new TellProgress(
        FILM, Optional.of("movie"), seconds, Optional.of(8_880), clientTime, sentAt, device);
  }

  private WatchProgress tell(ProfileChoice as, TellProgress told) {
    return progress.tell(viewer, as, told);
  }

  private Instant now() {
    return lounge.house.clock().instant();
  }

  private void pass(long seconds) {
    lounge.house.clock().advance(Duration.ofSeconds(seconds));
  }

  @Test
  void whatADeviceTellsAnotherGoesOnWith() {
    WatchProgress told = tell(NOBODY, at(3_600));

    assertThat(told.isCompleted()).isFalse();
    assertThat(progress.get(viewer, NOBODY, FILM)).isEqualTo(told);
    assertThat(progress.list(viewer, NOBODY, PageRequest.first()).items()).containsExactly(told);
  }

  @Test
  void whatWasSeenToTheEndStaysSo() {
    WatchProgress unused = tell(NOBODY, at(8_800));
    pass(60);

    WatchProgress again = tell(NOBODY, at(10));

    assertThat(again.isCompleted()).isTrue();
    assertThat(again.progressSeconds()).isEqualTo(10);
  }

  @Test
  void whatIsToldLateDoesNotGoBack() {
    Instant earlier = now();
    pass(600);
    WatchProgress newest = tell(NOBODY, at(3_000));

    WatchProgress late = tell(NOBODY, told(100, Optional.of(earlier), Optional.empty(), "phone"));

    assertThat(late.progressSeconds()).isEqualTo(3_000);
    assertThat(late.stamp()).isEqualTo(newest.stamp());
  }

  @Test
  void threeDevicesWithWrongClocksEndWithTheLastThatWatched() {
    List<Duration> wrong = List.of(Duration.ofHours(9), Duration.ZERO, Duration.ofDays(-400));
    List<TellProgress> all = new ArrayList<>();
    Instant begun = now();
    for (int step = 1; step <= 12; step++) {
      Duration off = wrong.get(step % 3);
      all.add(
          told(
              step * 100,
              Optional.of(begun.plusSeconds(step * 60L).plus(off)),
              Optional.of(begun.plusSeconds(3_600).plus(off)),
              "device-" + step % 3));
    }
    pass(3_600);
    Collections.shuffle(all, new Random(7));
    all.forEach(
        told -> {
          WatchProgress unused = tell(NOBODY, told);
          WatchProgress repeated = tell(NOBODY, told);
        });

    WatchProgress end = progress.get(viewer, NOBODY, FILM);

    assertThat(end.progressSeconds()).isEqualTo(1_200);
    assertThat(end.stamp().at()).isEqualTo(begun.plusSeconds(720));
  }

  @Test
  void aClockThatIsAheadWinsForNoLongerThanNow() {
    WatchProgress unused =
        tell(NOBODY, told(500, Optional.of(now().plusSeconds(86_400)), Optional.empty(), "ahead"));
    pass(1);

    assertThat(tell(NOBODY, at(600)).progressSeconds()).isEqualTo(600);
  }

  @Test
  void aTimeThatNoClockShowsIsRefused() {
    for (Instant time : List.of(Instant.MIN, Instant.MAX)) {
      assertRefused(
          CommonError.INVALID_VALUE,
          () -> tell(NOBODY, told(1, Optional.of(time), Optional.empty(), "")));
      assertRefused(
          CommonError.INVALID_VALUE,
          () -> tell(NOBODY, told(1, Optional.of(now()), Optional.of(time), "")));
    }
  }

  @Test
  void eachProfileIsAsFarAsItIs() {
    ProfileId sarah = lounge.profile("Sarah");
    WatchProgress unused = tell(as(sarah), at(100));

    assertRefused(CommonError.NOT_FOUND, () -> progress.get(viewer, NOBODY, FILM));
    Actor other = lounge.somebody();
    assertRefused(CommonError.NOT_FOUND, () -> progress.tell(other, as(sarah), at(5_000)));
    assertThat(progress.get(viewer, as(sarah), FILM).progressSeconds()).isEqualTo(100);
  }

  @Test
  void afterTheTrialDevicesStillTell() {
    lounge.endTrials();

    assertThat(tell(NOBODY, at(100)).progressSeconds()).isEqualTo(100);
  }

  @Test
  void whoHasAnAccountFromElsewhereBeginsWithTheFirstThingTheyTell() {
    Actor elsewhere = lounge.house.somebody("Charles Babbage").actor();

    WatchProgress told = progress.tell(elsewhere, NOBODY, at(100));

    assertThat(lounge.first(elsewhere)).isEqualTo(told.profile());
    assertThat(progress.get(elsewhere, NOBODY, FILM)).isEqualTo(told);
  }

  @Test
  void whatIsForgottenIsGone() {
    WatchProgress unused = tell(NOBODY, at(100));

    progress.remove(viewer, NOBODY, FILM);
    progress.remove(viewer, NOBODY, FILM);

    assertRefused(CommonError.NOT_FOUND, () -> progress.get(viewer, NOBODY, FILM));
  }
}
