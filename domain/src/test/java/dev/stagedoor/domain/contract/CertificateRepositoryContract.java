package dev.stagedoor.domain.contract;

import static dev.stagedoor.domain.contract.RepositoryContract.assertNeedsUnitOfWork;
import static dev.stagedoor.domain.fixture.CourseSamples.aCertificate;
import static dev.stagedoor.domain.fixture.CourseSamples.aCertificateNumber;
import static dev.stagedoor.domain.fixture.CourseSamples.anEnrollmentId;
import static dev.stagedoor.domain.fixture.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stagedoor.domain.courses.Certificate;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.port.CertificateRepository;
import org.junit.jupiter.api.Test;

/** What every store of certificates must do. */
public interface CertificateRepositoryContract extends CoursesContract {
  private CertificateRepository certificates() {
    return stores().certificates();
  }

  @Test
  default void anUnknownCertificateIsAbsent() {
    issued();

    assertThat(write(() -> certificates().find(aCertificateNumber()))).isEmpty();
    assertThat(write(() -> certificates().current(anEnrollmentId()))).isEmpty();
  }

  @Test
  default void aCertificateComesBackAsItWasSaved() {
    Certificate certificate = issued();

    assertThat(write(() -> certificates().find(certificate.number()))).contains(certificate);
    assertThat(write(() -> certificates().current(certificate.enrollment()))).contains(certificate);
  }

  @Test
  default void oneThatIsRevokedIsFoundButNotCurrentAndTheNextOneIs() {
    Certificate first = issued();
    Certificate revoked = first.revoke(NOW.plusSeconds(5));
    save(revoked);

    assertThat(write(() -> certificates().find(first.number()))).contains(revoked);
    assertThat(write(() -> certificates().current(first.enrollment()))).isEmpty();

    Certificate next = aCertificate(first.enrollment(), first.course());
    save(next);
    assertThat(write(() -> certificates().current(first.enrollment()))).contains(next);
    assertThat(write(() -> certificates().find(first.number()))).contains(revoked);
  }

  @Test
  default void aFailedUnitOfWorkSavesNothing() {
    Certificate certificate = issued();

    assertThatThrownBy(
            () ->
                run(
                    () -> {
                      certificates().save(certificate.revoke(NOW));
                      throw new UnsupportedOperationException("on purpose");
                    }))
        .isInstanceOf(UnsupportedOperationException.class);

    assertThat(write(() -> certificates().find(certificate.number()))).contains(certificate);
  }

  @Test
  default void nothingIsDoneOutsideAUnitOfWork() {
    Certificate certificate = issued();

    assertNeedsUnitOfWork(() -> certificates().find(certificate.number()));
    assertNeedsUnitOfWork(() -> certificates().current(certificate.enrollment()));
    assertNeedsUnitOfWork(() -> certificates().save(certificate));
  }

  private Certificate issued() {
    CourseId course = aCourseOnFile();
    Enrollment enrollment = enroll(course, anAccountOnFile(), place -> place.grantFree(NOW));
    Certificate certificate = aCertificate(enrollment.id(), course);
    save(certificate);
    return certificate;
  }

  private void save(Certificate certificate) {
    run(() -> certificates().save(certificate));
  }
}
