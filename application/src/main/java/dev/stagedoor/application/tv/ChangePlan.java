package dev.stagedoor.application.tv;

import dev.stagedoor.domain.kernel.Money;
import java.util.Map;
import java.util.Optional;

/** What is to be changed of a plan; what is empty stays. */
public record ChangePlan(
    Optional<String> name,
    Optional<Money> monthly,
    Optional<Integer> maxProfiles,
    Optional<Integer> maxPlaylists,
    Optional<Integer> maxFavorites,
    Optional<Map<String, Boolean>> features) {}
