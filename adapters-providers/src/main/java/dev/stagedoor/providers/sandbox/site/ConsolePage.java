package dev.stagedoor.providers.sandbox.site;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.io.IOException;
import java.io.InputStream;

/** The page with a button for every control. */
@Controller("/sandbox")
final class ConsolePage {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'self'";

  private final byte[] page = load("console.html");
  private final byte[] style = load("console.css");
  private final byte[] script = load("console.js");
  private final byte[] widget = load("ticket-widget.js");

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<byte[]> page() {
    return HttpResponse.ok(page)
        .header("Content-Security-Policy", POLICY)
        .header("Cache-Control", "no-store");
  }

  @Get("/console.css")
  @Produces("text/css;charset=utf-8")
  HttpResponse<byte[]> style() {
    return HttpResponse.ok(style).header("Cache-Control", "no-cache");
  }

  @Get("/console.js")
  @Produces("text/javascript;charset=utf-8")
  HttpResponse<byte[]> script() {
    return HttpResponse.ok(script).header("Cache-Control", "no-cache");
  }

  @Get("/ticket-widget.js")
  @Produces("text/javascript;charset=utf-8")
  HttpResponse<byte[]> widget() {
    return HttpResponse.ok(widget).header("Cache-Control", "no-cache");
  }

  private static byte[] load(String name) {
    try (InputStream in = ConsolePage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the console lacks " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the console cannot be read: " + name, e);
    }
  }
}
