package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceSnapshot;
import dev.stagedoor.domain.invoicing.InvoiceStatus;
import dev.stagedoor.domain.invoicing.port.InvoiceRepository;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.ProviderRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps invoices in memory. */
public final class InMemoryInvoiceRepository implements InvoiceRepository {
  private final InMemoryStore.Table<InvoiceId, InvoiceSnapshot> table;

  public InMemoryInvoiceRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Invoice> find(InvoiceId id) {
    return table.find(id).map(Invoice::restore);
  }

  @Override
  public Optional<Invoice> lock(InvoiceId id) {
    return table.lock(id).map(Invoice::restore);
  }

  @Override
  public Optional<Invoice> findByRef(ProviderRef ref) {
    return all().filter(invoice -> invoice.ref().filter(ref::equals).isPresent()).findFirst();
  }

  @Override
  public List<InvoiceId> dueForCheck(Instant now, int limit) {
    return table
        .rows()
        .filter(row -> row.nextCheckAt() != null && !row.nextCheckAt().isAfter(now))
        .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.nextCheckAt())))
        .limit(limit)
        .map(row -> row.draft().id())
        .toList();
  }

  @Override
  public void save(Invoice invoice) {
    InvoiceSnapshot now = invoice.snapshot();
    if (now.version() == 0 && hasOne(now)) {
      throw new DomainException(CommonError.STALE_VERSION);
    }
    table.put(invoice.id(), next(now), InvoiceSnapshot::version, now.version());
  }

  private boolean hasOne(InvoiceSnapshot added) {
    return table
        .rows()
        .filter(row -> row.draft().subject().equals(added.draft().subject()))
        .filter(row -> customer(row).equals(customer(added)))
        .anyMatch(row -> row.status() != InvoiceStatus.VOID);
  }

  private static String customer(InvoiceSnapshot of) {
    return of.draft().customer().reference();
  }

  public Stream<Invoice> all() {
    return table.rows().map(Invoice::restore);
  }

  private static InvoiceSnapshot next(InvoiceSnapshot of) {
    return new InvoiceSnapshot(
        of.draft(),
        of.status(),
        of.problem(),
        of.ref(),
        of.page(),
        of.unwanted(),
        of.round(),
        of.isDoubtful(),
        of.writingUntil(),
        of.nextCheckAt(),
        of.checks(),
        of.sentAt(),
        of.paidAt(),
        of.createdAt(),
        of.updatedAt(),
        of.version() + 1);
  }
}
