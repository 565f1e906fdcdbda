package dev.stagedoor.web.courses;

import dev.stagedoor.application.courses.CertificateService;
import dev.stagedoor.web.json.DataResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Certificates, for whoever has their number. */
@Controller
@Tag(name = "Courses")
class CertificateController {
  private final CertificateService certificates;

  CertificateController(CertificateService certificates) {
    this.certificates = certificates;
  }

  /** Tells what a certificate says, and whether it is valid. */
  @Get("/api/course/certificates/{number}")
  DataResponse<CertificateResponse> get(String number) {
    return DataResponse.of(CertificateResponse.from(certificates.get(number)));
  }
}
