package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.KnownMessageIdsContract;
import dev.stagedoor.domain.contract.MailWorld;
import dev.stagedoor.domain.contract.MessageSenderContract;
import dev.stagedoor.domain.messaging.port.MessageSender;

class FakeMailTest implements MessageSenderContract, KnownMessageIdsContract {
  private final FakeMail mail = new FakeMail();

  @Override
  public MessageSender sender() {
    return mail;
  }

  @Override
  public MailWorld world() {
    return mail;
  }
}
