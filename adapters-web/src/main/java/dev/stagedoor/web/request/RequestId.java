package dev.stagedoor.web.request;

import io.micronaut.http.HttpRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ties a request to its log lines and its answer. A caller may bring one. */
public final class RequestId {
  public static final String HEADER = "X-Request-Id";
  public static final String MDC_KEY = "requestId";

  private static final String ATTRIBUTE = "stagedoor.request-id";
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:-]{8,128}");

  private RequestId() {}

  public static Optional<String> of(HttpRequest<?> request) {
    return request.getAttribute(ATTRIBUTE, String.class);
  }

  /** Takes the caller's id where it is fit for a log line, else makes one; keeps it. */
  public static String begin(HttpRequest<?> request) {
    String brought = request.getHeaders().get(HEADER);
    String id =
        brought != null && SANE.matcher(brought).matches() ? brought : UUID.randomUUID().toString();
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }
}
