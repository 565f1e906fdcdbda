package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.kernel.IdempotencyKey;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.video.IngestCredentials;
import dev.stagedoor.domain.video.LiveInput;
import dev.stagedoor.domain.video.LiveStreamId;
import dev.stagedoor.domain.video.NewLiveInput;
import dev.stagedoor.domain.video.port.LiveIngest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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

  private static List<Secret> secrets(LiveInput input) {
    IngestCredentials credentials = input.credentials();
    return Stream.of(
            credentials.rtmp().map(IngestCredentials.Rtmp::streamKey),
            credentials.srtUrl(),
            credentials.whipUrl())
        .flatMap(Optional::stream)
        .toList();
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

    input
        .credentials()
        .rtmp()
        .ifPresent(
            rtmp -> {
              assertThat(rtmp.url()).startsWith("rtmp");
              assertThat(rtmp.streamKey().isBlank()).isFalse();
            });
    input
        .credentials()
        .srtUrl()
        .ifPresent(url -> assertThat(url.reveal()).matches("srt://\\S+[?&]passphrase=\\S+"));
    input
        .credentials()
        .whipUrl()
        .ifPresent(url -> assertThat(url.reveal()).matches("https?://\\S+"));
    assertThat(input.playbackUrl()).startsWith("http").endsWith(".m3u8");
  }

  @Test
  default void theSameKeyGivesTheSameInput() {
    NewLiveInput wanted = aNewInput();

    assertThat(ingest().create(wanted)).isEqualTo(ingest().create(wanted));
    assertThat(world().inputsOf(wanted.stream())).isEqualTo(1);
  }

  @Test
  default void anotherKeyGivesAnotherInputWithOtherCredentials() {
    LiveInput one = ingest().create(aNewInput());
    LiveInput other = ingest().create(aNewInput());

    assertThat(one.ref()).isNotEqualTo(other.ref());
    assertThat(secrets(one)).doesNotContainAnyElementsOf(secrets(other));
    assertThat(one.playbackUrl()).isNotEqualTo(other.playbackUrl());
  }

  @Test
  default void credentialsAreNotPrinted() {
    LiveInput input = ingest().create(aNewInput());

    for (Secret secret : secrets(input)) {
      assertThat(input.toString()).doesNotContain(secret.reveal());
      assertThat(ingest().toString()).doesNotContain(secret.reveal());
    }
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
    assertRejected(() -> ingest().state(nobody));
  }

  @Test
  default void whereThereIsNoInputNothingIsLeftToEnd() {
    ProviderRef nobody = nobody(ingest().create(aNewInput()));

    assertThatCode(() -> ingest().disable(nobody)).doesNotThrowAnyException();
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

  /** How an input is found and removed whose reference nobody knows. */
  @Test
  default void creatingAndDeletingUnderAKeyLeavesNothing() {
    NewLiveInput wanted = aNewInput();
    world().loseNextAnswer();
    assertThatThrownBy(() -> ingest().create(wanted)).isInstanceOf(ProviderException.class);

    ingest().delete(ingest().create(wanted).ref());

    assertThat(world().inputsOf(wanted.stream())).isZero();
  }

  @Test
  default void theKeyOfADeletedInputIsRefusedOrGivesANewOne() {
    NewLiveInput wanted = aNewInput();
    LiveInput deleted = ingest().create(wanted);
    ingest().delete(deleted.ref());

    try {
      LiveInput anew = ingest().create(wanted);
      assertThat(anew.ref()).isNotEqualTo(deleted.ref());
      assertThat(world().inputsOf(wanted.stream())).isEqualTo(1);
    } catch (ProviderException refused) {
      assertThat(refused.kind()).isEqualTo(ProviderException.Kind.REJECTED);
      assertThat(world().inputsOf(wanted.stream())).isZero();
    }
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
  default void everyFailureOfCreatingIsTold() {
    NewLiveInput wanted = aNewInput();

    FailureClauses.eachIsThrown(world(), () -> ingest().create(wanted));

    assertThat(world().inputsOf(wanted.stream())).isEqualTo(1);
  }

  @Test
  default void whatAProviderThatIsDownWasAskedIsNotDone() {
    NewLiveInput wanted = aNewInput();
    world().fail(FarSideFailure.DOWN);

    assertThatThrownBy(() -> ingest().create(wanted)).isInstanceOf(ProviderException.class);

    world().recover();
    assertThat(world().inputsOf(wanted.stream())).isZero();
  }

  @Test
  default void everyFailureOfEnablingIsTold() {
    LiveInput input = ingest().create(aNewInput());
    ingest().disable(input.ref());

    FailureClauses.eachIsThrown(world(), () -> ingest().enable(input.ref()));

    assertThat(world().connect(input)).isTrue();
  }

  @Test
  default void everyFailureOfDisablingIsTold() {
    LiveInput input = ingest().create(aNewInput());

    FailureClauses.eachIsThrown(world(), () -> ingest().disable(input.ref()));

    assertThat(world().connect(input)).isFalse();
  }

  @Test
  default void everyFailureOfDeletingIsTold() {
    LiveInput input = ingest().create(aNewInput());

    FailureClauses.eachIsThrown(world(), () -> ingest().delete(input.ref()));

    assertRejected(() -> ingest().state(input.ref()));
  }

  @Test
  default void everyFailureOfLookingIsTold() {
    LiveInput input = ingest().create(aNewInput());
    world().connect(input);

    FailureClauses.eachIsThrown(world(), () -> ingest().state(input.ref()));

    assertThat(ingest().state(input.ref()).connectedSince()).isPresent();
  }
}
