package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CertificateView;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a certificate says, and whether it holds.
 *
 * @param address where this page is, for who reads it on paper
 * @param code the address as a QR code
 */
public record CertificatePage(CertificateView certificate, String address, QrCode code) {
  public boolean isValid() {
    return certificate.revokedAt().isEmpty();
  }

  /** Returns the day it was issued: people's certificates name no hour. */
  public LocalDate issuedOn() {
    return dayOf(certificate);
  }

  static LocalDate dayOf(CertificateView certificate) {
    return LocalDate.ofInstant(certificate.issuedAt(), ZoneOffset.UTC);
  }
}
