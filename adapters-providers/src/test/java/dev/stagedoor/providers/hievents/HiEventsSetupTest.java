package dev.stagedoor.providers.hievents;

import dev.stagedoor.domain.contract.TicketSetupContract;
import dev.stagedoor.domain.kernel.Secret;
import dev.stagedoor.domain.ticketing.port.TicketSetup;
import dev.stagedoor.providers.support.ProviderRuntime;
import java.net.URI;

class HiEventsSetupTest implements TicketSetupContract {
  @Override
  public TicketSetup setup() {
    return HiEvents.open(
            HiEventsConfig.of(URI.create("https://tickets.example.org/shop"), Secret.of("hush")),
            ProviderRuntime.plain())
        .ticketingProvider()
        .setup()
        .orElseThrow();
  }
}
