package dev.stagedoor.providers.cloudflare;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the one form that browsers send here. */
final class CloudflareStubForm {
  private static final Pattern BOUNDARY =
      Pattern.compile("multipart/form-data;.*boundary=\"?([^\";]+)\"?.*");

  private CloudflareStubForm() {}

  /** Returns what is in the field {@code file}, empty when there is no such field. */
  static Optional<byte[]> file(@Nullable String contentType, byte[] body) {
    Matcher type = BOUNDARY.matcher(contentType == null ? "" : contentType);
    if (!type.matches()) {
      return Optional.empty();
    }
    // Of this character set each byte is one character.
    String whole = "\r\n" + new String(body, StandardCharsets.ISO_8859_1);
    for (String part : whole.split(Pattern.quote("\r\n--" + type.group(1)), -1)) {
      int head = part.indexOf("\r\n\r\n");
      if (head > 0 && part.substring(0, head).contains("name=\"file\"")) {
        return Optional.of(part.substring(head + 4).getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return Optional.empty();
  }
}
