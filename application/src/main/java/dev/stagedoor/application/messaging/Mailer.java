package dev.stagedoor.application.messaging;

import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.kernel.EmailAddress;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.domain.messaging.DeliveryOutcome;
import dev.stagedoor.domain.messaging.MailProvider;
import dev.stagedoor.domain.messaging.Message;
import dev.stagedoor.domain.messaging.MessageContent;
import dev.stagedoor.domain.messaging.MessageId;
import dev.stagedoor.domain.messaging.port.MessageRepository;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Writes mails, stores them, and sends each in a job of its own, unless its reader unsubscribed
 * from its kind meanwhile.
 */
public final class Mailer {
  private static final String SEND = "send-mail";

  private final UnitOfWork work;
  private final Outbox outbox;
  private final MessageRepository messages;
  private final MailProvider provider;
  private final MailWriter writer;
  private final Predicate<URI> wanted;
  private final Clock clock;
  private final Ids ids;

  /**
   * @param wanted tells by the link to unsubscribe in a mail, in an open unit of work, whether its
   *     reader still wants it
   */
  public Mailer(
      UnitOfWork work,
      Outbox outbox,
      MessageRepository messages,
      MailProvider provider,
      Translations translations,
      Predicate<URI> wanted,
      Clock clock,
      Ids ids) {
    this.work = work;
    this.outbox = outbox;
    this.messages = messages;
    this.provider = provider;
    this.writer = new MailWriter(translations);
    this.wanted = wanted;
    this.clock = clock;
    this.ids = ids;
  }

  /** Stores a mail in the open unit of work; it is sent after that commits. */
  public void send(EmailAddress to, Language language, Mail mail) {
    queue(to, writer.write(mail, language));
  }

  /** Does the same with a mail whose words are given. */
  public void send(EmailAddress to, Language language, WrittenMail mail) {
    queue(to, written(language, mail));
  }

  /** Returns what a mail whose words are given looks like, and sends nothing. */
  public MessageContent written(Language language, WrittenMail mail) {
    return writer.write(mail, language);
  }

  private void queue(EmailAddress to, MessageContent content) {
    MessageId id = new MessageId(ids.next());
    messages.save(Message.queue(id, to, content, clock.instant()));
    outbox.add(new Job(SEND, id.value(), clock.instant()));
  }

  public JobHandler handler() {
    return new JobHandler(SEND, this::deliver);
  }

  private void deliver(UUID subject) {
    MessageId id = new MessageId(subject);
    Optional<Message> begun =
        work.write(
            () ->
                messages
                    .lock(id)
                    .filter(message -> !message.isDone())
                    .map(this::begun)
                    .filter(message -> !message.isDone()));
    begun.ifPresent(message -> handOver(id, message));
  }

  private Message begun(Message message) {
    boolean isUnwanted = message.content().unsubscribe().filter(Predicate.not(wanted)).isPresent();
    Message next = isUnwanted ? message.unwanted() : message.attempt();
    messages.save(next);
    return next;
  }

  private void handOver(MessageId id, Message message) {
    DeliveryOutcome outcome = provider.sender().send(message.outgoing());
    Message learned =
        work.write(
            () -> {
              Message known = messages.lock(id).orElseThrow();
              Message next = known.learned(outcome, clock.instant());
              messages.save(next);
              return next;
            });
    if (!learned.isDone()) {
      throw new NotYet("mail " + id + ": " + learned.lastError().orElse("not sent"));
    }
  }
}
