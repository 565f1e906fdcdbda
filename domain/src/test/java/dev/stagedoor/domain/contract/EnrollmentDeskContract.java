package dev.stagedoor.domain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.kernel.CommonError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.payments.PaymentId;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every {@link EnrollmentDesk} does. */
public interface EnrollmentDeskContract {
  EnrollmentDesk desk();

  EnrollmentWorld world();

  private static PaymentId aPayment() {
    return new PaymentId(UUID.randomUUID());
  }

  @Test
  default void whoHasPaidIsEnrolledHoweverOftenItIsAsked() {
    UserId student = world().aStudent();
    CourseId course = world().aCourse();
    PaymentId payment = aPayment();

    desk().complete(student, course, payment);
    desk().complete(student, course, payment);

    assertThat(world().isEnrolled(student, course)).isTrue();
    assertThat(world().isEnrolled(world().aStudent(), course)).isFalse();
    assertThat(world().isEnrolled(student, world().aCourse())).isFalse();
  }

  @Test
  default void whoseMoneyWentBackIsDroppedAndStaysSo() {
    UserId student = world().aStudent();
    CourseId course = world().aCourse();
    PaymentId payment = aPayment();
    desk().complete(student, course, payment);

    desk().drop(student, course, payment);
    desk().drop(student, course, payment);
    desk().complete(student, course, payment);

    assertThat(world().isEnrolled(student, course)).isFalse();
  }

  @Test
  default void whatIsDroppedBeforeItIsCompletedNeverEnrolls() {
    UserId student = world().aStudent();
    CourseId course = world().aCourse();
    PaymentId payment = aPayment();

    desk().drop(student, course, payment);
    desk().complete(student, course, payment);

    assertThat(world().isEnrolled(student, course)).isFalse();
  }

  @Test
  default void anotherPaymentEnrollsAgain() {
    UserId student = world().aStudent();
    CourseId course = world().aCourse();
    PaymentId first = aPayment();
    desk().complete(student, course, first);
    desk().drop(student, course, first);

    desk().complete(student, course, aPayment());
    desk().drop(student, course, first);

    assertThat(world().isEnrolled(student, course)).isTrue();
  }

  @Test
  default void whoseMoneyDidNotGoBackAfterAllIsEnrolledAgain() {
    UserId student = world().aStudent();
    CourseId course = world().aCourse();
    PaymentId payment = aPayment();
    desk().complete(student, course, payment);
    desk().drop(student, course, payment);

    desk().reinstate(student, course, payment);
    desk().reinstate(student, course, payment);
    assertThat(world().isEnrolled(student, course)).isTrue();

    desk().drop(student, course, payment);
    assertThat(world().isEnrolled(student, course)).isFalse();
  }

  @Test
  default void whatWasNeverDroppedIsCompletedByReinstatingIt() {
    UserId student = world().aStudent();
    CourseId course = world().aCourse();

    desk().reinstate(student, course, aPayment());

    assertThat(world().isEnrolled(student, course)).isTrue();
  }

  @Test
  default void aCourseThatIsNotThereIsNotFound() {
    UserId student = world().aStudent();
    CourseId none = new CourseId(UUID.randomUUID());

    assertNotFound(() -> desk().complete(student, none, aPayment()));
    assertNotFound(() -> desk().drop(student, none, aPayment()));
    assertNotFound(() -> desk().reinstate(student, none, aPayment()));
  }

  private static void assertNotFound(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            DomainException.class,
            refused -> assertThat(refused.code()).isEqualTo(CommonError.NOT_FOUND));
  }
}
