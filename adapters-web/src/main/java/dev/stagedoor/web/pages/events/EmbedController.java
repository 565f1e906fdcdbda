package dev.stagedoor.web.pages.events;

import dev.stagedoor.domain.kernel.DomainException;
import dev.stagedoor.web.pages.Assets;
import dev.stagedoor.web.security.NoProof;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;

/** Serves the script that other sites load beside the tickets they show. */
@Hidden
@Controller(EmbedController.PATH)
class EmbedController {
  static final String PATH = "/embed.js";

  private static final String TYPE = "text/javascript";

  private final Assets assets;

  EmbedController(Assets assets) {
    this.assets = assets;
  }

  /** Serves it by an address that never changes, for it stands in pages of others. */
  @Get
  @NoProof
  @Produces(TYPE)
  HttpResponse<byte[]> script() {
    byte[] script = assets.content("js/embed.js").orElseThrow(DomainException::notFound);
    return HttpResponse.ok(script)
        .header(HttpHeaders.CONTENT_TYPE, TYPE + ";charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
        .header("Cross-Origin-Resource-Policy", "cross-origin");
  }
}
