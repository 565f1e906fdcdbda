package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.messaging.DeliveryOutcome;
import dev.stagedoor.domain.messaging.MessageContent;
import dev.stagedoor.domain.messaging.MessageId;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.messaging.port.MessageSender;
import java.net.URI;
import java.util.Optional;
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
  default void aMessageSaysHowToGetNoMoreOfItsKind() {
    OutgoingMessage message =
        new OutgoingMessage(
            new MessageId(UUID.randomUUID()),
            someone(),
            new MessageContent(
                "News",
                "Hello",
                "<p>Hello",
                Optional.of(
                    URI.create(
                        "https://stagedoor.example/unsubscribe?token=" + "a-B_9".repeat(14)))));

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
    world().fail(FarSideFailure.DOWN);

    assertThat(sender().send(message)).isInstanceOf(DeliveryOutcome.Deferred.class);

    world().recover();
    assertThat(world().takenFor(message.to())).isEmpty();
  }

  @Test
  default void whatSurelyWasNotTakenIsDeferredAndNothingThatMayHaveBeenIsRefused() {
    FailureClauses.eachIsAnOutcome(
        world(),
        () -> sender().send(aMessage(someone())),
        (failure, outcome) ->
            outcome instanceof DeliveryOutcome.Deferred
                || (outcome instanceof DeliveryOutcome.Unknown
                    && failure.effect() == FarSideFailure.Effect.MAYBE_DONE));
  }

  @Test
  default void afterEachFailureMailIsTakenAgain() {
    for (FarSideFailure failure : FarSideFailure.values()) {
      world().fail(failure);
      assertThat(sender().send(aMessage(someone())))
          .as(failure.name())
          .isNotInstanceOf(DeliveryOutcome.Accepted.class);
      world().recover();
      assertThat(sender().send(aMessage(someone())))
          .as("after %s", failure)
          .isInstanceOf(DeliveryOutcome.Accepted.class);
    }
  }

  @Test
  default void aLostAnswerIsUnknown() {
    OutgoingMessage message = aMessage(someone());
    world().loseNextAnswer();

    assertThat(sender().send(message)).isInstanceOf(DeliveryOutcome.Unknown.class);
  }
}
