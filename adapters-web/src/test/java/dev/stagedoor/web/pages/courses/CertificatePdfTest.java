package dev.stagedoor.web.pages.courses;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import dev.stagedoor.application.courses.CertificateView;
import dev.stagedoor.application.language.Translations;
import dev.stagedoor.domain.kernel.Language;
import dev.stagedoor.web.pages.Texts;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatePdfTest {
  private static final String ADDRESS = "https://example.org/certificates/0000-0000-0000";

  private static final Translations TRANSLATIONS = new Translations();

  private static byte[] pdf(CertificateFonts fonts, Language language, String name, String title) {
    return new CertificatePdf(
            new Texts(TRANSLATIONS, language),
            fonts,
            new CertificateView(
                "0000-0000-0000",
                new UUID(0, 1),
                title,
                name,
                "Emma Noether",
                Instant.parse("2025-06-01T10:12:00Z"),
                Optional.empty()),
            ADDRESS)
        .bytes();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void isOneSheetInEveryLanguage(Language language) throws IOException {
    PdfReader document =
        new PdfReader(pdf(CertificateFonts.all(), language, "Ada Lovelace", "Engines"));

    assertThat(document.getNumberOfPages()).isEqualTo(1);
    assertThat(document.getInfo().get("Title")).contains("Ada Lovelace").contains("Engines");
    assertThat(document.getCatalog().get(PdfName.LANG)).hasToString(language.code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Zoë Šťastná", "Ελένη Παπαδοπούλου", "Владимир Шостакович", "Nguyễn Thị"})
  void lettersOfEuropeAreWrittenByWhatComesWithTheProgram(String name) {
    assertThat(CertificateFonts.bundledOnly().canWrite(name)).isTrue();
  }

  @Test
  void whatCannotBeWrittenSaysWhereItCanBeRead() throws IOException {
    CertificateFonts fonts = CertificateFonts.bundledOnly();
    assertThat(fonts.canWrite("山田太郎")).isFalse();

    byte[] unwritten = pdf(fonts, Language.EN, "山田太郎", "Engines");
    byte[] other = pdf(fonts, Language.EN, "鈴木花子", "Engines");

    // The same words stand in the place of either name.
    assertThat(new PdfReader(unwritten).getPageContent(1))
        .isEqualTo(new PdfReader(other).getPageContent(1));
    assertThat(new PdfReader(pdf(fonts, Language.EN, "Ada", "Engines")).getPageContent(1))
        .isNotEqualTo(new PdfReader(other).getPageContent(1));
  }

  @Test
  void aTitleAsLongAsTitlesGetStaysOnTheSheet() throws IOException {
    byte[] long200 = pdf(CertificateFonts.all(), Language.EN, "W".repeat(200), "W ".repeat(100));

    assertThat(new PdfReader(long200).getNumberOfPages()).isEqualTo(1);
  }
}
