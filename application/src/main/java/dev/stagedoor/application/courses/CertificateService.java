package dev.stagedoor.application.courses;

import dev.stagedoor.application.port.UnitOfWork;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.auth.port.AccountRepository;
import dev.stagedoor.domain.courses.Certificate;
import dev.stagedoor.domain.courses.CertificateNumber;
import dev.stagedoor.domain.courses.Course;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.courses.Enrollment;
import dev.stagedoor.domain.courses.EnrollmentId;
import dev.stagedoor.domain.courses.port.CertificateRepository;
import dev.stagedoor.domain.courses.port.CourseRepository;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Tokens;
import java.time.Instant;

/** Certificates, for whoever has their number. */
public final class CertificateService {
  private final UnitOfWork work;
  private final CertificateRepository certificates;
  private final CourseRepository courses;
  private final AccountRepository accounts;
  private final Tokens tokens;

  public CertificateService(
      UnitOfWork work,
      CertificateRepository certificates,
      CourseRepository courses,
      AccountRepository accounts,
      Tokens tokens) {
    this.work = work;
    this.certificates = certificates;
    this.courses = courses;
    this.accounts = accounts;
    this.tokens = tokens;
  }

  /**
   * Returns a certificate, also one that was revoked.
   *
   * @param number as somebody writes it
   * @throws DomainException {@code CERTIFICATE_UNKNOWN}
   */
  public CertificateView get(String number) {
    return work.read(
        () ->
            CertificateNumber.read(number)
                .flatMap(certificates::find)
                .map(CertificateView::of)
                .orElseThrow(() -> new DomainException(CoursesError.CERTIFICATE_UNKNOWN)));
  }

  /** Certifies, in the open unit of work, that a course was completed. */
  void issue(Enrollment enrollment, Instant now) {
    Course course = courses.find(enrollment.course()).orElseThrow(DomainException::notFound);
    certificates.save(
        new Certificate(
            CertificateNumber.of(tokens.next()),
            enrollment.id(),
            course.id(),
            course.title(),
            name(enrollment.student()),
            name(course.teacher()),
            now,
            null));
  }

  private String name(UserId user) {
    return accounts.find(user).orElseThrow(DomainException::notFound).name().display();
  }

  /** Takes, in the open unit of work, the worth from an enrollment's certificate, if it has one. */
  void revoke(EnrollmentId enrollment, Instant now) {
    certificates
        .current(enrollment)
        .map(certificate -> certificate.revoke(now))
        .ifPresent(certificates::save);
  }
}
