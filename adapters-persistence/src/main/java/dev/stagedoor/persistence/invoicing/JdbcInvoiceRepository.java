package dev.stagedoor.persistence.invoicing;

import dev.stagedoor.domain.invoicing.Invoice;
import dev.stagedoor.domain.invoicing.InvoiceId;
import dev.stagedoor.domain.invoicing.InvoiceStatus;
import dev.stagedoor.domain.invoicing.port.InvoiceRepository;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.persistence.sql.Versions;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@Singleton
@InsideUnitOfWork
class JdbcInvoiceRepository implements InvoiceRepository {
  private final InvoiceRows rows;

  JdbcInvoiceRepository(InvoiceRows rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Invoice> find(InvoiceId id) {
    return rows.findById(id.value()).map(InvoiceRow::toDomain);
  }

  @Override
  public Optional<Invoice> lock(InvoiceId id) {
    return rows.findByIdForUpdate(id.value()).map(InvoiceRow::toDomain);
  }

  @Override
  public Optional<Invoice> findByRef(ProviderRef ref) {
    return rows.findByRefProviderAndRefId(ref.provider().value(), ref.value())
        .map(InvoiceRow::toDomain);
  }

  @Override
  public List<InvoiceId> dueForCheck(Instant now, int limit) {
    return rows.findDueForCheck(now, limit).stream().map(InvoiceId::new).toList();
  }

  @Override
  public void save(Invoice invoice) {
    InvoiceRow row = InvoiceRow.from(invoice);
    Versions.save(row.version(), () -> rows.insert(row) != null, () -> update(invoice, row));
  }

  private void update(Invoice invoice, InvoiceRow row) {
    if (invoice.status() == InvoiceStatus.PAID) {
      rows.giveUpPlace(row.id());
    }
    rows.update(row);
  }
}
