package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.ChannelReading;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.channels.port.Channels;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link Channels} does. */
public interface ChannelsContract {
  Channels channels();

  ChannelWorld world();

  @Test
  default void aTokenThatActsForItsPageWorks() {
    assertThat(channels().check(world().page())).isInstanceOf(ChannelReading.Working.class);
  }

  @Test
  default void aTokenThatDoesNotSaysWhy() {
    for (Why why : List.of(Why.DISCONNECTED, Why.NOT_PERMITTED)) {
      assertThat(channels().check(world().refusing(why)))
          .isInstanceOfSatisfying(
              ChannelReading.Refused.class,
              refused -> {
                assertThat(refused.why()).isEqualTo(why);
                assertThat(refused.providerCode()).isNotBlank();
              });
    }
  }

  @Test
  default void theTokenOfAnotherPageDoesNotWork() {
    Channel page = world().page();

    assertThat(channels().check(new Channel(page.page(), world().page().token())))
        .isInstanceOf(ChannelReading.Refused.class);
  }

  @Test
  default void whatIsNoTokenIsRefusedAndNotAnError() {
    for (String text : List.of("", " ", "hello", "two\nlines", "\u0000", "ключ")) {
      assertThat(channels().check(new Channel(world().page().page(), Secret.of(text))))
          .as(text)
          .isInstanceOfSatisfying(
              ChannelReading.Refused.class,
              refused -> assertThat(refused.why()).isEqualTo(Why.DISCONNECTED));
    }
  }

  @Test
  default void listeningIsPerPageAndMayBeRepeated() {
    Channel page = world().page();
    assertThat(world().isListening(page)).isFalse();

    channels().listen(page);
    channels().listen(page);

    assertThat(world().isListening(page)).isTrue();
    assertThat(world().isListening(world().page())).isFalse();
  }

  @Test
  default void ignoringEndsItAndMayBeRepeated() {
    Channel page = world().page();
    channels().listen(page);

    channels().ignore(page);
    channels().ignore(page);

    assertThat(world().isListening(page)).isFalse();
  }

  @Test
  default void aPageWithoutAGoodTokenCannotBeListenedToAndIsIgnoredInPeace() {
    Channel gone = world().refusing(Why.DISCONNECTED);

    assertThatThrownBy(() -> channels().listen(gone))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(Kind.UNAUTHORISED));
    channels().ignore(gone);
  }

  @Test
  default void aLostAnswerIsAskedForAgain() {
    Channel page = world().page();
    world().loseNextAnswer();

    Throwable first = catchThrowable(() -> channels().listen(page));
    assertThat(first == null || first instanceof ProviderException).isTrue();
    world().recover();
    channels().listen(page);

    assertThat(world().isListening(page)).isTrue();
  }

  /** A token that is no good is a reading; all else leaves it open. */
  @Test
  default void aCheckThatFailsTellsNothingOfThePage() {
    Channel page = world().page();
    for (FarSideFailure failure : FarSideFailure.values()) {
      world().fail(failure);
      switch (failure) {
        case UNAUTHORISED, FORBIDDEN ->
            assertThat(channels().check(page))
                .as(failure.name())
                .isInstanceOf(ChannelReading.Refused.class);
        default ->
            assertThat(catchThrowable(() -> channels().check(page)))
                .as(failure.name())
                .isInstanceOfSatisfying(
                    ProviderException.class,
                    problem -> assertThat(problem.kind()).isIn(failure.kinds()));
      }
      world().recover();
      assertThat(channels().check(page)).isInstanceOf(ChannelReading.Working.class);
    }
  }

  @Test
  default void listeningThatFailsSaysSo() {
    Channel page = world().page();
    FailureClauses.eachIsThrown(world(), () -> channels().listen(page));
  }

  @Test
  default void ignoringThatFailsSaysSo() {
    Channel page = world().page();
    channels().listen(page);
    for (FarSideFailure failure : FarSideFailure.values()) {
      world().fail(failure);
      Throwable thrown = catchThrowable(() -> channels().ignore(page));
      if (thrown == null) {
        // Without a good token there is nothing to end.
        assertThat(failure).isIn(FarSideFailure.UNAUTHORISED, FarSideFailure.FORBIDDEN);
      } else {
        assertThat(thrown).as(failure.name()).isInstanceOf(ProviderException.class);
      }
      world().recover();
    }
    channels().ignore(page);
    assertThat(world().isListening(page)).isFalse();
  }

  @Test
  default void tokensAreNotPrinted() {
    Channel page = world().page();

    assertThat(page + " " + channels().check(page) + " " + channels())
        .doesNotContain(page.token().reveal());
  }
}
