package dev.stagedoor.application.courses;

import dev.stagedoor.application.port.Monitoring;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.domain.services.ServiceId;
import java.time.Duration;

/** An enrollment desk at a service of its own, with how long it takes to answer. */
public final class MeasuredDesk implements EnrollmentDesk {
  private static final ServiceId SERVICE = new ServiceId("course-service");

  private final EnrollmentDesk desk;
  private final Monitoring monitoring;

  public MeasuredDesk(EnrollmentDesk desk, Monitoring monitoring) {
    this.desk = desk;
    this.monitoring = monitoring;
  }

  @Override
  public void complete(UserId student, CourseId course, PaymentId payment) {
    measure(() -> desk.complete(student, course, payment));
  }

  @Override
  public void drop(UserId student, CourseId course, PaymentId payment) {
    measure(() -> desk.drop(student, course, payment));
  }

  @Override
  public void reinstate(UserId student, CourseId course, PaymentId payment) {
    measure(() -> desk.reinstate(student, course, payment));
  }

  private void measure(Runnable call) {
    long started = System.nanoTime();
    boolean answered = false;
    try {
      call.run();
      answered = true;
    } catch (DomainException refused) {
      answered = true;
      throw refused;
    } finally {
      monitoring.serviceCalled(SERVICE, answered, Duration.ofNanos(System.nanoTime() - started));
    }
  }
}
