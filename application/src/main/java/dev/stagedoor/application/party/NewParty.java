package dev.stagedoor.application.party;

import dev.stagedoor.domain.party.Media;
import dev.stagedoor.domain.party.PartyId;
import java.util.Optional;

/**
 * Begins a party: what it watches, where that is known yet, and how its host is called in it.
 *
 * @param id as {@link PartyService#nextId} made it
 */
public record NewParty(PartyId id, Optional<Media> media, String userName) {}
