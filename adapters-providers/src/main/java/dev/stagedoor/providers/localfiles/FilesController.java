package dev.stagedoor.providers.localfiles;

import dev.stagedoor.providers.support.files.FileResponses;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.server.cors.CrossOrigin;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;

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
      return FileResponses.of(files.answer(FileResponses.asked(request, key, body)));
    }
  }

  @Get(uri = "/{+key}", produces = MediaType.ALL, headRoute = false)
  HttpResponse<?> get(HttpRequest<?> request, @PathVariable String key) {
    return FileResponses.of(
        files.answer(FileResponses.asked(request, key, InputStream.nullInputStream())));
  }

  @Head("/{+key}")
  @Produces(MediaType.ALL)
  HttpResponse<?> head(HttpRequest<?> request, @PathVariable String key) {
    return FileResponses.of(
        files.answer(FileResponses.asked(request, key, InputStream.nullInputStream())));
  }
}
