package dev.stagedoor.providers.sandbox.mail;

import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.messaging.DeliveryOutcome;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.messaging.port.MessageSender;
import dev.stagedoor.providers.sandbox.SandboxLine;

/** Puts mails into the sandbox's mailbox. Addresses at {@code bounce.test} are refused. */
final class SandboxMessageSender implements MessageSender {
  private static final String REFUSED = "@bounce.test";

  private final Mailbox farSide;
  private final SandboxLine line;

  SandboxMessageSender(Mailbox farSide, SandboxLine line) {
    this.farSide = farSide;
    this.line = line;
  }

  @Override
  public DeliveryOutcome send(OutgoingMessage message) {
    if (message.to().value().endsWith(REFUSED)) {
      return new DeliveryOutcome.Refused("no such mailbox");
    }
    try {
      return line.ask(
          () -> {
            farSide.take(message);
            return new DeliveryOutcome.Accepted();
          });
    } catch (SandboxLine.AnswerLost lost) {
      return new DeliveryOutcome.Unknown("the answer was lost");
    } catch (ProviderException problem) {
      return new DeliveryOutcome.Deferred("the sandbox is unreachable");
    }
  }
}
