package dev.stagedoor.web.pages.courses;

import com.google.zxing.common.BitMatrix;
import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import dev.stagedoor.application.courses.CertificateView;
import dev.stagedoor.web.pages.Texts;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextLayout;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate on one sheet of A4.
 *
 * <p>Letters are drawn as shapes that Java has set, so that Arabic joins and runs from the right
 * and Devanagari is ordered as it is read; a reader's own fonts do not matter. What no font at hand
 * can write is never shown as boxes: its place says where it can be read.
 */
final class CertificatePdf {
  private static final Color INK = new Color(0x29241f);
  private static final Color SOFT = new Color(0x665d52);
  private static final Color ACCENT = new Color(0x2f5747);
  private static final float MARGIN = 36;
  private static final float CODE = 92;
  private static final int LINES = 2;
  private static final float SMALLEST = 9;

  private final Texts text;
  private final CertificateFonts fonts;
  private final CertificateView certificate;
  private final String address;
  private final float width = PageSize.A4.getHeight();
  private final float height = PageSize.A4.getWidth();

  CertificatePdf(Texts text, CertificateFonts fonts, CertificateView certificate, String address) {
    this.text = text;
    this.fonts = fonts;
    this.certificate = certificate;
    this.address = address;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Document document = new Document(new Rectangle(width, height));
    PdfWriter writer = PdfWriter.getInstance(document, out);
    document.addTitle(
        text.say("courses.certificate.title")
            + " · "
            + certificate.studentName()
            + " · "
            + certificate.courseTitle());
    document.addAuthor(certificate.teacherName());
    document.addSubject(certificate.number() + " " + address);
    document.open();
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString(text.code()));
    Graphics2D sheet = writer.getDirectContent().createGraphicsShapes(width, height);
    draw(sheet);
    sheet.dispose();
    writer
        .getDirectContent()
        .setAction(
            new PdfAction(address),
            codeLeft(),
            codeBottom(),
            codeLeft() + CODE,
            codeBottom() + CODE);
    document.close();
    return out.toByteArray();
  }

  private float codeLeft() {
    return width - 2 * MARGIN - CODE;
  }

  private float codeBottom() {
    return 2 * MARGIN;
  }

  private void draw(Graphics2D sheet) {
    sheet.setColor(ACCENT);
    sheet.setStroke(new BasicStroke(1.4f));
    sheet.draw(new Rectangle2D.Float(MARGIN, MARGIN, width - 2 * MARGIN, height - 2 * MARGIN));
    float y = 118;
    y = centred(sheet, text.say("courses.certificate.title"), 40, ACCENT, y);
    y = centred(sheet, readable(certificate.studentName()), 34, INK, y + 34);
    y = centred(sheet, text.say("courses.certificate.has_completed"), 15, SOFT, y + 18);
    y = centred(sheet, readable(certificate.courseTitle()), 25, INK, y + 22);
    y =
        centred(
            sheet,
            text.say("courses.certificate.taught_by") + " " + readable(certificate.teacherName()),
            14,
            SOFT,
            y + 18);
    centred(sheet, day(), 14, SOFT, y + 10);
    code(sheet);
    float left = 2 * MARGIN;
    float bottom = height - 2 * MARGIN;
    line(sheet, text.say("courses.certificate.check"), 10, left, bottom - 32);
    line(sheet, address, 10, left, bottom - 17);
    line(
        sheet,
        text.say("courses.certificate.number") + " " + certificate.number(),
        10,
        left,
        bottom - 2);
  }

  private String day() {
    return text.day(CertificatePage.dayOf(certificate));
  }

  /** Returns a text, or in place of one that cannot be written where it can be read. */
  private String readable(String written) {
    return fonts.canWrite(written)
        ? written
        : text.say("courses.certificate.no_font") + " " + address;
  }

  /** Writes in the middle, in at most two lines; what is longer is written smaller. */
  private float centred(Graphics2D sheet, String words, float size, Color colour, float top) {
    float room = width - 4 * MARGIN;
    List<TextLayout> lines = lines(sheet, words, size, room);
    for (float smaller = size; lines.size() > LINES && smaller > SMALLEST; ) {
      smaller -= 1;
      lines = lines(sheet, words, smaller, room);
    }
    sheet.setColor(colour);
    float y = top;
    for (TextLayout one : lines) {
      y += one.getAscent();
      one.draw(sheet, (width - one.getAdvance()) / 2, y);
      y += one.getDescent() + one.getLeading();
    }
    return y;
  }

  private List<TextLayout> lines(Graphics2D sheet, String words, float size, float room) {
    AttributedString set = fonts.set(words, size);
    LineBreakMeasurer measurer =
        new LineBreakMeasurer(set.getIterator(), sheet.getFontRenderContext());
    List<TextLayout> lines = new ArrayList<>();
    while (measurer.getPosition() < words.length()) {
      lines.add(measurer.nextLayout(room));
    }
    return lines;
  }

  private void line(Graphics2D sheet, String words, float size, float x, float y) {
    sheet.setColor(SOFT);
    new TextLayout(fonts.set(words, size).getIterator(), sheet.getFontRenderContext())
        .draw(sheet, x, y);
  }

  private void code(Graphics2D sheet) {
    BitMatrix squares = QrCode.squares(address);
    float unit = CODE / squares.getWidth();
    float top = height - codeBottom() - CODE;
    sheet.setColor(Color.BLACK);
    for (int y = 0; y < squares.getHeight(); y++) {
      for (int x = 0; x < squares.getWidth(); x++) {
        int from = x;
        while (x < squares.getWidth() && squares.get(x, y)) {
          x++;
        }
        if (x > from) {
          sheet.fill(
              new Rectangle2D.Float(
                  codeLeft() + from * unit, top + y * unit, (x - from) * unit, unit));
        }
      }
    }
  }
}
