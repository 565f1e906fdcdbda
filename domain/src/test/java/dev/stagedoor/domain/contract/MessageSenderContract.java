package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.messaging.DeliveryOutcome;
import dev.stagedoor.domain.messaging.MessageContent;
import dev.stagedoor.domain.messaging.MessageId;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.messaging.port.MessageSender;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link MessageSender} does. */
public interface MessageSenderContract {
  MessageSender sender();

  MailWorld world();

  /** Makes a message with an id of its own. */
  static OutgoingMessage aMessage(EmailAddress to) {
    return new OutgoingMessage(
        new MessageId(UUID.randomUUID()),
        to,
        new MessageContent("Willkommen, Zoë", "Hello Zoë", "<p>Hello <b>Zoë</b></p>"));
  }

  /** Makes an address nobody wrote to before. */
  static EmailAddress someone() {
    return new EmailAddress("someone-" + UUID.randomUUID() + "@example.com");
  }

  @Test
  default void aMessageArrivesAsItWasWritten() {
    OutgoingMessage message = aMessage(someone());

    assertThat(sender().send(message)).isInstanceOf(DeliveryOutcome.Accepted.class);

    assertThat(world().takenFor(message.to())).containsExactly(message);
  }

  @Test
  default void nobodyElseGetsIt() {
    sender().send(aMessage(someone()));

    assertThat(world().takenFor(someone())).isEmpty();
  }

  @Test
  default void anAddressThatTakesNothingIsRefused() {
    OutgoingMessage message = aMessage(world().refusedAddress());

    assertThat(sender().send(message)).isInstanceOf(DeliveryOutcome.Refused.class);

    assertThat(world().takenFor(message.to())).isEmpty();
  }

  @Test
  default void aCarrierThatIsDownDefers() {
    OutgoingMessage message = aMessage(someone());
    world().setDown(true);

    assertThat(sender().send(message)).isInstanceOf(DeliveryOutcome.Deferred.class);

    world().setDown(false);
    assertThat(world().takenFor(message.to())).isEmpty();
  }

  @Test
  default void aLostAnswerIsUnknown() {
    OutgoingMessage message = aMessage(someone());
    world().loseNextAnswer();

    assertThat(sender().send(message)).isInstanceOf(DeliveryOutcome.Unknown.class);
  }
}
