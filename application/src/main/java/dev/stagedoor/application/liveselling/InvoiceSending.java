package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.channels.ChannelProviders;
import dev.stagedoor.application.invoicing.InvoiceService;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.JobHandler;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.liveselling.InvoiceDeliveries.Begun;
import dev.stagedoor.application.liveselling.InvoiceDeliveries.By;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.channels.DirectMessage;
import dev.stagedoor.domain.channels.DirectMessageOutcome;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.liveselling.Delivery;
import dev.stagedoor.domain.liveselling.SendChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings invoices to their buyers. Platforms know no keys, so a try is stored before the platform
 * is asked: whatever breaks off after that may have arrived, and is repeated by nobody but an
 * operator.
 */
final class InvoiceSending {
  private static final String SEND = "send-invoice";
  private static final int MOST_TRIES = 5;

  private final UnitOfWork work;
  private final Outbox outbox;
  private final InvoiceDeliveries deliveries;
  private final ChannelProviders channels;
  private final Clock clock;

  InvoiceSending(
      UnitOfWork work,
      Outbox outbox,
      InvoiceDeliveries deliveries,
      ChannelProviders channels,
      Clock clock) {
    this.work = work;
    this.outbox = outbox;
    this.deliveries = deliveries;
    this.channels = channels;
    this.clock = clock;
  }

  /**
   * Has an invoice sent by itself after the open unit of work; later where the caller is about to.
   */
  void later(InvoiceId invoice, boolean isSentByCaller) {
    Duration headStart = isSentByCaller ? InvoiceService.HEAD_START : Duration.ZERO;
    outbox.add(new Job(SEND, invoice.value(), clock.instant().plus(headStart)));
  }

  JobHandler sending() {
    return new JobHandler(SEND, subject -> byItself(new InvoiceId(subject)));
  }

  JobHandler settling() {
    return new JobHandler(InvoiceDeliveries.SETTLE, this::settle);
  }

  /**
   * Sends an invoice unless that was tried before.
   *
   * @throws NotYet while it cannot be sent and may be later
   */
  void byItself(InvoiceId id) {
    Optional<Delivery> delivery = send(id, By.ITSELF);
    if (delivery.filter(one -> one.status() == Delivery.Status.DEFERRED).isPresent()) {
      throw new NotYet(id + " could not be sent");
    }
  }

  /** Sends an invoice now, again where it was before, and returns what came of it. */
  Delivery now(InvoiceId id) {
    return send(id, By.OPERATOR).orElseThrow();
  }

  private Optional<Delivery> send(InvoiceId id, By who) {
    Optional<Begun> next = work.write(() -> deliveries.begin(id, who, true));
    Optional<Delivery> last = Optional.empty();
    for (int tries = 1; next.isPresent(); tries++) {
      Begun begun = next.get();
      next = Optional.empty();
      if (begun.message().isEmpty()) {
        last = Optional.of(begun.delivery());
      } else {
        DirectMessageOutcome outcome = ask(begun.message().get());
        last = Optional.of(work.write(() -> deliveries.end(begun, outcome)));
        if (tries < MOST_TRIES && isThisCommentClosed(begun.delivery(), outcome)) {
          next = work.write(() -> deliveries.begin(id, who, false));
        }
      }
    }
    return last;
  }

  private DirectMessageOutcome ask(DirectMessage message) {
    return channels.of(message.from().page().provider()).messages().send(message);
  }

  /** After such a refusal there may be another comment, or another way. */
  private static boolean isThisCommentClosed(Delivery tried, DirectMessageOutcome outcome) {
    return tried.channel() == SendChannel.PRIVATE_REPLY
        && outcome instanceof DirectMessageOutcome.Refused refused
        && (refused.why() == Why.ALREADY_REPLIED || refused.why() == Why.WINDOW_CLOSED);
  }

  private void settle(UUID subject) {
    InvoiceId id = new InvoiceId(subject);
    if (!work.write(() -> deliveries.settle(id))) {
      throw new NotYet(id + " is being sent");
    }
  }
}
