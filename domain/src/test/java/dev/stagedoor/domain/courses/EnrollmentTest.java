package dev.stagedoor.domain.courses;

import static dev.stagedoor.domain.contract.RepositoryContract.assertRefused;
import static dev.stagedoor.domain.fixture.CourseSamples.aCourseId;
import static dev.stagedoor.domain.fixture.CourseSamples.aPlace;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static dev.stagedoor.domain.fixture.Samples.aPaymentId;
import static dev.stagedoor.domain.fixture.Samples.aUserId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.payments.PaymentId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EnrollmentTest {
  private final Enrollment place = aPlace(aCourseId(), aUserId());
  private final PaymentId payment = aPaymentId();

  @Test
  void aPlaceIsNobodysUntilSomethingIsGranted() {
    assertThat(place.isActive()).isFalse();
    assertThat(place.wasTaken()).isFalse();
    assertRefused(CoursesError.NOT_ENROLLED, place::mustBeActive);
    assertRefused(CoursesError.NOT_ENROLLED, () -> place.learn(Progress.ALL, Duration.ZERO, NOW));
    assertRefused(CoursesError.NOT_ENROLLED, place::reset);
  }

  @Test
  void aPaymentEnrollsOnce() {
    assertThat(place.grant(payment, NOW.plusSeconds(1))).isTrue();
    assertThat(place.grant(payment, NOW.plusSeconds(2))).isFalse();

    assertThat(place.status()).isEqualTo(Enrollment.Status.ACTIVE);
    assertThat(place.payment()).contains(payment);
    assertThat(place.enrolledAt()).isEqualTo(NOW.plusSeconds(1));
    assertThat(place.droppedAt()).isEmpty();
  }

  @Test
  void aPaymentThatWasWithdrawnNeverEnrollsAgain() {
    place.grant(payment, NOW);

    assertThat(place.withdraw(payment, NOW.plusSeconds(1))).isTrue();
    assertThat(place.withdraw(payment, NOW.plusSeconds(2))).isFalse();
    assertThat(place.grant(payment, NOW.plusSeconds(3))).isFalse();

    assertThat(place.status()).isEqualTo(Enrollment.Status.DROPPED);
    assertThat(place.droppedAt()).contains(NOW.plusSeconds(1));
    assertThat(place.wasTaken()).isTrue();
  }

  @Test
  void aPaymentThatIsWithdrawnBeforeItWasGrantedEnrollsNobody() {
    assertThat(place.withdraw(payment, NOW)).isFalse();
    assertThat(place.grant(payment, NOW)).isFalse();

    assertThat(place.isActive()).isFalse();
    assertThat(place.wasTaken()).isFalse();
  }

  @Test
  void aLateRepeatOfAnOlderPaymentDoesNotLetItEndWhatANewerOnePaidFor() {
    PaymentId newer = aPaymentId();
    place.grant(payment, NOW);
    place.grant(newer, NOW);
    place.grant(payment, NOW);

    assertThat(place.withdraw(payment, NOW)).isFalse();

    assertThat(place.isActive()).isTrue();
    assertThat(place.payment()).contains(newer);
    assertThat(place.withdraw(newer, NOW)).isTrue();
  }

  @Test
  void aRepeatedWithdrawalDoesNotEndWhatIsFreeByNow() {
    place.grant(payment, NOW);
    place.withdraw(payment, NOW);
    assertThat(place.grantFree(NOW)).isTrue();
    assertThat(place.grantFree(NOW)).isFalse();

    assertThat(place.withdraw(payment, NOW)).isFalse();

    assertThat(place.isActive()).isTrue();
    assertThat(place.payment()).isEmpty();
  }

  @Test
  void whatIsFreeDoesNotEndWithAPaymentThatCameAllTheSame() {
    place.grantFree(NOW);
    assertThat(place.grant(payment, NOW)).isFalse();

    assertThat(place.withdraw(payment, NOW)).isFalse();

    assertThat(place.isActive()).isTrue();
    assertThat(place.payment()).isEmpty();
    assertThat(place.reinstate(payment, NOW)).isFalse();
    assertThat(place.withdraw(payment, NOW)).isFalse();
    assertThat(place.isActive()).isTrue();
  }

  @Test
  void progressNeverGoesBack() {
    place.grantFree(NOW);

    assertThat(place.learn(new Progress(5_000), Duration.ofMinutes(9), NOW)).isFalse();
    assertThat(place.learn(new Progress(1_000), Duration.ofMinutes(5), NOW)).isFalse();

    assertThat(place.progress()).isEqualTo(new Progress(5_000));
    assertThat(place.watched()).isEqualTo(Duration.ofMinutes(9));
  }

  @Test
  void aCourseIsCompletedOnceEvenIfItIsWatchedAgain() {
    place.grantFree(NOW);

    assertThat(place.learn(Progress.ALL, Duration.ofHours(1), NOW.plusSeconds(1))).isTrue();
    assertThat(place.learn(Progress.ALL, Duration.ofHours(1), NOW.plusSeconds(2))).isFalse();
    place.reset();
    assertThat(place.progress()).isEqualTo(Progress.NONE);
    assertThat(place.learn(Progress.ALL, Duration.ofHours(2), NOW.plusSeconds(3))).isFalse();

    assertThat(place.status()).isEqualTo(Enrollment.Status.COMPLETED);
    assertThat(place.completedAt()).contains(NOW.plusSeconds(1));
  }

  @Test
  void whoWasDroppedBeginsAnew() {
    place.grant(payment, NOW);
    place.learn(Progress.ALL, Duration.ofHours(1), NOW);
    place.withdraw(payment, NOW.plusSeconds(1));

    assertThat(place.grant(aPaymentId(), NOW.plusSeconds(2))).isTrue();

    assertThat(place.status()).isEqualTo(Enrollment.Status.ACTIVE);
    assertThat(place.progress()).isEqualTo(Progress.NONE);
    assertThat(place.watched()).isZero();
    assertThat(place.completedAt()).isEmpty();
    assertThat(place.droppedAt()).isEmpty();
    assertThat(place.enrolledAt()).isEqualTo(NOW.plusSeconds(2));
  }
}
