package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.MessageSenderContract.aMessage;
import static dev.stagedoor.domain.contract.MessageSenderContract.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.messaging.DeliveryOutcome;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.messaging.port.MessageSender;
import org.junit.jupiter.api.Test;

/** What a {@link MessageSender} does besides, whose carrier tells a repeated message by its id. */
public interface KnownMessageIdsContract {
  MessageSender sender();

  MailWorld world();

  @Test
  default void aRepeatedMessageArrivesOnce() {
    OutgoingMessage message = aMessage(someone());

    sender().send(message);
    assertThat(sender().send(message)).isInstanceOf(DeliveryOutcome.Accepted.class);

    assertThat(world().takenFor(message.to())).containsExactly(message);
  }

  @Test
  default void aMessageRepeatedAfterALostAnswerArrivesOnce() {
    OutgoingMessage message = aMessage(someone());
    world().loseNextAnswer();

    sender().send(message);
    sender().send(message);

    assertThat(world().takenFor(message.to())).containsExactly(message);
  }
}
