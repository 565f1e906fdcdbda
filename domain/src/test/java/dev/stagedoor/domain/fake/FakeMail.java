package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.contract.MailWorld;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.ProviderException;
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
  private final FakeLine line = new FakeLine(new ProviderId("fake"));

  /** Returns this carrier as the registry takes it. */
  public MailProvider provider() {
    return new MailProvider(new ProviderId("fake"), this);
  }

  @Override
  public synchronized DeliveryOutcome send(OutgoingMessage message) {
    if (message.to().equals(refusedAddress())) {
      return new DeliveryOutcome.Refused("no such mailbox");
    }
    try {
      return line.ask(
          () -> {
            taken.putIfAbsent(message.id(), message);
            return new DeliveryOutcome.Accepted();
          });
    } catch (FakeLine.LostAnswer lost) {
      return new DeliveryOutcome.Unknown("the answer was lost");
    } catch (ProviderException failure) {
      return new DeliveryOutcome.Deferred("unreachable");
    }
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
    line.loseAnswerAfter(0);
  }

  @Override
  public synchronized void fail(FarSideFailure how) {
    line.fail(how);
  }

  @Override
  public synchronized void recover() {
    line.recover();
  }
}
