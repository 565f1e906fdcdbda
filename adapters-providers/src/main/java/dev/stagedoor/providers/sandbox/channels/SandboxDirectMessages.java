package dev.stagedoor.providers.sandbox.channels;

import dev.stagedoor.domain.channels.DirectMessage;
import dev.stagedoor.domain.channels.DirectMessageOutcome;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Deferred;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Delivered;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Refused;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Unknown;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.channels.port.DirectMessages;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.ProviderException.Kind;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.providers.sandbox.SandboxLine;
import java.util.Optional;

/** Puts direct messages into the sandbox's mailbox, by the rules of real platforms. */
final class SandboxDirectMessages implements DirectMessages {
  private final SandboxChannels farSide;
  private final SandboxLine line;

  SandboxDirectMessages(SandboxChannels farSide, SandboxLine line) {
    this.farSide = farSide;
    this.line = line;
  }

  @Override
  public DirectMessageOutcome send(DirectMessage message) {
    try {
      return line.ask(() -> take(message));
    } catch (SandboxLine.AnswerLost lost) {
      return new Unknown("the answer was lost");
    } catch (ProviderException problem) {
      return problem.kind() == Kind.UNAUTHORISED
          ? new Refused(Why.DISCONNECTED, "unauthorised")
          : new Deferred("the sandbox is unreachable", problem.retryAfter());
    }
  }

  private DirectMessageOutcome take(DirectMessage message) {
    String page = message.from().page().value();
    String to = message.to().ref().value();
    boolean isReply = message.to() instanceof DirectMessage.Commenter;
    Optional<Refused> refusal =
        farSide
            .refusal(message.from())
            .or(farSide::strangeRefusal)
            .or(() -> isReply ? farSide.refusalOfReply(page, to) : farSide.refusalOf(page, to));
    if (refusal.isPresent()) {
      return refusal.get();
    }
    String person = isReply ? farSide.authorOf(to) : to;
    farSide.deliver(person, message.text());
    return new Delivered(Optional.of(new ProviderRef(SandboxLine.ID, person)));
  }
}
