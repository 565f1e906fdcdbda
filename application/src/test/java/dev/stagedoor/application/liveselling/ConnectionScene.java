package dev.stagedoor.application.liveselling;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.kernel.ProviderId;
import dev.stagedoor.domain.liveselling.Integration;

/** A workspace that connects accounts. */
abstract class ConnectionScene {
  static final ProviderId SQUARE = new ProviderId("square");
  final Sale sale = new Sale();
  final InMemoryStagedoor house = sale.house();
  final ConnectionService connections = house.stagedoor().connections();

  Integration stripe() {
    return sale.integration(Sale.STRIPE);
  }

  IntegrationView view(ProviderId provider) {
    return house.stagedoor().integrations().get(sale.operator(), Sale.MINE, provider);
  }

  void disconnect(ProviderId provider) {
    house.stagedoor().integrations().disconnect(sale.operator(), Sale.MINE, provider);
  }
}
