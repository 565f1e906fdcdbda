package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.jobs.NotYet;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.channels.Channel;
import dev.stagedoor.domain.channels.DirectMessage;
import dev.stagedoor.domain.channels.DirectMessageOutcome;
import dev.stagedoor.domain.channels.DirectMessageOutcome.Why;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceStatus;
import dev.stagedoor.domain.invoicing.port.InvoiceRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Ids;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.liveselling.Contact;
import dev.stagedoor.domain.liveselling.Delivery;
import dev.stagedoor.domain.liveselling.DeliveryId;
import dev.stagedoor.domain.liveselling.LiveSellingError;
import dev.stagedoor.domain.liveselling.SendPolicy;
import dev.stagedoor.domain.liveselling.SendReason;
import dev.stagedoor.domain.liveselling.Show;
import dev.stagedoor.domain.liveselling.WorkspaceId;
import dev.stagedoor.domain.liveselling.port.ContactRepository;
import dev.stagedoor.domain.liveselling.port.DeliveryRepository;
import dev.stagedoor.domain.liveselling.port.ShowRepository;
import dev.stagedoor.domain.messaging.MessageId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the tries to bring an invoice to its buyer, in the open unit of work: what is begun before
 * the platform is asked, and what came of it.
 */
final class InvoiceDeliveries {
  /** Ends tries whose answer was lost. */
  static final String SETTLE = "settle-delivery";

  /** How long a platform has to answer before its answer counts as lost. */
  static final Duration LEASE = Duration.ofMinutes(2);

  private final Outbox outbox;
  private final InvoiceRepository invoices;
  private final ShowRepository shows;
  private final DeliveryRepository deliveries;
  private final ContactRepository contacts;
  private final SendFacts facts;
  private final Announcements announcements;
  private final InvoiceNews news;
  private final Clock clock;
  private final Ids ids;

  InvoiceDeliveries(
      Outbox outbox,
      InvoiceRepository invoices,
      ShowRepository shows,
      DeliveryRepository deliveries,
      ContactRepository contacts,
      SendFacts facts,
      Announcements announcements,
      InvoiceNews news,
      Clock clock,
      Ids ids) {
    this.outbox = outbox;
    this.invoices = invoices;
    this.shows = shows;
    this.deliveries = deliveries;
    this.contacts = contacts;
    this.facts = facts;
    this.announcements = announcements;
    this.news = news;
    this.clock = clock;
    this.ids = ids;
  }

  /** A try, and what to send where it is not the operator's to do. */
  record Begun(Show show, String buyer, Delivery delivery, Optional<DirectMessage> message) {}

  /** Who decides: an operator, at once; or we, who can wait. */
  enum By {
    OPERATOR,
    ITSELF
  }

  /**
   * Begins a try; empty when there is nothing to be sent.
   *
   * @param isFirst whether this is the first of the tries in a row
   * @throws NotYet while it cannot be sent by itself and may be later
   * @throws DomainException {@code INVOICE_STATUS} when there is nothing an operator could send
   */
  Optional<Begun> begin(InvoiceId id, By who, boolean isFirst) {
    Invoice invoice = invoices.lock(id).orElseThrow(DomainException::notFound);
    if (who == By.OPERATOR) {
      mustBeSendable(invoice);
    } else if (isFirst && !isToBeSent(invoice)) {
      return Optional.empty();
    }
    Show show =
        Show.of(invoice.subject()).flatMap(shows::find).orElseThrow(DomainException::notFound);
    String buyer = invoice.customer().reference();
    Optional<Delivery> underWay = deliveries.of(id).stream().findFirst().filter(this::isUnderWay);
    if (underWay.isPresent()) {
      return Optional.of(new Begun(show, buyer, underWay.get(), Optional.empty()));
    }
    Optional<Channel> page = facts.lockPage(show.workspace());
    SendPolicy.Choice choice =
        SendPolicy.choose(facts.gather(show, invoice, page), clock.instant());
    if (who == By.ITSELF && choice.reason() == SendReason.RATE_CAP) {
      throw new NotYet(id + " waits until the page may send again");
    }
    Optional<DirectMessage> message = Optional.empty();
    DeliveryId delivery = new DeliveryId(ids.next());
    if (choice.to().isPresent()) {
      message =
          Optional.of(
              new DirectMessage(
                  new MessageId(delivery.value()),
                  page.orElseThrow(),
                  choice.to().get(),
                  facts.text(show, invoice)));
      outbox.add(new Job(SETTLE, id.value(), clock.instant().plus(LEASE)));
    }
    Delivery begun =
        new Delivery(
            delivery,
            id,
            choice.channel(),
            choice.reason(),
            message.map(sent -> sent.from().page()),
            choice.to(),
            message.isPresent() ? Delivery.Status.BEGUN : Delivery.Status.MANUAL,
            "",
            clock.instant());
    deliveries.save(begun);
    if (message.isEmpty()) {
      news.updated(show.id(), id);
    }
    return Optional.of(new Begun(show, buyer, begun, message));
  }

  /** Whoever asks again while the platform is being asked is told of that, and sends nothing. */
  private boolean isUnderWay(Delivery last) {
    return last.status() == Delivery.Status.BEGUN
        && clock.instant().isBefore(last.at().plus(LEASE));
  }

  private static void mustBeSendable(Invoice invoice) {
    boolean isUnwritten = !invoice.isWritten();
    if (invoice.status().isOver() || isUnwritten) {
      throw new DomainException(
          LiveSellingError.INVOICE_STATUS, Map.of("status", invoice.status().code()));
    }
  }

  /** What was tried, by whomever, is not tried again by itself, unless it was surely not sent. */
  private boolean isToBeSent(Invoice invoice) {
    boolean isWaiting = invoice.status() == InvoiceStatus.DRAFT && invoice.sentAt().isEmpty();
    if (!isWaiting) {
      return false;
    }
    if (!invoice.isWritten()) {
      throw new NotYet(invoice.id() + " is not written yet");
    }
    Optional<Delivery> last = deliveries.of(invoice.id()).stream().findFirst();
    if (last.filter(one -> one.status() == Delivery.Status.BEGUN).isPresent()) {
      throw new NotYet(invoice.id() + " is being sent");
    }
    return last.isEmpty() || last.get().status() == Delivery.Status.DEFERRED;
  }

  /** Stores what came of a try. */
  Delivery end(Begun begun, DirectMessageOutcome outcome) {
    Delivery tried = begun.delivery();
    Delivery ended =
        outcome.match(
            new DirectMessageOutcome.Cases<>() {
              @Override
              public Delivery delivered(DirectMessageOutcome.Delivered delivered) {
                return tried.ended(Delivery.Status.DELIVERED, tried.reason(), "");
              }

              @Override
              public Delivery refused(DirectMessageOutcome.Refused refused) {
                return tried.ended(
                    isThePagesFault(refused.why())
                        ? Delivery.Status.DEFERRED
                        : Delivery.Status.REFUSED,
                    SendReason.REFUSED,
                    refused.providerCode());
              }

              @Override
              public Delivery deferred(DirectMessageOutcome.Deferred deferred) {
                return tried.ended(Delivery.Status.DEFERRED, SendReason.PLATFORM_AWAY, "");
              }

              @Override
              public Delivery unknown(DirectMessageOutcome.Unknown unknown) {
                return tried.ended(Delivery.Status.UNKNOWN, SendReason.MAY_HAVE_ARRIVED, "");
              }
            });
    Invoice invoice = invoices.lock(tried.invoice()).orElseThrow(DomainException::notFound);
    deliveries.save(ended);
    if (outcome instanceof DirectMessageOutcome.Delivered delivered) {
      delivered
          .person()
          .ifPresent(person -> remember(begun.show().workspace(), person, begun.buyer()));
      List<Announcement> moved = invoice.sent(clock.instant());
      invoices.save(invoice);
      announcements.announce(moved);
    } else if (outcome instanceof DirectMessageOutcome.Refused refused) {
      begun
          .message()
          .ifPresent(
              message -> facts.refused(begun.show().workspace(), message.from(), refused.why()));
    }
    news.updated(begun.show().id(), tried.invoice());
    return ended;
  }

  /** The comment is as good as before: with another token, or later, it can be answered. */
  private static boolean isThePagesFault(Why why) {
    return switch (why) {
      case DISCONNECTED, NOT_PERMITTED, BLOCKED -> true;
      case ALREADY_REPLIED, WINDOW_CLOSED, UNREACHABLE, OTHER -> false;
    };
  }

  private void remember(WorkspaceId workspace, ProviderRef person, String buyer) {
    Contact known =
        contacts
            .find(workspace, person)
            .orElseGet(() -> new Contact(workspace, person, Optional.empty(), Optional.empty()));
    contacts.save(known.is(buyer));
  }

  /** Ends tries whose answers were lost with whoever asked; tells whether that is all of them. */
  boolean settle(InvoiceId id) {
    Invoice invoice = invoices.lock(id).orElseThrow(DomainException::notFound);
    List<Delivery> open =
        deliveries.of(id).stream().filter(one -> one.status() == Delivery.Status.BEGUN).toList();
    List<Delivery> lost = open.stream().filter(one -> !isUnderWay(one)).toList();
    lost.forEach(
        one ->
            deliveries.save(one.ended(Delivery.Status.UNKNOWN, SendReason.MAY_HAVE_ARRIVED, "")));
    if (!lost.isEmpty()) {
      Show.of(invoice.subject()).ifPresent(show -> news.updated(show, id));
    }
    return lost.size() == open.size();
  }
}
