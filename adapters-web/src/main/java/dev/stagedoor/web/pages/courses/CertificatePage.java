package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.courses.CertificateView;

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
}
