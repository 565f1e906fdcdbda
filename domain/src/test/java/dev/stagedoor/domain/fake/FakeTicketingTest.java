package dev.stagedoor.domain.fake;

import dev.stagedoor.domain.contract.TicketCatalogContract;
import dev.stagedoor.domain.contract.TicketSetupContract;
import dev.stagedoor.domain.contract.UnpublishedSalesContract;
import dev.stagedoor.domain.ticketing.port.TicketCatalog;
import dev.stagedoor.domain.ticketing.port.TicketSetup;

class FakeTicketingTest
    implements TicketCatalogContract, UnpublishedSalesContract, TicketSetupContract {
  private final FakeTicketing shop = new FakeTicketing();

  @Override
  public TicketCatalog catalog() {
    return shop;
  }

  @Override
  public TicketSetup setup() {
    return shop;
  }

  @Override
  public FakeTicketing world() {
    return shop;
  }
}
