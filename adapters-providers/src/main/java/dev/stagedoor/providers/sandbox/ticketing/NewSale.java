package dev.stagedoor.providers.sandbox.ticketing;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an organiser offers.
 *
 * @param ours the product's own event, where the organiser came from there
 */
public record NewSale(
    String title, Optional<Instant> startsAt, Optional<Instant> endsAt, Optional<UUID> ours) {}
