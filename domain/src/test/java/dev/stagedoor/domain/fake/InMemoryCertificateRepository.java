package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.courses.Certificate;
import dev.stagedoor.domain.courses.CertificateNumber;
import dev.stagedoor.domain.courses.EnrollmentId;
import dev.stagedoor.domain.courses.port.CertificateRepository;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps certificates in memory. */
public final class InMemoryCertificateRepository implements CertificateRepository {
  private final InMemoryStore.Table<CertificateNumber, Certificate> table;

  public InMemoryCertificateRepository(InMemoryStore store) {
    table = store.table();
  }

  @Override
  public Optional<Certificate> find(CertificateNumber number) {
    return table.find(number);
  }

  @Override
  public Optional<Certificate> current(EnrollmentId enrollment) {
    return table
        .rows()
        .filter(one -> one.enrollment().equals(enrollment) && !one.isRevoked())
        .findFirst();
  }

  @Override
  public void save(Certificate certificate) {
    table.put(certificate.number(), certificate);
  }

  public Stream<Certificate> all() {
    return table.rows();
  }
}
