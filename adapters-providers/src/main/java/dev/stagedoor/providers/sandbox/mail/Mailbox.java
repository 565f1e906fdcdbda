package dev.stagedoor.providers.sandbox.mail;

import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.domain.messaging.OutgoingMessage;
import dev.stagedoor.domain.sandbox.port.SandboxMemory;
import dev.stagedoor.providers.sandbox.SandboxLine;
import dev.stagedoor.providers.sandbox.memory.Shelf;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The far side of the mail carrier: nothing leaves it, everything can be read in it. */
public final class Mailbox {
  private static final int LONGEST_LOOK = 1000;

  private final Shelf<StoredMessage> messages;
  private final Clock clock;

  public Mailbox(SandboxMemory memory, Clock clock) {
    this.messages = new Shelf<>(memory, "messages", StoredMessage.class);
    this.clock = clock;
  }

  /** Returns the mail provider over this far side. */
  public MailProvider provider(SandboxLine line) {
    return new MailProvider(SandboxLine.ID, new SandboxMessageSender(this, line));
  }

  /**
   * Returns the newest messages first, of one person or channel where asked for. Looks through the
   * newest 1,000.
   */
  public List<StoredMessage> newest(Optional<String> to, Optional<String> channel, int limit) {
    Optional<String> address = to.map(Mailbox::address);
    return messages.newest(LONGEST_LOOK).stream()
        .filter(message -> address.isEmpty() || message.to().equals(address.get()))
        .filter(message -> channel.isEmpty() || message.channel().equals(channel.get()))
        .limit(limit)
        .toList();
  }

  private static String address(String typed) {
    return typed.strip().toLowerCase(Locale.ROOT);
  }

  public Optional<StoredMessage> find(String id) {
    return messages.find(id);
  }

  /** Takes a message of another channel, which is text only. */
  public void deliver(String id, String channel, String to, String text) {
    messages.add(id, new StoredMessage(id, channel, to, "", text, "", Map.of(), clock.instant()));
  }

  /** Takes a message, once for each id. */
  void take(OutgoingMessage message) {
    String id = message.id().value().toString();
    EmailAddress to = message.to();
    messages.add(
        id,
        new StoredMessage(
            id,
            StoredMessage.MAIL,
            to.value(),
            message.content().subject(),
            message.content().text(),
            message.content().html(),
            message.content().headers(),
            clock.instant()));
  }
}
