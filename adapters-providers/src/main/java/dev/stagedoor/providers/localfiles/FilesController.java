package dev.stagedoor.providers.localfiles;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.server.cors.CrossOrigin;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The address at which browsers send and fetch files. Pages of any site may: who has a signed
 * address needs nothing else, and no cookie is looked at.
 */
@Controller("/files")
@ExecuteOn(TaskExecutors.BLOCKING)
@CrossOrigin(
    // A pattern, for "any" would be refused on a developer's machine.
    allowedOriginsRegex = ".*",
    allowedMethods = {HttpMethod.GET, HttpMethod.HEAD, HttpMethod.PUT},
    allowCredentials = false,
    exposedHeaders = {"Accept-Ranges", "Content-Disposition", "Content-Range", "ETag"},
    maxAge = 3600)
final class FilesController {
  /** Keeps the server from comparing dates; what is compared is the tag. */
  private static final long NEVER = 0;

  private final LocalFiles files;

  FilesController(LocalFiles files) {
    this.files = files;
  }

  /**
   * Takes a file in.
   *
   * @param body read from the connection piece by piece, as it is written to disk
   */
  @Put(uri = "/{+key}", consumes = MediaType.ALL)
  HttpResponse<?> put(HttpRequest<?> request, @PathVariable String key, @Body InputStream body)
      throws IOException {
    try (body) {
      return sent(files.answer(asked(request, key, body)));
    }
  }

  @Get(uri = "/{+key}", produces = MediaType.ALL, headRoute = false)
  HttpResponse<?> get(HttpRequest<?> request, @PathVariable String key) {
    return sent(files.answer(asked(request, key, InputStream.nullInputStream())));
  }

  @Head("/{+key}")
  @Produces(MediaType.ALL)
  HttpResponse<?> head(HttpRequest<?> request, @PathVariable String key) {
    return sent(files.answer(asked(request, key, InputStream.nullInputStream())));
  }

  private static FileRequest asked(HttpRequest<?> request, String key, InputStream body) {
    Map<String, List<String>> query = new HashMap<>();
    request.getParameters().forEach(query::put);
    Map<String, String> headers = new LinkedHashMap<>();
    request.getHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    return new FileRequest(request.getMethodName(), key, query, headers, body);
  }

  private static HttpResponse<?> sent(FileAnswer answer) {
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
