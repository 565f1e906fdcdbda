package dev.stagedoor.providers.support.files;

import dev.stagedoor.providers.support.ContentDisposition;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Hands a file out to who may have it: whole, in a range, or not again (RFC 9110). */
public final class Handout {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private Handout() {}

  /**
   * Answers GET and HEAD. The file is closed, at once or with the body of the answer.
   *
   * @param saveAs the name under which a browser saves it; empty shows or plays it
   * @param always headers of every answer
   */
  public static FileAnswer of(
      OpenFile file, FileRequest request, Optional<String> saveAs, Map<String, String> always)
      throws IOException {
    try {
      return served(file, request, saveAs, always);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static FileAnswer served(
      OpenFile file, FileRequest request, Optional<String> saveAs, Map<String, String> always)
      throws IOException {
    Map<String, String> headers = new LinkedHashMap<>(always);
    headers.put("ETag", file.tag());
    headers.put("Last-Modified", HTTP_DATE.format(file.storedAt().truncatedTo(ChronoUnit.SECONDS)));
    headers.put("Cache-Control", "private, no-cache");
    headers.put("Accept-Ranges", "bytes");
    if (request.header("if-none-match").filter(tags -> tags.contains(file.tag())).isPresent()) {
      file.close();
      return FileAnswer.empty(304, headers);
    }
    long size = file.bytes();
    Optional<ByteRange> range =
        request
            .header("range")
            .filter(text -> request.method().equals("GET") && isStillThat(file, request))
            .flatMap(text -> ByteRange.in(text, size));
    if (range.isPresent() && !range.get().canBeServed()) {
      file.close();
      return unsatisfiable(size, always);
    }
    headers.put("Content-Type", file.mediaType());
    saveAs.ifPresent(
        name -> headers.put("Content-Disposition", ContentDisposition.attachment(name)));
    range.ifPresent(part -> headers.put("Content-Range", part.of(size)));
    if (request.method().equals("HEAD")) {
      file.close();
      return new FileAnswer(200, headers, size, true, InputStream.nullInputStream());
    }
    ByteRange part = range.orElse(new ByteRange(0, size));
    return new FileAnswer(
        range.isPresent() ? 206 : 200,
        headers,
        part.length(),
        false,
        file.part(part.from(), part.length()));
  }

  /** Tells whether a range can go on from what the asker has; a date is not precise enough. */
  private static boolean isStillThat(OpenFile file, FileRequest request) {
    return request.header("if-range").map(file.tag()::equals).orElse(true);
  }

  private static FileAnswer unsatisfiable(long size, Map<String, String> always) {
    Map<String, String> headers = new LinkedHashMap<>(always);
    headers.put("Content-Range", "bytes */" + size);
    return FileAnswer.problem(416, "RANGE_NOT_SATISFIABLE", "The file has no such range.", headers);
  }
}
