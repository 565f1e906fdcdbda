package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.IntegrationView;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What came of connecting: the integration, or the page on which to give leave. */
@Serdeable
public record ConnectResponse(
    IntegrationResponse.@Nullable Integration integration, @Nullable String authorizeUrl) {

  static ConnectResponse to(IntegrationView view, Tiles tiles) {
    return new ConnectResponse(IntegrationResponse.Integration.from(view, tiles), null);
  }

  static ConnectResponse by(URI page) {
    return new ConnectResponse(null, page.toString());
  }
}
