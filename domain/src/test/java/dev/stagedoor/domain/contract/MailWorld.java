package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import java.util.List;

/** The far side of a mail carrier, as a test arranges it and looks at it. */
public interface MailWorld extends FailingFarSide {
  /** Returns what the carrier has taken for a person, the oldest first. */
  List<OutgoingMessage> takenFor(EmailAddress to);

  /** Returns an address the carrier refuses to deliver to. */
  EmailAddress refusedAddress();

  /** Lets the carrier take the next message, and its answer get lost. */
  void loseNextAnswer();
}
