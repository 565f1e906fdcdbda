package dev.stagedoor.providers.support.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes of a file (RFC 9110, section 14). Several at once, other units and what is no
 * range are answered with the whole file, as the RFC allows.
 *
 * @param from its first byte
 * @param length empty where it has none, so that it cannot be served
 */
record ByteRange(long from, long length) {
  private static final Pattern FORM = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

  /** Reads a range of a file of this size; empty when the whole file is meant. */
  static Optional<ByteRange> in(String header, long size) {
    Matcher form = FORM.matcher(header);
    if (!form.matches() || (form.group(1).isEmpty() && form.group(2).isEmpty())) {
      return Optional.empty();
    }
    if (form.group(1).isEmpty()) {
      long last = Math.min(size, Long.parseLong(form.group(2)));
      return Optional.of(new ByteRange(size - last, last));
    }
    long from = Long.parseLong(form.group(1));
    long to = form.group(2).isEmpty() ? Long.MAX_VALUE - 1 : Long.parseLong(form.group(2));
    if (to < from) {
      return Optional.empty();
    }
    return Optional.of(new ByteRange(from, Math.max(0, Math.min(size, to + 1) - from)));
  }

  boolean canBeServed() {
    return length > 0;
  }

  String of(long size) {
    return "bytes " + from + "-" + (from + length - 1) + "/" + size;
  }
}
