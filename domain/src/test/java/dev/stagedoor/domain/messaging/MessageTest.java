package dev.stagedoor.domain.messaging;

import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessageTest {
  @Test
  void anAttemptIsRecordedBeforeTheCarrierIsCalled() {
    Message begun = aMessage().attempt();

    assertThat(begun.status()).isEqualTo(MessageStatus.SENDING);
    assertThat(begun.attempts()).isEqualTo(1);
    assertThat(begun.isDone()).isFalse();
  }

  @Test
  void anAcceptedMessageIsSent() {
    Message sent =
        aMessage()
            .attempt()
            .learned(new DeliveryOutcome.Deferred("greylisted"), NOW)
            .attempt()
            .learned(new DeliveryOutcome.Accepted(), NOW.plusSeconds(9));

    assertThat(sent.status()).isEqualTo(MessageStatus.SENT);
    assertThat(sent.sentAt()).contains(NOW.plusSeconds(9));
    assertThat(sent.lastError()).isEmpty();
    assertThat(sent.attempts()).isEqualTo(2);
    assertThat(sent.isDone()).isTrue();
  }

  @Test
  void aRefusedMessageIsGivenUp() {
    Message refused = aMessage().attempt().learned(new DeliveryOutcome.Refused("no such box"), NOW);

    assertThat(refused.status()).isEqualTo(MessageStatus.REFUSED);
    assertThat(refused.lastError()).contains("no such box");
    assertThat(refused.sentAt()).isEmpty();
    assertThat(refused.isDone()).isTrue();
  }

  @Test
  void whatItsReaderDoesNotWantAnyMoreIsGivenUp() {
    Message deferred = aMessage().attempt().learned(new DeliveryOutcome.Deferred("busy"), NOW);

    assertThat(deferred.unwanted().status()).isEqualTo(MessageStatus.REFUSED);
    assertThat(deferred.unwanted().isDone()).isTrue();
    assertThatThrownBy(() -> deferred.unwanted().attempt())
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aDeferredMessageWaitsForAnotherAttempt() {
    Message deferred = aMessage().attempt().learned(new DeliveryOutcome.Deferred("busy"), NOW);

    assertThat(deferred.status()).isEqualTo(MessageStatus.QUEUED);
    assertThat(deferred.lastError()).contains("busy");
    assertThat(deferred.isDone()).isFalse();
  }

  @Test
  void aLostAnswerIsNeitherSentNorQueued() {
    Message unknown = aMessage().attempt().learned(new DeliveryOutcome.Unknown("cut off"), NOW);

    assertThat(unknown.status()).isEqualTo(MessageStatus.SENDING);
    assertThat(unknown.lastError()).contains("cut off");
    assertThat(unknown.isDone()).isFalse();
  }

  @Test
  void aSentOrRefusedMessageIsNeverHandedOverAgain() {
    Message sent = aMessage().attempt().learned(new DeliveryOutcome.Accepted(), NOW);
    Message refused = aMessage().attempt().learned(new DeliveryOutcome.Refused("no such box"), NOW);

    assertThatThrownBy(sent::attempt).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(refused::attempt).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @MethodSource("outcomes")
  void lateNewsOfAnEarlierAttemptDoesNotQueueASentMessageAgain(DeliveryOutcome late) {
    Message sent = aMessage().attempt().learned(new DeliveryOutcome.Accepted(), NOW);

    assertThat(sent.learned(late, NOW.plusSeconds(9))).isEqualTo(sent);
  }

  static Stream<DeliveryOutcome> outcomes() {
    return Stream.of(
        new DeliveryOutcome.Accepted(),
        new DeliveryOutcome.Refused("no such box"),
        new DeliveryOutcome.Deferred("busy"),
        new DeliveryOutcome.Unknown("cut off"));
  }

  @Test
  void everyAttemptIsUnderTheSameId() {
    Message message = aMessage();
    Message again =
        message.attempt().learned(new DeliveryOutcome.Unknown("cut off"), NOW).attempt();

    assertThat(again.outgoing()).isEqualTo(message.outgoing());
    assertThat(message.outgoing().id()).isEqualTo(message.id());
  }
}
