package dev.stagedoor.persistence.memorials;

import dev.stagedoor.domain.contract.BookingRepositoryContract;
import dev.stagedoor.domain.memorials.port.BookingRepository;
import dev.stagedoor.persistence.TestPersistence;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcBookingRepositoryTest implements BookingRepositoryContract {
  @RegisterExtension static final TestPersistence OPEN = new TestPersistence();

  @Override
  public BookingRepository bookings() {
    return OPEN.ports().bookings();
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return OPEN.write(work);
  }
}
