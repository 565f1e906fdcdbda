package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.courses.CertificateService;
import dev.stagedoor.application.courses.CertificateView;
import dev.stagedoor.web.pages.Pages;
import dev.stagedoor.web.pages.Shell;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/** Tells everybody who has the number of a certificate whether it holds. */
@Hidden
@Controller("/certificates/{number}")
@Produces(MediaType.TEXT_HTML)
class CertificatePages {
  private final Pages pages;
  private final CertificateService certificates;
  private final Settings settings;

  CertificatePages(Pages pages, CertificateService certificates, Settings settings) {
    this.pages = pages;
    this.certificates = certificates;
    this.settings = settings;
  }

  @Get
  HttpResponse<String> certificate(Shell shell, @PathVariable String number) {
    CertificateView certificate = certificates.get(number);
    String address = address(settings, certificate);
    return pages.show(
        shell,
        "courses/certificate",
        new CertificatePage(certificate, address, QrCode.of(address)));
  }

  static String address(Settings settings, CertificateView certificate) {
    return settings.link("/certificates/" + certificate.number()).toString();
  }
}
