package dev.stagedoor.domain.contract;

import dev.stagedoor.domain.party.Party;
import dev.stagedoor.domain.party.port.ChatLineRepository;
import dev.stagedoor.domain.party.port.PartyConnections;
import dev.stagedoor.domain.party.port.PartyRepository;

/** What is needed to try a store of watch parties and what belongs to them. */
public interface PartyStoreContract extends RepositoryContract {
  PartyRepository parties();

  ChatLineRepository lines();

  PartyConnections connections();

  default Party onFile(Party party) {
    run(() -> parties().save(party));
    return party;
  }
}
