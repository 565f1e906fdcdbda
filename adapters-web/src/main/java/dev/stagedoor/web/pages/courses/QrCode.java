package dev.stagedoor.web.pages.courses;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * An address as a QR code, with the quiet border that readers need.
 *
 * @param size how many squares there are in a row
 * @param path the dark squares as the path of an SVG, each one unit wide
 */
public record QrCode(int size, String path) {
  static final int BORDER = 4;

  public static QrCode of(String address) {
    BitMatrix squares = squares(address);
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < squares.getHeight(); y++) {
      for (int x = 0; x < squares.getWidth(); x++) {
        int from = x;
        while (x < squares.getWidth() && squares.get(x, y)) {
          x++;
        }
        if (x > from) {
          path.append("M%d %dh%dv1h-%dz".formatted(from, y, x - from, x - from));
        }
      }
    }
    return new QrCode(squares.getWidth(), path.toString());
  }

  static BitMatrix squares(String address) {
    try {
      return new QRCodeWriter()
          .encode(
              address,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  BORDER));
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("too long for a QR code", tooLong);
    }
  }
}
