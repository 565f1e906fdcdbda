package dev.stagedoor.domain.liveselling;

import static dev.stagedoor.domain.fixture.LiveSellingSamples.aShow;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aShowId;
import static dev.stagedoor.domain.fixture.LiveSellingSamples.aWorkspaceId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aRef;
import static dev.stagedoor.domain.fixture.Samples.aSubject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ShowTest {
  private static final Instant END = NOW.plus(Duration.ofHours(1));

  private final Show show = aShow(aWorkspaceId());

  private static void assertWrongStatus(String status, ThrowingCallable request) {
    assertThatThrownBy(request)
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(LiveSellingError.SHOW_STATUS);
              assertThat(refused.facts()).containsEntry("status", status);
            });
  }

  @Test
  void aShowIsPlannedThenLiveThenEndedAndNeverBack() {
    assertThat(show.status()).isEqualTo(Show.Status.DRAFT);
    assertWrongStatus("draft", () -> show.end(NOW));
    assertWrongStatus("draft", show::mustHaveBegun);

    show.start(NOW);
    show.start(NOW.plusSeconds(9));
    assertThat(show.status()).isEqualTo(Show.Status.LIVE);
    assertThat(show.startedAt()).contains(NOW);
    show.mustHaveBegun();

    show.end(END);
    show.end(END.plusSeconds(9));
    assertThat(show.status()).isEqualTo(Show.Status.ENDED);
    assertThat(show.endedAt()).contains(END);
    show.mustHaveBegun();
    assertWrongStatus("ended", () -> show.start(END));
  }

  @Test
  void whatIsWrittenCountsWhileTheShowIsLive() {
    assertThat(show.wasLiveAt(NOW)).isFalse();
    show.start(NOW.plusMillis(700));

    assertThat(show.wasLiveAt(NOW)).as("platforms tell times to the second").isTrue();
    assertThat(show.wasLiveAt(NOW.minusMillis(1))).isFalse();
    assertThat(show.wasLiveAt(END.plusSeconds(1))).isTrue();
    show.end(END);
    assertThat(show.wasLiveAt(END)).isTrue();
    assertThat(show.wasLiveAt(END.plusMillis(1))).isFalse();
  }

  @Test
  void aNameIsTrimmedAndNeitherBlankNorEndless() {
    show.rename("  Saturday ");
    assertThat(show.name()).isEqualTo("Saturday");
    for (String wrong : new String[] {" ", "x".repeat(201)}) {
      assertThatThrownBy(() -> show.rename(wrong))
          .isInstanceOfSatisfying(
              DomainException.class,
              refused -> assertThat(refused.code()).isEqualTo(CommonError.INVALID_VALUE));
    }
    assertThat(show.name()).isEqualTo("Saturday");
  }

  @Test
  void aShowFollowsOnePostOrNone() {
    var post = aRef();
    show.follow(Optional.of(post));
    assertThat(show.post()).contains(post);
    show.follow(Optional.empty());
    assertThat(show.post()).isEmpty();
  }

  @Test
  void aSubjectNamesTheShow() {
    ShowId id = aShowId();

    assertThat(Show.of(Show.subject(id))).contains(id);
    assertThat(Show.of(aSubject())).isEmpty();
  }

  @Test
  void aShowComesBackAsItWasKept() {
    show.start(NOW);
    assertThat(Show.restore(show.snapshot()).snapshot()).isEqualTo(show.snapshot());
  }
}
