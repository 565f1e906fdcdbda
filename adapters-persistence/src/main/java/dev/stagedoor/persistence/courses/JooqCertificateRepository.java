package dev.stagedoor.persistence.courses;

import dev.stagedoor.domain.courses.Certificate;
import dev.stagedoor.domain.courses.CertificateNumber;
import dev.stagedoor.domain.courses.CourseId;
import dev.stagedoor.domain.courses.EnrollmentId;
import dev.stagedoor.domain.courses.port.CertificateRepository;
import dev.stagedoor.persistence.courses.CourseTables.Certificates;
import dev.stagedoor.persistence.tx.InsideUnitOfWork;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

@Singleton
@InsideUnitOfWork
class JooqCertificateRepository implements CertificateRepository {
  private final DSLContext sql;

  JooqCertificateRepository(DSLContext sql) {
    this.sql = sql;
  }

  @Override
  public Optional<Certificate> find(CertificateNumber number) {
    return one(Certificates.NUMBER.eq(number.value()));
  }

  @Override
  public Optional<Certificate> current(EnrollmentId enrollment) {
    return one(
        Certificates.ENROLLMENT_ID.eq(enrollment.value()).and(Certificates.REVOKED_AT.isNull()));
  }

  private Optional<Certificate> one(Condition wanted) {
    return sql.select(
            Certificates.NUMBER,
            Certificates.ENROLLMENT_ID,
            Certificates.COURSE_ID,
            Certificates.COURSE_TITLE,
            Certificates.STUDENT_NAME,
            Certificates.TEACHER_NAME,
            Certificates.ISSUED_AT,
            Certificates.REVOKED_AT)
        .from(Certificates.TABLE)
        .where(wanted)
        .fetchOptional(JooqCertificateRepository::certificate);
  }

  @Override
  public void save(Certificate certificate) {
    sql.insertInto(Certificates.TABLE)
        .set(Certificates.NUMBER, certificate.number().value())
        .set(Certificates.ENROLLMENT_ID, certificate.enrollment().value())
        .set(Certificates.COURSE_ID, certificate.course().value())
        .set(Certificates.COURSE_TITLE, certificate.courseTitle())
        .set(Certificates.STUDENT_NAME, certificate.studentName())
        .set(Certificates.TEACHER_NAME, certificate.teacherName())
        .set(Certificates.ISSUED_AT, certificate.issuedAt())
        .set(Certificates.REVOKED_AT, certificate.revokedAt())
        // The words of the day it was issued stay.
        .onConflict(Certificates.NUMBER)
        .doUpdate()
        .set(Certificates.REVOKED_AT, certificate.revokedAt())
        .execute();
  }

  private static Certificate certificate(Record row) {
    return new Certificate(
        new CertificateNumber(row.get(Certificates.NUMBER)),
        new EnrollmentId(row.get(Certificates.ENROLLMENT_ID)),
        new CourseId(row.get(Certificates.COURSE_ID)),
        row.get(Certificates.COURSE_TITLE),
        row.get(Certificates.STUDENT_NAME),
        row.get(Certificates.TEACHER_NAME),
        row.get(Certificates.ISSUED_AT),
        row.get(Certificates.REVOKED_AT));
  }
}
