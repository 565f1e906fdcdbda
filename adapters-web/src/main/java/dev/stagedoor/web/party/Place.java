package dev.stagedoor.web.party;

import dev.stagedoor.domain.party.PartyConnection;
import dev.stagedoor.domain.party.PartyId;

/** Where a guest sits: by which connection in which party. */
record Place(PartyConnection connection, PartyRoom room) {
  PartyId party() {
    return connection.party();
  }
}
