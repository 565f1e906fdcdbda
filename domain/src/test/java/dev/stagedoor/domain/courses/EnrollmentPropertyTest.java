package dev.stagedoor.domain.courses;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.fixture.Samples;
import dev.stagedoor.domain.payments.PaymentId;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Payments that are heard of in any order, and as often as anybody likes. */
class EnrollmentPropertyTest {
  private record Told(PaymentId payment, boolean isWithdrawn) {}

  @Provide
  Arbitrary<List<Told>> told() {
    return Combinators.combine(Arbitraries.integers().between(1, 3), Arbitraries.of(true, false))
        .as((payment, withdrawn) -> new Told(new PaymentId(new UUID(0, payment)), withdrawn))
        .list()
        .ofMaxSize(12);
  }

  private static Enrollment place() {
    return Enrollment.place(
        new EnrollmentId(new UUID(1, 1)),
        new CourseId(new UUID(1, 2)),
        Samples.aUserId(),
        Samples.NOW);
  }

  private static void tell(Enrollment enrollment, Told told) {
    boolean before = enrollment.isActive();
    boolean changed =
        told.isWithdrawn()
            ? enrollment.withdraw(told.payment(), Samples.NOW)
            : enrollment.grant(told.payment(), Samples.NOW);
    assertThat(changed).isEqualTo(before != enrollment.isActive());
  }

  @Property
  void whoHasPaidAndWasNotPaidBackIsEnrolledWhateverTheOrder(@ForAll("told") List<Told> story) {
    Enrollment enrollment = place();
    Set<PaymentId> good = new LinkedHashSet<>();
    story.stream().filter(told -> !told.isWithdrawn()).map(Told::payment).forEach(good::add);
    story.stream().filter(Told::isWithdrawn).map(Told::payment).forEach(good::remove);

    story.forEach(told -> tell(enrollment, told));

    assertThat(enrollment.isActive()).isEqualTo(!good.isEmpty());
    if (enrollment.isActive()) {
      assertThat(enrollment.payment())
          .hasValueSatisfying(rests -> assertThat(good).contains(rests));
    }
  }

  @Property
  void hearingItAllAgainChangesNothing(@ForAll("told") List<Told> story) {
    Enrollment enrollment = place();
    story.forEach(told -> tell(enrollment, told));
    Enrollment.Snapshot once = enrollment.snapshot();

    story.forEach(told -> tell(enrollment, told));
    story.forEach(told -> tell(enrollment, told));

    assertThat(enrollment.snapshot()).isEqualTo(once);
  }

  @Property
  void whatWasFreeIsNotEndedByAPaymentOfBefore(@ForAll("told") List<Told> story) {
    Enrollment enrollment = place();
    story.forEach(told -> tell(enrollment, told));
    if (enrollment.grantFree(Samples.NOW.plus(Duration.ofDays(1)))) {
      enrollment.snapshot().withdrawn().forEach(paid -> tell(enrollment, new Told(paid, true)));

      assertThat(enrollment.isActive()).isTrue();
      assertThat(enrollment.payment()).isEmpty();
    } else {
      assertThat(enrollment.payment()).isPresent();
    }
  }
}
