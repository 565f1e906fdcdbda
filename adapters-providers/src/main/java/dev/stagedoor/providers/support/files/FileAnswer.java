package dev.stagedoor.providers.support.files;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is answered to who asks for a file.
 *
 * @param length of the body, or of what it would be were it not asked for by HEAD
 * @param isHead whether the body is left out
 * @param body closed by whoever sends it
 */
public record FileAnswer(
    int status, Map<String, String> headers, long length, boolean isHead, InputStream body) {
  public FileAnswer {
    headers = Map.copyOf(headers);
  }

  public static FileAnswer empty(int status, Map<String, String> headers) {
    return new FileAnswer(status, headers, 0, false, InputStream.nullInputStream());
  }

  public static FileAnswer problem(
      int status, String code, String detail, Map<String, String> more) {
    byte[] text =
        "{\"type\":\"about:blank\",\"status\":%d,\"code\":\"%s\",\"detail\":\"%s\"}"
            .formatted(status, code, detail)
            .getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers = new LinkedHashMap<>(more);
    headers.put("Content-Type", "application/problem+json");
    headers.put("Cache-Control", "no-store");
    return new FileAnswer(status, headers, text.length, false, new ByteArrayInputStream(text));
  }
}
