package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.IntegrationView;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** Every provider as a workspace sees it. */
@Serdeable
public record IntegrationsResponse(List<IntegrationResponse.Integration> integrations) {

  static IntegrationsResponse from(List<IntegrationView> views, Tiles tiles) {
    return new IntegrationsResponse(
        views.stream().map(view -> IntegrationResponse.Integration.from(view, tiles)).toList());
  }
}
