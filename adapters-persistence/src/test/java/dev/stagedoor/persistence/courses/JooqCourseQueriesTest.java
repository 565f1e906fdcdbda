package dev.stagedoor.persistence.courses;

import dev.stagedoor.application.contract.CourseQueriesContract;
import dev.stagedoor.application.port.CourseQueries;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.contract.CoursesStores;
import dev.stagedoor.domain.payments.port.PaymentRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JooqCourseQueriesTest implements CourseQueriesContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public CourseQueries queries() {
    return OPEN.ports().courses().queries();
  }

  @Override
  public CoursesStores stores() {
    return TestCourses.stores(OPEN);
  }

  @Override
  public AccountRepository accounts() {
    return OPEN.ports().accounts();
  }

  @Override
  public PaymentRepository payments() {
    return OPEN.ports().payments();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
