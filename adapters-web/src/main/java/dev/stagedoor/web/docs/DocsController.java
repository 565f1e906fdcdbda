package dev.stagedoor.web.docs;

import io.micronaut.core.util.SupplierUtil;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The description of all operations, for programs and for people. */
@Controller
@Hidden
class DocsController {
  private static final String GENERATED = "/META-INF/swagger/stagedoor.yml";

  private final Supplier<byte[]> document = SupplierUtil.memoized(DocsController::write);

  @Get("/openapi.yml")
  @Produces("text/yaml")
  HttpResponse<byte[]> document() {
    return HttpResponse.ok(document.get()).header(HttpHeaders.CACHE_CONTROL, "no-cache");
  }

  @Get("/docs")
  @Produces(MediaType.TEXT_HTML)
  byte[] page() {
    return read("index.html");
  }

  @Get("/docs/start.js")
  @Produces("text/javascript")
  byte[] script() {
    return read("start.js");
  }

  private static byte[] write() {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(Integer.MAX_VALUE);
    DumperOptions writing = new DumperOptions();
    writing.setDereferenceAliases(true);
    writing.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    Object loaded = new Yaml(new SafeConstructor(limits)).load(text(read(GENERATED)));
    ApiDocument.complete(loaded);
    return new Yaml(writing).dump(loaded).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] read(String file) {
    try (InputStream in = DocsController.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("missing " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
