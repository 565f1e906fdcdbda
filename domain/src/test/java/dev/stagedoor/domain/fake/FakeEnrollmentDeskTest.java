package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.EnrollmentDeskContract;
import dev.stagedoor.domain.contract.EnrollmentWorld;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import java.time.Clock;

class FakeEnrollmentDeskTest implements EnrollmentDeskContract {
  private final EnrollmentShelf shelf = new EnrollmentShelf(Clock.systemUTC());

  @Override
  public EnrollmentDesk desk() {
    return shelf.desk();
  }

  @Override
  public EnrollmentWorld world() {
    return shelf;
  }
}
