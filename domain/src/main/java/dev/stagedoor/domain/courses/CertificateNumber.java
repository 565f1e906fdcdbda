package dev.stagedoor.domain.courses;

import dev.stagedoor.domain.kernel.Secret;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The number on a certificate, as in {@code NP1P-9V4J-7NDX}: 60 random bits in Crockford's base 32,
 * whose letters cannot be taken for digits. It cannot be guessed, so whoever has it may see the
 * certificate.
 */
public record CertificateNumber(String value) {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 12;
  private static final Pattern FORM =
      Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}");

  public CertificateNumber {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the number of a certificate");
    }
  }

  /** Makes a number out of a token. */
  public static CertificateNumber of(Secret token) {
    BigInteger bits = new BigInteger(token.sha256(), 16);
    StringBuilder number = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      if (i > 0 && i % 4 == 0) {
        number.append('-');
      }
      number.append(DIGITS.charAt(bits.shiftRight(5 * i).intValue() & 31));
    }
    return new CertificateNumber(number.toString());
  }

  /** Reads a number as people write it: in any case, with or without hyphens, O for 0, I for 1. */
  public static Optional<CertificateNumber> read(String written) {
    String plain =
        written
            .strip()
            .toUpperCase(Locale.ROOT)
            .replaceAll("[\\s-]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    if (plain.length() != LENGTH) {
      return Optional.empty();
    }
    String grouped = plain.substring(0, 4) + "-" + plain.substring(4, 8) + "-" + plain.substring(8);
    return FORM.matcher(grouped).matches()
        ? Optional.of(new CertificateNumber(grouped))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
