package dev.stagedoor.application.party;

import dev.stagedoor.domain.party.Media;
import java.util.Optional;

/** Begins a party: what it watches, where that is known yet, and how its host is called in it. */
public record NewParty(Optional<Media> media, String userName) {}
