package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.NewLiveInput;
import dev.stagedoor.domain.video.port.LiveIngest;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every {@link LiveIngest} does. */
public interface LiveIngestContract {
  LiveIngest ingest();

  VideoWorld world();

  /** Asks for a live input under a key of its own. */
  static NewLiveInput aNewInput() {
    UUID id = UUID.randomUUID();
    return new NewLiveInput(
        new LiveStreamId(id), "Service for Ada", new IdempotencyKey("live-input-" + id));
  }

  private static ProviderRef nobody(LiveInput like) {
    return new ProviderRef(like.ref().provider(), "nobody");
  }

  private static void assertRejected(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.REJECTED));
  }

  @Test
  default void anInputSaysWhereToSendAndWhereItPlays() {
    LiveInput input = ingest().create(aNewInput());

    assertThat(input.credentials().rtmpUrl()).startsWith("rtmp");
    assertThat(input.credentials().streamKey().isBlank()).isFalse();
    assertThat(input.playbackUrl()).startsWith("http").endsWith(".m3u8");
  }

  @Test
  default void theSameKeyGivesTheSameInput() {
    NewLiveInput wanted = aNewInput();

    assertThat(ingest().create(wanted)).isEqualTo(ingest().create(wanted));
    assertThat(world().inputsOf(wanted.stream())).isEqualTo(1);
  }

  @Test
  default void anotherKeyGivesAnotherInputWithAnotherStreamKey() {
    LiveInput one = ingest().create(aNewInput());
    LiveInput other = ingest().create(aNewInput());

    assertThat(one.ref()).isNotEqualTo(other.ref());
    assertThat(one.credentials().streamKey()).isNotEqualTo(other.credentials().streamKey());
    assertThat(one.playbackUrl()).isNotEqualTo(other.playbackUrl());
  }

  @Test
  default void credentialsAreNotPrinted() {
    LiveInput input = ingest().create(aNewInput());

    assertThat(input.toString()).doesNotContain(input.credentials().streamKey().reveal());
    for (Secret address : input.credentials().srtUrl().stream().toList()) {
      assertThat(input.toString()).doesNotContain(address.reveal());
    }
    for (Secret address : input.credentials().whipUrl().stream().toList()) {
      assertThat(input.toString()).doesNotContain(address.reveal());
    }
    assertThat(ingest().toString()).doesNotContain(input.credentials().streamKey().reveal());
  }

  @Test
  default void aNewInputTakesAnEncoder() {
    LiveInput input = ingest().create(aNewInput());
    assertThat(ingest().state(input.ref()).connectedSince()).isEmpty();

    assertThat(world().connect(input)).isTrue();

    assertThat(ingest().state(input.ref()).connectedSince()).isPresent();
  }

  @Test
  default void anEncoderThatWentIsNotConnected() {
    LiveInput input = ingest().create(aNewInput());
    world().connect(input);
    world().disconnect(input);

    assertThat(ingest().state(input.ref()).connectedSince()).isEmpty();
  }

  @Test
  default void disablingEndsTheBroadcastAndKeepsEncodersOut() {
    LiveInput input = ingest().create(aNewInput());
    world().connect(input);

    ingest().disable(input.ref());
    ingest().disable(input.ref());

    assertThat(ingest().state(input.ref()).connectedSince()).isEmpty();
    assertThat(world().connect(input)).isFalse();
  }

  @Test
  default void enablingLetsEncodersBackIn() {
    LiveInput input = ingest().create(aNewInput());
    ingest().disable(input.ref());

    ingest().enable(input.ref());
    ingest().enable(input.ref());

    assertThat(world().connect(input)).isTrue();
  }

  @Test
  default void anInputNobodyMadeIsRejected() {
    ProviderRef nobody = nobody(ingest().create(aNewInput()));

    assertRejected(() -> ingest().enable(nobody));
    assertRejected(() -> ingest().disable(nobody));
    assertRejected(() -> ingest().state(nobody));
    assertThatCode(() -> ingest().delete(nobody)).doesNotThrowAnyException();
  }

  @Test
  default void aRemovedInputIsGoneForGood() {
    LiveInput input = ingest().create(aNewInput());
    ingest().delete(input.ref());
    ingest().delete(input.ref());

    assertRejected(() -> ingest().state(input.ref()));
    assertRejected(() -> ingest().enable(input.ref()));
    assertThat(world().connect(input)).isFalse();
  }

  @Test
  default void aLostAnswerIsRepeatedUnderTheSameKeyAndMakesOneInput() {
    NewLiveInput wanted = aNewInput();
    world().loseNextAnswer();

    assertThatThrownBy(() -> ingest().create(wanted)).isInstanceOf(ProviderException.class);
    assertThatCode(() -> ingest().create(wanted)).doesNotThrowAnyException();
    assertThat(world().inputsOf(wanted.stream())).isEqualTo(1);
  }

  @Test
  default void aProviderThatIsDownIsUnavailable() {
    NewLiveInput wanted = aNewInput();
    world().setDown(true);

    assertThatThrownBy(() -> ingest().create(wanted))
        .isInstanceOfSatisfying(
            ProviderException.class,
            problem -> assertThat(problem.kind()).isEqualTo(ProviderException.Kind.UNAVAILABLE));

    world().setDown(false);
    assertThat(world().inputsOf(wanted.stream())).isZero();
  }
}
