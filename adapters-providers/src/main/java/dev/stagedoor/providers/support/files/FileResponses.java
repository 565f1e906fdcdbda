package dev.stagedoor.providers.support.files;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.types.files.StreamedFile;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Requests for files, and answers to them, as Micronaut's server has them. */
public final class FileResponses {
  /** Keeps the server from comparing dates; what is compared is the tag. */
  private static final long NEVER = 0;

  private FileResponses() {}

  public static FileRequest asked(HttpRequest<?> request, String key, InputStream body) {
    Map<String, List<String>> query = new HashMap<>();
    request.getParameters().forEach(query::put);
    Map<String, String> headers = new LinkedHashMap<>();
    request.getHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    return new FileRequest(request.getMethodName(), key, query, headers, body);
  }

  public static MutableHttpResponse<?> of(FileAnswer answer) {
    MutableHttpResponse<?> response = HttpResponse.status(HttpStatus.valueOf(answer.status()));
    answer.headers().forEach(response::header);
    if (answer.isHead() || answer.length() == 0) {
      return response.header(HttpHeaders.CONTENT_LENGTH, "" + answer.length());
    }
    // The server sends a stream with its length only as such a file, to which it adds this header.
    response.header(HttpHeaders.EXPIRES, "0");
    return response.body(
        new StreamedFile(
            answer.body(), MediaType.APPLICATION_OCTET_STREAM_TYPE, NEVER, answer.length()));
  }
}
