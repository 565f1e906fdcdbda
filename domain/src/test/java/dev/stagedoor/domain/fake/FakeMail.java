package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.MailWorld;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.messaging.DeliveryOutcome;
import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.domain.messaging.MessageId;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.messaging.port.MessageSender;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A mail carrier in memory, which knows message ids. */
public final class FakeMail implements MessageSender, MailWorld {
  private final Map<MessageId, OutgoingMessage> taken = new LinkedHashMap<>();
  private boolean down;
  private boolean losesNextAnswer;

  /** Returns this carrier as the registry takes it. */
  public MailProvider provider() {
    return new MailProvider(new ProviderId("fake"), this);
  }

  @Override
  public synchronized DeliveryOutcome send(OutgoingMessage message) {
    if (down) {
      return new DeliveryOutcome.Deferred("unreachable");
    }
    if (message.to().equals(refusedAddress())) {
      return new DeliveryOutcome.Refused("no such mailbox");
    }
    taken.putIfAbsent(message.id(), message);
    if (losesNextAnswer) {
      losesNextAnswer = false;
      return new DeliveryOutcome.Unknown("the answer was lost");
    }
    return new DeliveryOutcome.Accepted();
  }

  @Override
  public synchronized List<OutgoingMessage> takenFor(EmailAddress to) {
    return taken.values().stream().filter(message -> message.to().equals(to)).toList();
  }

  /** Returns everything taken, the oldest first. */
  public synchronized List<OutgoingMessage> taken() {
    return List.copyOf(taken.values());
  }

  @Override
  public EmailAddress refusedAddress() {
    return new EmailAddress("nobody@bounce.test");
  }

  @Override
  public synchronized void loseNextAnswer() {
    losesNextAnswer = true;
  }

  @Override
  public synchronized void setDown(boolean down) {
    this.down = down;
  }
}
