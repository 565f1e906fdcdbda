package dev.stagedoor.persistence.payments;

import dev.stagedoor.domain.contract.PaymentListsContract;
import dev.stagedoor.domain.contract.PaymentRepositoryContract;
import dev.stagedoor.domain.payments.port.PaymentLists;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcPaymentRepositoryTest implements PaymentRepositoryContract, PaymentListsContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public PaymentRepository payments() {
    return OPEN.ports().payments();
  }

  @Override
  public PaymentLists lists() {
    return OPEN.ports().paymentLists();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
