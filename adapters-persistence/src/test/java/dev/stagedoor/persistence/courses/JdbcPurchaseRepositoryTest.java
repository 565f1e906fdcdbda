package dev.stagedoor.persistence.courses;

import dev.stagedoor.domain.contract.CoursesStores;
import dev.stagedoor.domain.contract.PurchaseListsContract;
import dev.stagedoor.domain.contract.PurchaseRepositoryContract;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcPurchaseRepositoryTest implements PurchaseRepositoryContract, PurchaseListsContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public CoursesStores stores() {
    return TestCourses.stores(OPEN);
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
