package dev.stagedoor.application.courses;

import dev.stagedoor.domain.courses.CertificateNumber;

/** Certificates, for whoever has their number. */
@SuppressWarnings("DoNotCallSuggester")
public final class CertificateService {
  /** Returns a certificate, also one that was revoked. */
  public CertificateView get(CertificateNumber number) {
    throw new UnsupportedOperationException();
  }
}
