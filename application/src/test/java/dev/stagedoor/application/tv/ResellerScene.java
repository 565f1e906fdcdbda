package dev.stagedoor.application.tv;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.domain.auth.Actor;
import dev.stagedoor.domain.auth.Role;
import dev.stagedoor.domain.auth.UserId;
import dev.stagedoor.domain.kernel.PageRequest;
import dev.stagedoor.domain.tv.ClientId;
import dev.stagedoor.domain.tv.CreditEntry;
import dev.stagedoor.domain.tv.Entitlement;
import java.util.List;
import java.util.Optional;

/** A reseller who has bought credits. */
abstract class ResellerScene {
  static final Optional<String> KEY = Optional.of("order-12345");

  final Lounge lounge = new Lounge();
  final InMemoryStagedoor house = lounge.house;
  final ResellerService resellers = lounge.resellers();
  final Actor reseller = lounge.reseller(10_000);

  long balance(Actor of) {
    return resellers.dashboard(of).creditsBalance();
  }

  List<CreditEntry> entries(Actor of) {
    return house
        .stagedoor()
        .credits()
        .list(of, Optional.empty(), Optional.empty(), new PageRequest(1, 100))
        .items();
  }

  List<ClientView> clients(Actor of) {
    return resellers.clients(of, Optional.empty(), new PageRequest(1, 100)).items();
  }

  Entitlement.Source source(ClientView client) {
    return house
        .stagedoor()
        .subscribers()
        .me(Actor.user(new UserId(client.userId()), Role.USER))
        .entitlement()
        .source();
  }

  static ClientId id(ChargedClient made) {
    return new ClientId(made.client().id());
  }

  ChargedClient renew(ClientId id, Optional<String> key) {
    return resellers.renew(reseller, id, Optional.empty(), key);
  }
}
