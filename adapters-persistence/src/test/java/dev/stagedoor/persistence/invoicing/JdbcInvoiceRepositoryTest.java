package dev.stagedoor.persistence.invoicing;

import dev.stagedoor.domain.contract.InvoiceRepositoryContract;
import dev.stagedoor.domain.invoicing.port.InvoiceRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcInvoiceRepositoryTest implements InvoiceRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public InvoiceRepository invoices() {
    return OPEN.ports().invoices();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
