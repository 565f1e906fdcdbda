package dev.stagedoor.providers.support;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Writes the header by which a browser saves what it fetches (RFC 6266). */
public final class ContentDisposition {
  private static final String PLAIN = "!#$&+-.^_`|~";

  private ContentDisposition() {}

  /**
   * Returns the value that saves under this name. Where letters or signs are not ASCII, or would
   * break out of the quotes, clients of old get a name like it.
   */
  public static String attachment(String name) {
    return "attachment; filename=\"" + like(name) + "\"; filename*=UTF-8''" + encoded(name);
  }

  private static String like(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
    // A percent sign would be decoded by some.
    return plain.replaceAll("[^\\x20-\\x7e]|[\"\\\\%/]", "_");
  }

  /** Encodes as RFC 8187 says. */
  private static String encoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      char sign = (char) (octet & 0xff);
      boolean isPlain =
          (sign >= 'a' && sign <= 'z')
              || (sign >= 'A' && sign <= 'Z')
              || (sign >= '0' && sign <= '9')
              || PLAIN.indexOf(sign) >= 0;
      encoded.append(
          isPlain ? String.valueOf(sign) : String.format(Locale.ROOT, "%%%02X", (int) sign));
    }
    return encoded.toString();
  }
}
