package dev.stagedoor.bootstrap.wiring;

import dev.stagedoor.application.Settings;
import dev.stagedoor.bootstrap.config.RoutesConfig;
import dev.stagedoor.bootstrap.config.StagedoorConfig;
import dev.stagedoor.bootstrap.config.TicketingConfig;
import dev.stagedoor.providers.support.settings.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Looks at what ticketing systems prove themselves with, where events are on and tickets are sold.
 */
@Singleton
final class TicketingGuard implements ProductionCheck {
  private final StagedoorConfig server;
  private final RoutesConfig routes;
  private final TicketingConfig ticketing;

  TicketingGuard(StagedoorConfig server, RoutesConfig routes, TicketingConfig ticketing) {
    this.server = server;
    this.routes = routes;
    this.ticketing = ticketing;
  }

  @Override
  public List<String> unfitForProduction() {
    boolean isAsked =
        server.enabledAreas().contains(Settings.Area.EVENTS) && routes.shop().isPresent();
    return isAsked ? ticketing.unfitForProduction() : List.of();
  }
}
