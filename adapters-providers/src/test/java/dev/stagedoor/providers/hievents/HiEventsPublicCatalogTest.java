package dev.stagedoor.providers.hievents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stagedoor.domain.contract.TicketCatalogContract;
import dev.stagedoor.domain.kernel.ProviderRef;
import dev.stagedoor.domain.ticketing.SaleStatus;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** As the public, without a user. */
class HiEventsPublicCatalogTest implements TicketCatalogContract {
  private final HiEventsWorld world = new HiEventsWorld(Optional.empty());

  @AfterEach
  void close() {
    world.close();
  }

  @Override
  public TicketCatalog catalog() {
    return world.catalog();
  }

  @Override
  public HiEventsWorld world() {
    return world;
  }

  @Test
  void whatThePublicDoesNotSeeIsAbsent() {
    ProviderRef event = world.anEvent("Gala", SaleStatus.DRAFT, Optional.empty(), Optional.empty());
    assertThat(catalog().find(event)).isEmpty();

    world.change(event, SaleStatus.LIVE);
    assertThat(catalog().find(event)).isPresent();

    world.change(event, SaleStatus.INACTIVE);
    assertThat(catalog().find(event)).isEmpty();
  }

  @Test
  void nobodySignsIn() {
    catalog().find(world.anEvent("Gala", SaleStatus.LIVE, Optional.empty(), Optional.empty()));

    assertThat(world.stub.logins()).isZero();
  }
}
