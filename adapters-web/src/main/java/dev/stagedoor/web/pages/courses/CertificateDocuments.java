package dev.stagedoor.web.pages.courses;

import dev.stagedoor.application.Settings;
import dev.stagedoor.application.courses.CertificateService;
import dev.stagedoor.application.courses.CertificateView;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.courses.CoursesError;
import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.pages.Texts;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Certificates on paper. */
@Controller
@Tag(name = "Courses")
class CertificateDocuments {
  private final CertificateService certificates;
  private final Translations translations;
  private final Settings settings;

  CertificateDocuments(
      CertificateService certificates, Translations translations, Settings settings) {
    this.certificates = certificates;
    this.translations = translations;
    this.settings = settings;
  }

  /**
   * Returns a certificate as a PDF in the reader's language; of one that was revoked there is none.
   */
  @Get(uris = {"/api/course/certificates/{number}/pdf", "/certificates/{number}/pdf"})
  @Produces({"application/pdf", MediaType.ALL})
  HttpResponse<byte[]> pdf(Language language, @PathVariable String number) {
    CertificateView certificate = certificates.get(number);
    if (certificate.revokedAt().isPresent()) {
      throw new DomainException(CoursesError.CERTIFICATE_REVOKED);
    }
    // In a language for which there are no letters here, English is better than no words at all.
    Texts wanted = new Texts(translations, language);
    CertificateFonts fonts = CertificateFonts.all();
    Texts text =
        fonts.canWrite(wanted.say("courses.certificate.has_completed"))
            ? wanted
            : new Texts(translations, Language.EN);
    byte[] document =
        new CertificatePdf(
                text, fonts, certificate, CertificatePages.address(settings, certificate))
            .bytes();
    return HttpResponse.ok(document)
        .contentType(MediaType.of("application/pdf"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"certificate-" + certificate.number() + ".pdf\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
  }
}
