package dev.stagedoor.domain.courses.port;

import dev.stagedoor.domain.courses.Certificate;
import dev.stagedoor.domain.courses.CertificateNumber;
import dev.stagedoor.domain.courses.EnrollmentId;
import java.util.Optional;

/** Keeps certificates. All methods need an open unit of work. */
public interface CertificateRepository {
  Optional<Certificate> find(CertificateNumber number);

  /** Returns an enrollment's certificate that is not revoked. */
  Optional<Certificate> current(EnrollmentId enrollment);

  /** Inserts or updates. */
  void save(Certificate certificate);
}
