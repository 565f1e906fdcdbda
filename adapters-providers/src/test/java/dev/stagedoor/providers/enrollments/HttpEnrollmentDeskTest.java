package dev.stagedoor.providers.enrollments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.contract.EnrollmentDeskContract;
import dev.stagedoor.domain.contract.EnrollmentWorld;
import dev.stagedoor.domain.contract.FailingFarSide;
import dev.stagedoor.domain.contract.FailureClauses;
import dev.stagedoor.domain.contract.FarSideFailure;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.port.EnrollmentDesk;
import dev.stagedoor.domain.fake.MutableClock;
import dev.stagedoor.domain.kernel.ProviderException;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.payments.PaymentId;
import dev.stagedoor.providers.support.HttpLimits;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpEnrollmentDeskTest implements EnrollmentDeskContract {
  private final MutableClock clock = new MutableClock(Instant.parse("2026-08-01T10:00:00Z"));
  private final CourseServiceStub stub = new CourseServiceStub(clock);
  private final EnrollmentDesk patient = open(stub.config(), HttpLimits.DEFAULT);
  private final EnrollmentDesk hasty =
      open(stub.config(), HttpLimits.DEFAULT.withExchange(Duration.ofMillis(300)));

  private EnrollmentDesk open(EnrollmentsConfig config, HttpLimits limits) {
    return Enrollments.open(config, ProviderRuntime.plain().with(clock), limits.withRepeats(0))
        .desk();
  }

  @AfterEach
  void close() {
    stub.close();
  }

  /** Returns the adapter; one that does not wait for long where waiting is in vain. */
  @Override
  public EnrollmentDesk desk() {
    return stub.isSlow() ? hasty : patient;
  }

  @Override
  public EnrollmentWorld world() {
    return stub.shelf();
  }

  @Test
  void everyFailureIsToldByItsKindAndTheCallWorksAgainAfter() {
    UserId student = world().aStudent();
    CourseId course = world().aCourse();
    PaymentId payment = new PaymentId(UUID.randomUUID());
    FailingFarSide recovering =
        new FailingFarSide() {
          @Override
          public void fail(FarSideFailure how) {
            stub.fail(how);
          }

          @Override
          public void recover() {
            stub.recover();
            clock.advance(Duration.ofMinutes(2));
          }
        };

    FailureClauses.eachIsThrown(recovering, () -> desk().complete(student, course, payment));

    assertThat(world().isEnrolled(student, course)).isTrue();
  }

  @Test
  void anotherSecretIsRefusedAsACredential() {
    EnrollmentsConfig config =
        new EnrollmentsConfig(
            stub.baseUrl(), "payment-service", CourseServiceStub.KEY, Secret.of("guessed"));

    assertUnauthorised(open(config, HttpLimits.DEFAULT));
  }

  @Test
  void anAddressWithoutTheRouteIsNoAbsentCourse() {
    EnrollmentsConfig config =
        new EnrollmentsConfig(
            URI.create(stub.baseUrl() + "/elsewhere"),
            "payment-service",
            CourseServiceStub.KEY,
            CourseServiceStub.SECRET);

    assertThatThrownBy(() -> complete(open(config, HttpLimits.DEFAULT)))
        .isInstanceOfSatisfying(
            ProviderException.class,
            refused -> assertThat(refused.kind()).isEqualTo(ProviderException.Kind.REJECTED));
  }

  private void assertUnauthorised(EnrollmentDesk desk) {
    assertThatThrownBy(() -> complete(desk))
        .isInstanceOfSatisfying(
            ProviderException.class,
            refused -> assertThat(refused.kind()).isEqualTo(ProviderException.Kind.UNAUTHORISED));
  }

  private void complete(EnrollmentDesk desk) {
    desk.complete(world().aStudent(), world().aCourse(), new PaymentId(UUID.randomUUID()));
  }
}
