package dev.stagedoor.web.liveselling;

import dev.stagedoor.application.liveselling.IntegrationView;
import dev.stagedoor.domain.liveselling.IntegrationSettings;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A provider as a workspace sees it, wrapped as clients expect it. */
@Serdeable
public record IntegrationResponse(Integration integration) {

  /** A provider, whether the workspace may use it, and how its connection stands. */
  @Serdeable
  public record Integration(
      String provider,
      @Nullable String connectedProvider,
      String kind,
      String displayName,
      String description,
      String icon,
      List<String> methods,
      boolean needsSite,
      boolean hasPayPage,
      String availability,
      String requiredPlan,
      String status,
      @Nullable String problem,
      @Nullable Instant connectedAt,
      @Nullable String displayAccount,
      Settings settings,
      @Nullable String webhookUrl) {
    static Integration from(IntegrationView view, Tiles tiles) {
      return new Integration(
          view.provider(),
          view.connectedProvider().orElse(null),
          view.kind(),
          view.displayName().isBlank() ? tiles.name(view.provider()) : view.displayName(),
          tiles.description(view.provider()),
          tiles.icon(view.provider()),
          view.methods(),
          view.needsSite(),
          view.hasPayPage(),
          view.availability(),
          view.requiredPlan(),
          view.status(),
          view.problem().orElse(null),
          view.connectedAt().orElse(null),
          view.account().isBlank() ? null : view.account(),
          Settings.from(view.settings()),
          view.webhookPath().map(tiles::link).orElse(null));
    }
  }

  /** How invoices are written. */
  @Serdeable
  public record Settings(@Nullable String currency, String memoTemplate, int daysUntilDue) {
    static Settings from(IntegrationSettings settings) {
      return new Settings(
          settings.currency().map(Currencies::code).orElse(null),
          settings.memoTemplate(),
          settings.daysUntilDue());
    }
  }

  static IntegrationResponse from(IntegrationView view, Tiles tiles) {
    return new IntegrationResponse(Integration.from(view, tiles));
  }
}
