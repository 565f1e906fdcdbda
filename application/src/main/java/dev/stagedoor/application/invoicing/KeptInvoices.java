package dev.stagedoor.application.invoicing;

import dev.stagedoor.application.announcements.Announcements;
import dev.stagedoor.application.jobs.Job;
import dev.stagedoor.application.port.Outbox;
import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.announcements.Announcement;
import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.port.InvoiceRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads and changes invoices, each in a unit of work of its own unless one is open. What a change
 * shows to be unwanted at the provider is taken back after it.
 */
final class KeptInvoices {
  private final UnitOfWork work;
  private final Outbox outbox;
  private final InvoiceRepository invoices;
  private final Announcements announcements;
  private final Clock clock;

  KeptInvoices(
      UnitOfWork work,
      Outbox outbox,
      InvoiceRepository invoices,
      Announcements announcements,
      Clock clock) {
    this.work = work;
    this.outbox = outbox;
    this.invoices = invoices;
    this.announcements = announcements;
    this.clock = clock;
  }

  Invoice find(InvoiceId id) {
    return work.read(() -> invoices.find(id).orElseThrow(DomainException::notFound));
  }

  /** Changes an invoice under its lock, and announces what is new. */
  Invoice change(InvoiceId id, Function<Invoice, List<Announcement>> change) {
    return work.write(
        () -> {
          Invoice invoice = lock(id);
          Set<ProviderRef> before = invoice.unwanted();
          save(invoice, change.apply(invoice));
          if (!before.containsAll(invoice.unwanted())) {
            outbox.add(new Job(UnwantedInvoices.TAKE_BACK, id.value(), clock.instant()));
          }
          return invoice;
        });
  }

  /**
   * Changes an invoice under its lock, unless there is nothing to be done; tells whether it did.
   */
  boolean changeIf(InvoiceId id, Function<Invoice, Optional<List<Announcement>>> change) {
    return work.write(
        () -> {
          Invoice invoice = lock(id);
          Optional<List<Announcement>> news = change.apply(invoice);
          news.ifPresent(found -> save(invoice, found));
          return news.isPresent();
        });
  }

  /** Does what nobody else need know of under the lock of an invoice. */
  <T> Optional<T> quietly(InvoiceId id, Function<Invoice, Optional<T>> change) {
    return work.write(
        () -> {
          Invoice invoice = lock(id);
          Optional<T> done = change.apply(invoice);
          if (done.isPresent()) {
            invoices.save(invoice);
          }
          return done;
        });
  }

  private Invoice lock(InvoiceId id) {
    return invoices.lock(id).orElseThrow(DomainException::notFound);
  }

  private void save(Invoice invoice, List<Announcement> news) {
    invoices.save(invoice);
    announcements.announce(news);
  }

  void add(Invoice invoice) {
    invoices.save(invoice);
  }
}
