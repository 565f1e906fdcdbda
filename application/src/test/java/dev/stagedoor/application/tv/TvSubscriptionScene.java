package dev.stagedoor.application.tv;

import dev.stagedoor.application.fake.InMemoryStagedoor;
import dev.stagedoor.application.tv.LivingRoom.Viewer;
import dev.stagedoor.domain.audit.AuditEntry;
import dev.stagedoor.domain.kernel.PageRequest;
import java.util.List;
import java.util.Optional;

/** Somebody who watched before, and what the provider they pay says of them. */
abstract class TvSubscriptionScene {
  static final ProfileChoice AS_HOLDER = ProfileChoice.none();

  final LivingRoom room = new LivingRoom();
  final InMemoryStagedoor house = room.house;
  final Viewer john = room.watchedBefore();

  TvSubscriptionService subscriptions() {
    return house.stagedoor().tvSubscriptions();
  }

  SubscriptionView current() {
    return subscriptions().current(john.actor());
  }

  List<AuditEntry> recorded() {
    return house
        .stagedoor()
        .audit()
        .list(
            house.admin().actor(),
            Optional.empty(),
            Optional.of(john.id().value()),
            PageRequest.first())
        .items();
  }
}
