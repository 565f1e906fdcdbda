package dev.stagedoor.providers.sandbox.mail;

import static dev.stagedoor.domain.contract.MessageSenderContract.aMessage;
import static dev.stagedoor.domain.contract.MessageSenderContract.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.contract.KnownMessageIdsContract;
import dev.stagedoor.domain.contract.MailWorld;
import dev.stagedoor.domain.contract.MessageSenderContract;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.messaging.MessageContent;
import dev.stagedoor.domain.messaging.MessageId;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.messaging.port.MessageSender;
import dev.stagedoor.providers.sandbox.Sandbox;
import dev.stagedoor.providers.sandbox.SandboxFailures;
import dev.stagedoor.providers.sandbox.SandboxFixture;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SandboxMessageSenderTest implements MessageSenderContract, KnownMessageIdsContract {
  private final SandboxFixture fixture = new SandboxFixture();
  private final Sandbox sandbox = fixture.sandbox;

  @Override
  public MessageSender sender() {
    return sandbox.mailProvider().sender();
  }

  @Override
  public MailWorld world() {
    class FarSide extends SandboxFailures implements MailWorld {
      FarSide() {
        super(sandbox.line());
      }

      @Override
      public List<OutgoingMessage> takenFor(EmailAddress to) {
        return sandbox.mailbox().newest(Optional.of(to.value()), Optional.empty(), 100).stream()
            .map(
                stored ->
                    new OutgoingMessage(
                        new MessageId(UUID.fromString(stored.id())),
                        new EmailAddress(stored.to()),
                        new MessageContent(
                            stored.subject(),
                            stored.text(),
                            stored.html(),
                            MailWorld.unsubscribe(Objects.requireNonNull(stored.headers())))))
            .toList();
      }

      @Override
      public EmailAddress refusedAddress() {
        return new EmailAddress("nobody@bounce.test");
      }

      @Override
      public void loseNextAnswer() {
        sandbox.line().loseNextAnswer();
      }
    }
    return new FarSide();
  }

  @Test
  void theNewestMessageComesFirstAndLongAnswersAreCut() {
    OutgoingMessage first = aMessage(someone());
    OutgoingMessage second = aMessage(someone());
    sender().send(first);
    sender().send(second);

    assertThat(sandbox.mailbox().newest(Optional.empty(), Optional.of("mail"), 10))
        .extracting(StoredMessage::to)
        .containsExactly(second.to().value(), first.to().value());
    assertThat(sandbox.mailbox().newest(Optional.empty(), Optional.empty(), 1)).hasSize(1);
  }

  @Test
  void anotherChannelHasOtherMessages() {
    OutgoingMessage message = aMessage(someone());
    sender().send(message);

    assertThat(
            sandbox.mailbox().newest(Optional.of(message.to().value()), Optional.of("direct"), 10))
        .isEmpty();
  }

  @Test
  void anAddressIsFoundHoweverItIsTyped() {
    OutgoingMessage message = aMessage(someone());
    sender().send(message);

    assertThat(
            sandbox
                .mailbox()
                .newest(
                    Optional.of(" " + message.to().value().toUpperCase() + " "),
                    Optional.empty(),
                    10))
        .hasSize(1);
  }

  @Test
  void messagesOutliveTheInstance() {
    OutgoingMessage message = aMessage(someone());
    sender().send(message);

    assertThat(fixture.open().mailbox().newest(Optional.empty(), Optional.empty(), 10))
        .extracting(StoredMessage::to)
        .containsExactly(message.to().value());
  }
}
