package dev.stagedoor.web.pages;

import dev.stagedoor.domain.kernel.DomainException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import java.util.regex.Pattern;

/** Serves the files that pages are made with. */
@Hidden
@Controller("/assets")
class AssetController {
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml",
          "txt", "text/plain;charset=utf-8");

  // A page that was open while the server was renewed gets today's file.
  private static final Pattern OTHER_VERSION = Pattern.compile("^[0-9a-f]{12}/");

  private final Assets assets;

  AssetController(Assets assets) {
    this.assets = assets;
  }

  /**
   * Serves a file by its lasting address, or by its plain one for pages that cannot know the
   * version.
   */
  @Get("/{path:.+}")
  @Produces(MediaType.ALL)
  HttpResponse<byte[]> file(@PathVariable String path) {
    String current = assets.version() + "/";
    boolean lasting = path.startsWith(current);
    String file =
        lasting ? path.substring(current.length()) : OTHER_VERSION.matcher(path).replaceFirst("");
    byte[] content = assets.content(file).orElseThrow(DomainException::notFound);
    String type =
        TYPES.getOrDefault(
            file.substring(file.lastIndexOf('.') + 1), MediaType.APPLICATION_OCTET_STREAM);
    return HttpResponse.ok(content)
        .header(HttpHeaders.CONTENT_TYPE, type)
        .header(
            HttpHeaders.CACHE_CONTROL,
            lasting ? "public, max-age=31536000, immutable" : "no-cache");
  }
}
